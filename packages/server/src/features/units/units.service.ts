import { aliasKey } from '@chi-tieu/shared/domain/organisation';
import { dayInVietnam, type Day } from '@chi-tieu/shared/domain/days';
import { fold, foldMarked } from '@chi-tieu/shared/domain/fold';
import { findBearer, unitTreeOn, type UnitTree, type UnitVersionRow } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../app/context.ts';
import type { UnitKind } from '../../app/enums.ts';
import { badInput, notFound } from '../../app/errors.ts';
import type { ErrorText } from '../../app/error-texts.ts';
import { readSearchWords, type SearchWords } from '../../app/search-words.ts';
import {
  replaceAliases,
  unitAliases,
  unitSuccessions,
  unitVersions,
  type SuccessionRecord,
  type UnitVersionRecord,
} from './units.queries.ts';

/** Everything about units as the system knew it at one instant; some 300 rows for a province. */
export interface UnitRegister {
  versions: UnitVersionRecord[];
  successions: SuccessionRecord[];
}

/** A unit as of a day: one version of it in the tree of that day. */
export interface UnitOnDay {
  version: UnitVersionRow;
  tree: UnitTree;
  on: Day;
}

/** Today's day where the province is. */
export function today(ctx: Context): Day {
  return dayInVietnam(ctx.app.now());
}

/** The register as known at an instant, asked once a request. */
export function unitRegister(ctx: Context, knownAt: Date | null = null): Promise<UnitRegister> {
  return ctx.onceWritten(`units@${knownAt?.toISOString() ?? 'now'}`, async () => ({
    versions: await unitVersions(ctx.read, ctx.provinceId, knownAt),
    successions: await unitSuccessions(ctx.read, ctx.provinceId, knownAt),
  }));
}

/** The hierarchy as it stood on a day. */
export function unitTree(ctx: Context, on: Day, knownAt: Date | null = null): Promise<UnitTree> {
  return ctx.onceWritten(`tree@${on}@${knownAt?.toISOString() ?? 'now'}`, async () => {
    const { versions, successions } = await unitRegister(ctx, knownAt);
    return unitTreeOn(versions, successions, on);
  });
}

/**
 * The unit that a code names: with `on`, whoever bore it that day; else its bearer in the given year, else today's, else
 * its last bearer, seen as of its last day. Null when nobody ever bore it so.
 */
export async function findUnit(
  ctx: Context,
  code: string,
  when: { on?: Day; year?: number } = {},
): Promise<UnitOnDay | null> {
  const { versions } = await unitRegister(ctx);
  const version = findBearer(versions, code, { ...when, today: today(ctx) });
  if (!version) return null;
  const on = when.on ?? nearestDay(version, today(ctx));
  return { version, tree: await unitTree(ctx, on), on };
}

/** The day itself where the version holds on it, else the nearest on which it does. */
export function nearestDay(version: UnitVersionRow, day: Day): Day {
  if (version.to !== null && version.to < day) return version.to;
  if (version.from !== null && version.from > day) return version.from;
  return day;
}

/** The unit that an argument names, or NOT_FOUND. */
export async function unitByCode(
  ctx: Context,
  code: string,
  when: { on?: Day; year?: number } = {},
): Promise<UnitOnDay> {
  const found = await findUnit(ctx, code, when);
  if (!found) throw notFound('unit.unknown', { code });
  return found;
}

/** The unit that a field of an input names, or BAD_USER_INPUT with its path. */
export async function unitInInput(
  ctx: Context,
  path: string,
  code: string,
  when: { on?: Day; year?: number } = {},
): Promise<UnitOnDay> {
  const found = await findUnit(ctx, code, when);
  if (!found) throw badInput(path, 'unit.unknown', { code });
  return found;
}

export interface UnitFilter {
  on: Day;
  /** A code: its children and all below. */
  under: string | null;
  kind: UnitKind | null;
  search: string | null;
}

/** The units alive on a day that fit, in the order of the codes; a search ranks names with the typed marks first. */
export async function listUnits(ctx: Context, { on, under, kind, search }: UnitFilter): Promise<UnitOnDay[]> {
  const tree = await unitTree(ctx, on);
  let versions = tree.alive();
  if (under !== null) {
    const root = ((await findUnit(ctx, under, { on })) ?? (await unitByCode(ctx, under))).version.unitId;
    versions = versions.filter(({ unitId }) => unitId !== root && tree.isWithin(unitId, root));
  }
  if (kind !== null) versions = versions.filter((version) => version.kind === kind);
  const wanted = readSearchWords(search);
  return (wanted.query === '' ? versions : searched(versions, wanted)).map((version) => ({ version, tree, on }));
}

/** Those whose name or code has every word, marks or not; what has no letter and no digit stands in no name. */
function searched(versions: readonly UnitVersionRow[], { words, marked }: SearchWords): UnitVersionRow[] {
  if (words.length === 0) return [];
  const hasAll = (text: string, all: string[]) => all.every((word) => text.includes(word));
  const found = versions.filter(({ name, code }) => hasAll(`${fold(name)} ${fold(code)}`, words));
  const rank = ({ name, code }: UnitVersionRow) => Number(!hasAll(`${foldMarked(name)} ${fold(code)}`, marked));
  return found.sort((a, b) => rank(a) - rank(b));
}

/** The aliases of every unit, asked once a request. */
export function aliasesByUnit(ctx: Context): Promise<Map<number, string[]>> {
  return ctx.once('aliases', async () => {
    const byUnit = new Map<number, string[]>();
    for (const row of await unitAliases(ctx.read, ctx.provinceId)) {
      byUnit.set(row.unitId, [...(byUnit.get(row.unitId) ?? []), row.alias]);
    }
    return byUnit;
  });
}

const LONGEST_ALIAS = 300;
const MOST_ALIASES = 200;

/** Replaces the aliases of a unit, at most 200; an alias that already names another unit is a CONFLICT. */
export async function setUnitAliases(ctx: Context, code: string, aliases: string[]): Promise<UnitOnDay> {
  const unit = await unitByCode(ctx, code);
  if (aliases.length > MOST_ALIASES) throw badInput('aliases', 'input.tooMany', { most: MOST_ALIASES });
  const clean = new Map<string, { alias: string; key: string }>();
  aliases.forEach((given, index) => {
    const alias = given.normalize('NFC').trim();
    const wrong: ErrorText | null =
      alias === '' || alias.includes('\0') ? 'alias.empty' : alias.length > LONGEST_ALIAS ? 'alias.long' : null;
    if (wrong) throw badInput(`aliases.${index}`, wrong, { most: LONGEST_ALIAS });
    clean.set(alias, { alias, key: aliasKey(alias) });
  });
  const { unitId, name } = unit.version;
  await ctx.write('setUnitAliases', async (tx) => {
    const before = await replaceAliases(tx, ctx.provinceId, unitId, [...clean.values()]);
    const show = (some: string[]) => ({ name, aliases: some });
    const about = { kind: 'UNIT', id: unit.version.code } as const;
    tx.audit({ what: 'ALIASES_SET', about, unitId, before: show(before), after: show([...clean.keys()]) });
  });
  return unitByCode(ctx, code);
}
