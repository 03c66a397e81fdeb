import type { Day } from '@chi-tieu/shared/domain/days';
import { connect, type Connection, type Page } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import { checkPeriod } from '../rates/rates.service.ts';
import { dossiersNotListed, listedNotInForce, listedWithoutDossier, type CoverageFacts } from './coverage.queries.ts';
import { CoverageKind, type CoverageRow } from './lists.types.ts';
import { listByCode } from './lists.service.ts';

/** Where a page begins: how many dossiers the row before it has, and which one it is. */
export type CoverageKey = [number, string];

export function isCoverageKey(key: unknown): key is CoverageKey {
  return Array.isArray(key) && key.length === 2 && Number.isInteger(key[0]) && typeof key[1] === 'string';
}

const QUESTIONS = {
  [CoverageKind.LISTED_WITHOUT_DOSSIER]: listedWithoutDossier,
  [CoverageKind.DOSSIERS_NOT_LISTED]: dossiersNotListed,
  [CoverageKind.LISTED_NOT_IN_FORCE]: listedNotInForce,
};

/** Where a list and the dossiers of a period do not meet: most dossiers first, then in the order of the codes. */
export async function listCoverage(
  ctx: Context,
  code: string,
  { kind, from, to }: { kind: CoverageKind; from: Day; to: Day },
  page: Page<CoverageKey>,
): Promise<Connection<CoverageRow>> {
  checkPeriod(from, to);
  const { id: listId } = await listByCode(ctx, code);
  const rows = await ctx.once(`coverage|${kind}|${listId}|${from}|${to}`, () =>
    QUESTIONS[kind](ctx.figures, ctx.provinceId, { listId, from, to }),
  );
  const shown = rows.map(show).sort((a, b) => compareKeys(keyOf(a), keyOf(b)));
  const { after, first } = page;
  const rest = after === null ? shown : shown.filter((row) => compareKeys(keyOf(row), after) > 0);
  return connect(rest.slice(0, first + 1), page, keyOf, shown.length);
}

function show({ code, ...row }: CoverageFacts): CoverageRow {
  return { ...row, key: `${code}|${row.tier}|${row.unitId ?? ''}` };
}

function keyOf({ dossiers, key }: CoverageRow): CoverageKey {
  return [dossiers, key];
}

function compareKeys([a, keyA]: CoverageKey, [b, keyB]: CoverageKey): number {
  if (a !== b) return b - a;
  return keyA === keyB ? 0 : keyA < keyB ? -1 : 1;
}
