import { eligibilityDay, verdict, type CountedAs, type Period } from '@chi-tieu/shared/domain/eligibility';
import { tierOfKind, type UnitKind } from '@chi-tieu/shared/domain/tier';
import { withClient } from '../src/app/database.ts';
import { CatalogueFromZero, type ReceivedDossier } from '../src/features/rates/from-zero.ts';
import { ruleOf, type IndicatorRow } from '../src/features/rates/indicators.queries.ts';
import { statedChanges, statedForce } from '../src/features/rates/verify.queries.ts';
import { unitVersions } from '../src/features/units/units.queries.ts';
import type { Api } from './api.ts';

/** What the pure rule says of one dossier for one indicator. */
export interface PureVerdict {
  /** Codes. */
  indicator: string;
  unit: string;
  procedure: string;
  countedAs: CountedAs;
  /** Whether it was received or finished in the period. */
  inPeriod: boolean;
}

/** What the pure rule alone says of every dossier that is stored, one after the other, with the catalogue derived from zero. */
export async function pureVerdicts(api: Api, rules: readonly IndicatorRow[], period: Period): Promise<PureVerdict[]> {
  const { provinceId, db } = api.app;
  const catalogue = await withClient(
    db,
    async (sql) =>
      new CatalogueFromZero(
        await statedChanges(sql, provinceId, null),
        await statedForce(sql, provinceId, null),
        await unitVersions(sql, provinceId, null),
      ),
  );
  const { rows } = await api.db.query<ReceivedDossier & { unit: string; kind: UnitKind; procedure: string }>(
    `select v.code as unit, u.kind, d.unit_id as "unitId", d.procedure_id as "procedureId", p.code as procedure, d.status, d.channel,
            d.finished_at as "finishedAt", d.due_at as "dueAt", d.gone,
            d.received_day::text as "receivedDay", d.finished_day::text as "finishedDay"
       from dossier d join unit u on u.id = d.unit_id join procedure p on p.id = d.procedure_id
       join unit_version v on v.unit_id = u.id and v.superseded_by is null`,
  );
  return rows.flatMap((dossier) =>
    rules.map((indicator): PureVerdict => {
      const rule = ruleOf(indicator);
      const day = eligibilityDay(rule, dossier, period.to);
      const place = { unitId: dossier.unitId, tier: tierOfKind(dossier.kind) };
      const facts =
        day === null
          ? { tier: place.tier, inForce: false, level: null }
          : catalogue.factsOn(indicator.listId, dossier.procedureId, place, day);
      const { countedAs } = verdict(rule, dossier, facts, period);
      const shown = dossier.receivedDay;
      const inPeriod = [shown, dossier.finishedDay].some((at) => at !== null && at >= period.from && at <= period.to);
      return { indicator: indicator.code, unit: dossier.unit, procedure: dossier.procedure, countedAs, inPeriod };
    }),
  );
}
