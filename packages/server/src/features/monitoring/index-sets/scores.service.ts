import type { Day } from '@chi-tieu/shared/domain/days';
import { compare, fraction, fractionOfDecimal, type Fraction } from '@chi-tieu/shared/domain/index-set/fraction';
import { gainsOf, type Gain } from '@chi-tieu/shared/domain/index-set/gains';
import { componentsOf, type IndexSetFacts } from '@chi-tieu/shared/domain/index-set/index-set';
import { scoreOf, type Component, type SetScore } from '@chi-tieu/shared/domain/index-set/score';
import { giveRanks } from '@chi-tieu/shared/domain/ranking/rank';
import type { Counts } from '@chi-tieu/shared/domain/rate';
import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../../app/context.ts';
import type { UnitKind } from '../../../app/enums.ts';
import { notFound } from '../../../app/errors.ts';
import { attainmentTable, attainmentUnits, checkPeriod, type AttainmentTable } from '../../rates/rates.service.ts';
import { unitTree } from '../../units/units.service.ts';
import { checked, indexSetByCode, indexSets, indexSetVersions } from './index-sets.service.ts';
import { indexValuesAt, type IndexSetRow } from './index-sets.queries.ts';

/** Whose scores are asked for, by which version of a set. */
export interface ScoreQuestion {
  set: string;
  version: number | null;
  from: Day;
  to: Day;
  kind: UnitKind;
  under: string | null;
  knownAt: Date | null;
}

/** What an input is worth to a unit: counts of a rate, or a number that was given with its evidence. */
export interface InputWorth {
  name: string;
  value: Fraction | null;
  counts: Counts | null;
  evidence: string | null;
}

/** A unit with its points. */
export interface UnitScore {
  unitId: number;
  inputs: InputWorth[];
  score: SetScore;
  gains: Gain[];
  /** Ties share it; null where a component has no data. */
  rank: number | null;
}

export interface Scores {
  set: IndexSetRow;
  tree: UnitTree;
  rows: UnitScore[];
}

/** The points of all units of a kind in a period, the highest first, then those of which something is unknown. Exact: nothing is rounded before it is shown. */
export async function scoresOf(ctx: Context, question: ScoreQuestion): Promise<Scores> {
  checkPeriod(question.from, question.to);
  return scoresBy(ctx, await setAsked(ctx, question), question);
}

/** The same by a set that nobody saved: what it would give. `code` of one that is there lends it the numbers that were given for that one. */
export async function scoresTried(
  ctx: Context,
  code: string,
  facts: IndexSetFacts,
  asked: Pick<ScoreQuestion, 'from' | 'to' | 'kind'>,
): Promise<Scores> {
  checkPeriod(asked.from, asked.to);
  const [tidy, stored] = [await checked(ctx, facts), (await indexSets(ctx)).find((set) => set.code === code)];
  const { id = 0, version = 0 } = stored ?? {};
  const set = { ...tidy, id, code, version: version + 1, savedAt: ctx.app.now(), savedBy: null };
  return scoresBy(ctx, set, { ...asked, set: code, version: null, under: null, knownAt: null });
}

async function scoresBy(ctx: Context, set: IndexSetRow, question: ScoreQuestion): Promise<Scores> {
  const { to, kind, under, knownAt } = question;
  const components = componentsOf(set);
  const tree = await unitTree(ctx, to, knownAt);
  const units = await attainmentUnits(ctx, tree, { under, kind, year: Number(to.slice(0, 4)), on: to });
  const worthOf = await inputsOf(ctx, set, question);
  return { set, tree, rows: ranked(units.map((unitId) => scoreOfUnit(unitId, components, worthOf(unitId)))) };
}

async function setAsked(ctx: Context, { set: code, version, knownAt }: ScoreQuestion): Promise<IndexSetRow> {
  if (version === null) return indexSetByCode(ctx, code, knownAt);
  const found = (await indexSetVersions(ctx, code)).find((one) => one.version === version);
  if (!found) throw notFound('index.unknown', { code: code.slice(0, 40) });
  return found;
}

/** What each input is worth to a unit; the tables of the indicators are asked for once each. */
async function inputsOf(
  ctx: Context,
  set: IndexSetRow,
  { from, to, knownAt }: ScoreQuestion,
): Promise<(unitId: number) => InputWorth[]> {
  const tables = new Map<string, AttainmentTable>();
  for (const { kind, indicator } of set.inputs) {
    if (kind !== 'RATE' || indicator === null || tables.has(indicator)) continue;
    tables.set(indicator, await attainmentTable(ctx, { indicator, from, to, scope: 'SUBTREE', knownAt }));
  }
  const given = await indexValuesAt(ctx.read, ctx.provinceId, set.id, { from, to }, knownAt);
  const typed = new Map(given.map((row) => [`${row.unitId} ${row.input}`, row]));
  return (unitId) =>
    set.inputs.map(({ name, kind, indicator }): InputWorth => {
      if (kind === 'RATE') return rateWorth(name, tables.get(indicator ?? ''), unitId);
      const row = typed.get(`${unitId} ${name}`);
      const value = row?.value == null ? null : fractionOfDecimal(row.value);
      return { name, value, counts: null, evidence: row?.evidence ?? null };
    });
}

function rateWorth(name: string, table: AttainmentTable | undefined, unitId: number): InputWorth {
  const { numerator, denominator } = table?.of(unitId) ?? { numerator: 0, denominator: 0 };
  const value = denominator === 0 ? null : fraction(numerator, denominator);
  return { name, value, counts: { numerator, denominator }, evidence: null };
}

function scoreOfUnit(unitId: number, components: readonly Component[], inputs: InputWorth[]): UnitScore {
  const values = new Map(inputs.map(({ name, value }) => [name, value]));
  const rates = inputs.flatMap(({ name, counts }) => (counts ? [{ input: name, counts }] : []));
  return {
    unitId,
    inputs,
    score: scoreOf(components, values),
    gains: gainsOf(components, values, rates),
    rank: null,
  };
}

/** The highest first; one of which something is unknown has no rank, since nobody can say what it would have. */
function ranked(rows: readonly UnitScore[]): UnitScore[] {
  const bySum = (a: UnitScore, b: UnitScore): number => compare(b.score.sum, a.score.sum);
  const whole = rows.filter(({ score }) => score.isComplete).toSorted(bySum);
  giveRanks(whole, bySum);
  return [...whole, ...rows.filter(({ score }) => !score.isComplete)];
}
