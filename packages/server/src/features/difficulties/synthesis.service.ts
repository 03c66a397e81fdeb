import type { Day } from '@chi-tieu/shared/domain/days';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import { stoodIn, type StandingThen } from '@chi-tieu/shared/domain/difficulties/log';
import { ageInDays, type DifficultyCause } from '@chi-tieu/shared/domain/difficulties/states';
import {
  causesInOrder,
  synthesise,
  type SynthesisEntry,
  type SynthesisGroup,
} from '@chi-tieu/shared/domain/difficulties/synthesis';
import type { Context } from '../../app/context.ts';
import { badInput } from '../../app/errors.ts';
import { reached } from '../accounts/reach.service.ts';
import { checkPeriod } from '../rates/rates.service.ts';
import { today, unitTree } from '../units/units.service.ts';
import { countStanding, logsUntil, standingIn, type DifficultyRow, type StoodGroup } from './difficulties.queries.ts';
import { unitsUnder } from '../units/under.service.ts';
import { touchedByGroups } from './touched.service.ts';

/** A synthesis with the dossiers of each cause and of each difficulty; null where nothing ties them to any. */
export interface SynthesisTold {
  /** As of the end of this day: the last of the period, or today where that is still to come. */
  asOf: Day;
  groups: (Omit<SynthesisGroup, 'entries'> & { dossiers: number | null; entries: EntryTold[] })[];
  reports: number;
}
export type EntryTold = SynthesisEntry & { dossiers: number | null; row: DifficultyRow };

/** More than so many are not gathered at once: nobody reads that, and a shorter period says it. */
const MOST_GATHERED = 5_000;

/** What stood in a period, within sight, by cause, as it stood at its end: what was done later changes nothing of it. */
export async function difficultySynthesis(
  ctx: Context,
  { from, to, under }: { from: string; to: string; under: string | null },
): Promise<SynthesisTold> {
  await reached(ctx, 'difficulty.read');
  checkPeriod(from, to);
  const asOf = to < today(ctx) ? to : today(ctx);
  const units = under === null ? null : await unitsUnder(ctx, under);
  const found = await standingIn(ctx.read, ctx.provinceId, { from, to: asOf, units }, MOST_GATHERED + 1);
  if (found.length > MOST_GATHERED) throw badInput('from', 'difficulty.many', { most: MOST_GATHERED });
  const stood = await thoseThatStood(ctx, found, { from, to: asOf });
  const rows = found.filter(({ id }) => stood.has(id));
  const groups = synthesise(await asCounted(ctx, rows, { stood, asOf }));
  const byId = new Map(rows.map((row) => [row.id, row] as const));
  const headOf = new Map<string, string>();
  const causeOf = new Map<string, string>();
  for (const { cause, entries } of groups)
    for (const { headId, ids } of entries)
      for (const id of ids) {
        headOf.set(id, headId);
        causeOf.set(id, cause);
      }
  const touched = await touchedByGroups(
    ctx,
    rows,
    ({ id }) => [`head ${headOf.get(id) ?? id}`, `cause ${causeOf.get(id) ?? id}`],
    { from, to },
  );
  return {
    asOf,
    reports: rows.length,
    groups: groups.map((group) => ({
      ...group,
      dossiers: touched.get(`cause ${group.cause}`) ?? null,
      entries: group.entries.flatMap((entry) => {
        const row = byId.get(entry.headId);
        return row ? [{ ...entry, row, dossiers: touched.get(`head ${entry.headId}`) ?? null }] : [];
      }),
    })),
  };
}

/** What stood in a period by cause, in numbers alone. */
export interface CauseNumbers {
  cause: DifficultyCause;
  /** Each with all that follow it, and how many of these are not closed. */
  count: number;
  open: number;
  reports: number;
  /** Units that live, of whoever had them. */
  units: number[];
  /** Null where nothing ties them to any dossiers that are told. */
  dossiers: number | null;
}

/** The same in numbers alone, as a report tells them: counted where they lie, however many stood. */
export async function difficultyNumbers(
  ctx: Context,
  { from, to }: { from: string; to: string },
): Promise<{ asOf: Day; reports: number; groups: CauseNumbers[] }> {
  await reached(ctx, 'difficulty.read');
  checkPeriod(from, to);
  const asOf = to < today(ctx) ? to : today(ctx);
  const rows = await countStanding(ctx.read, ctx.provinceId, { from, to: asOf });
  const tree = await unitTree(ctx, asOf);
  const touched = await touchedByGroups(ctx, rows, ({ cause }) => [cause], { from, to });
  const sum = (of: readonly StoodGroup[], which: 'reports' | 'entries' | 'open'): number =>
    of.reduce((total, row) => total + row[which], 0);
  const groups = [...groupBy(rows, ({ cause }) => cause)].map(([cause, members]): CauseNumbers => ({
    ...{ cause, count: sum(members, 'entries'), open: sum(members, 'open'), reports: sum(members, 'reports') },
    units: [...new Set(members.map(({ unitId }) => tree.liveUnitOf(unitId) ?? unitId))],
    dossiers: touched.get(cause) ?? null,
  }));
  return { asOf, reports: sum(rows, 'reports'), groups: groups.toSorted(causesInOrder) };
}

async function thoseThatStood(
  ctx: Context,
  rows: readonly DifficultyRow[],
  period: { from: Day; to: Day },
): Promise<Map<string, StandingThen>> {
  const ids = rows.map(({ id }) => id);
  const logs = groupBy(await logsUntil(ctx.read, ctx.provinceId, ids, period.to), ({ difficultyId }) => difficultyId);
  return new Map(
    [...logs].flatMap(([id, log]) => {
      const standing = stoodIn(log, period);
      return standing ? [[id, standing] as const] : [];
    }),
  );
}

async function asCounted(
  ctx: Context,
  rows: readonly DifficultyRow[],
  { stood, asOf }: { stood: ReadonlyMap<string, StandingThen>; asOf: Day },
) {
  const tree = await unitTree(ctx, asOf);
  return rows.flatMap(({ id, headId, cause, unitId, reportedOn }) => {
    const standing = stood.get(id);
    if (!standing) return [];
    const age = ageInDays(reportedOn, standing.closedOn, asOf);
    return [{ id, headId, cause, state: standing.state, unitId: tree.liveUnitOf(unitId) ?? unitId, age }];
  });
}
