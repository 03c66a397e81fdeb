import { isDay, type Day } from '@chi-tieu/shared/domain/days';
import { foldMarked } from '@chi-tieu/shared/domain/fold';
import { organisationKey } from '@chi-tieu/shared/domain/organisation';
import { suggestProcedures, type KnownProcedure } from '@chi-tieu/shared/domain/suggest/suggest-procedures';
import { suggestUnits, type KnownUnit } from '@chi-tieu/shared/domain/suggest/suggest-units';
import { suggestValue } from '@chi-tieu/shared/domain/suggest/suggest-value';
import { connect, type Connection, type Page } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import { aliasesByUnit, today, unitTree } from '../../units/units.service.ts';
import { rowsWithin } from '../ingest/quarantine.service.ts';
import type { CauseKey } from './cause-key.ts';
import {
  countCauses,
  daysOfCauses,
  namesOfCauses,
  openCauses,
  othersOfCauses,
  type CauseCursor,
  type CauseRow,
} from './causes.queries.ts';
import type { Ground } from './ground-texts.ts';
import { procedureStands } from './procedure-alias.queries.ts';

/** The causes of what waits within the caller's reach, those with most rows first. */
export async function listCauses(ctx: Context, page: Page<CauseCursor>): Promise<Connection<CauseRow>> {
  const within = await rowsWithin(ctx, 'quarantine.read');
  const rows = await openCauses(ctx.read, ctx.provinceId, within, page);
  const keyOf = ({ count, ofCatalogue, problem, field, text }: CauseRow): CauseCursor => {
    return [count, ofCatalogue, problem, field, text];
  };
  return connect(rows, page, keyOf, () => countCauses(ctx.read, ctx.provinceId, within));
}

/** What would mend all rows of a cause. */
export interface Suggestion {
  unitId: number | null;
  procedureCode: string | null;
  value: string | null;
  weight: number;
  grounds: Ground[];
  /** The day whose unit is meant. */
  on: Day | null;
}

const NOTHING = { on: null, unitId: null, procedureCode: null, value: null };

/** What may be meant by the text that nobody knows, the likeliest first; every cause of a page is answered by the same few questions. */
export async function suggestionsFor(ctx: Context, cause: CauseKey): Promise<Suggestion[]> {
  if (cause.problem === 'UNKNOWN_UNIT' && cause.text !== '') return unitSuggestions(ctx, cause);
  if (cause.problem === 'UNKNOWN_PROCEDURE' && cause.text !== '') {
    const found = suggestProcedures(cause.text, await knownProcedures(ctx));
    return found.map(({ code, weight, grounds }) => ({
      ...NOTHING,
      procedureCode: code,
      weight,
      grounds: [...grounds],
    }));
  }
  const value = suggestValue(cause.field, cause.text);
  return value === null ? [] : [{ ...NOTHING, value: value.value, weight: 90, grounds: [{ kind: value.ground }] }];
}

async function unitSuggestions(ctx: Context, cause: CauseKey): Promise<Suggestion[]> {
  const within = await rowsWithin(ctx, 'quarantine.read');
  const [names, others, on] = await Promise.all([
    namesFor(ctx, cause),
    ctx.loadAll('others of causes', { id: cause.text }, async (asked) =>
      (await othersOfCauses(ctx.read, ctx.provinceId, within, idsOf(asked))).map((row) => ({
        id: row.text,
        ...row,
      })),
    ),
    dayOfCause(ctx, cause),
  ]);
  const unknown = {
    organisation: cause.text,
    names,
    others: new Map(others.map(({ unitId, count }) => [unitId, count])),
  };
  const found = suggestUnits(unknown, await knownUnits(ctx, on));
  return found.map(({ unitId, weight, grounds }) => ({ ...NOTHING, on, unitId, weight, grounds: [...grounds] }));
}

/** The day whose units rows of a cause may mean: the last one that their codes name, else today. */
export async function dayOfCause(ctx: Context, { problem, text }: CauseKey): Promise<Day> {
  const day = today(ctx);
  if (problem !== 'UNKNOWN_UNIT' || text === '') return day;
  const within = await rowsWithin(ctx, 'quarantine.read');
  const [last] = await ctx.loadAll('days of causes', { id: text }, async (asked) =>
    (await daysOfCauses(ctx.read, ctx.provinceId, within, idsOf(asked))).map((row) => ({ id: row.text, ...row })),
  );
  const written = last && `20${last.day.slice(0, 2)}-${last.day.slice(2, 4)}-${last.day.slice(4)}`;
  return written !== undefined && isDay(written) && written < day ? written : day;
}

const idsOf = (asked: readonly { id: string }[]): string[] => asked.map(({ id }) => id);

/** What rows of a cause call their unit. */
export async function namesFor(ctx: Context, cause: CauseKey): Promise<string[]> {
  if (cause.problem !== 'UNKNOWN_UNIT' || cause.text === '') return [];
  const within = await rowsWithin(ctx, 'quarantine.read');
  const names = await ctx.loadAll('names of causes', { id: cause.text }, async (asked) =>
    (await namesOfCauses(ctx.read, ctx.provinceId, within, idsOf(asked))).map((row) => ({ id: row.text, ...row })),
  );
  return distinct(names.map(({ name }) => name));
}

function distinct(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [foldMarked(name), name])).values()];
}

/** The units of a day with what they are called, asked once a request. */
function knownUnits(ctx: Context, on: Day): Promise<KnownUnit[]> {
  return ctx.once(`units that may be meant@${on}`, async () => {
    const tree = await unitTree(ctx, on);
    const aliases = await aliasesByUnit(ctx);
    return tree.alive().map(({ unitId, code, name, type, parentId }) => {
      const mine = aliases.get(unitId) ?? [];
      const organisations = mine.flatMap((alias) => organisationKey(alias) ?? []);
      const other = name.startsWith(`${type} `) ? name.slice(type.length + 1) : `${type} ${name}`;
      const names = [name, other, ...mine.filter((alias) => organisationKey(alias) === null)];
      return { unitId, code, names, parentId, organisations };
    });
  });
}

function knownProcedures(ctx: Context): Promise<KnownProcedure[]> {
  return ctx.once('procedures that may be meant', () => procedureStands(ctx.read, ctx.provinceId, today(ctx)));
}
