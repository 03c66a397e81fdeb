import { explain, type ExplainedRule } from '@chi-tieu/shared/domain/explain/explain';
import { ruleSentence } from '@chi-tieu/shared/domain/explain/sentences';
import { readDossierKey } from '@chi-tieu/shared/domain/identity/dossier-key';
import type { Context } from '../../../app/context.ts';
import type { CountedAs } from '../../../app/enums.ts';
import { reached } from '../../accounts/reach.service.ts';
import { statusText } from '../../dossiers/status.service.ts';
import { ruleOf } from '../../rates/indicators.queries.ts';
import { checkPeriod, indicatorByCode, needDossiers, type AttainmentQuestion } from '../../rates/rates.service.ts';
import { dossierToExplain } from './explain.queries.ts';

/** Why a dossier counts or not: the verdict, and every rule with what became of it and a sentence. */
export interface DossierExplained {
  code: string;
  unitId: number;
  procedureId: number;
  receivedDay: string;
  countedAs: CountedAs;
  rules: (ExplainedRule & { sentence: string })[];
}

/** A dossier within reach explained rule by rule; null where there is none. */
export async function explainDossier(
  ctx: Context,
  code: string,
  { indicator: asked, from, to, knownAt }: Omit<AttainmentQuestion, 'scope'>,
): Promise<DossierExplained | null> {
  checkPeriod(from, to);
  const units = await reached(ctx, 'dossier.read');
  const indicator = needDossiers(await indicatorByCode(ctx, asked, knownAt), 'indicator');
  const codeKey = readDossierKey(code);
  const found =
    codeKey === null
      ? null
      : await dossierToExplain(ctx.read, ctx.provinceId, indicator, { codeKey, knownAt, periodEnd: to });
  if (!found || (units !== 'ALL' && !units.has(found.unitId))) return null;
  const rule = ruleOf(indicator);
  const period = { from, to };
  const { countedAs, rules } = explain(rule, found, found, period);
  const frame = { rule, period, status: statusText(found.status, ctx.locale) };
  const { unitId, procedureId, receivedDay } = found;
  return {
    ...{ code: found.code, unitId, procedureId, receivedDay, countedAs },
    rules: rules.map((one) => ({ ...one, sentence: ruleSentence(one, frame, ctx.locale) })),
  };
}
