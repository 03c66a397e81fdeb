import { differsFrom, faultsOf, type IndexSetFacts } from '@chi-tieu/shared/domain/index-set/index-set';
import type { Context } from '../../../app/context.ts';
import { badInput, badInputs, conflict, notFound, type FieldProblem } from '../../../app/errors.ts';
import { allIndicators, checkPeriod } from '../../rates/rates.service.ts';
import { unitByCode } from '../../units/units.service.ts';
import {
  indexSetsAt,
  insertVersion,
  lockSet,
  putValues,
  versionsOfSet,
  type IndexSetRow,
  type IndexValueRow,
} from './index-sets.queries.ts';

const CODE = /^[A-Z][A-Z0-9_]{1,29}$/;
const LONGEST_EVIDENCE = 1_000;
const MOST_VALUES = 500;

/** Every set as it stood at an instant (null: now), asked once a request. */
export function indexSets(ctx: Context, knownAt: Date | null = null): Promise<IndexSetRow[]> {
  const key = `index sets@${knownAt?.toISOString() ?? 'now'}`;
  return ctx.once(key, () => indexSetsAt(ctx.read, ctx.provinceId, knownAt));
}

/** A set by its code, as it stood at an instant; NOT_FOUND where there was none. */
export async function indexSetByCode(ctx: Context, code: string, knownAt: Date | null = null): Promise<IndexSetRow> {
  const found = (await indexSets(ctx, knownAt)).find((set) => set.code === code);
  if (!found) throw notFound('index.unknown', { code: code.slice(0, 40) });
  return found;
}

/** All versions of a set, the latest first. */
export function indexSetVersions(ctx: Context, code: string): Promise<IndexSetRow[]> {
  return ctx.once(`index set ${code}`, () => versionsOfSet(ctx.read, ctx.provinceId, code));
}

/**
 * Saves a set as its next version; of a code that is new it is the first. `expectedVersion` is the one that was looked at, 0 for a new set;
 * another one is a CONFLICT. What was scored by an earlier version stays as known then.
 */
export async function saveIndexSet(
  ctx: Context,
  code: string,
  facts: IndexSetFacts,
  expectedVersion: number,
): Promise<void> {
  if (!CODE.test(code)) throw badInput('code', 'index.code');
  const tidy = await checked(ctx, facts);
  await ctx.write('saveIndexSet', async (tx) => {
    const set = await lockSet(tx, ctx.provinceId, code);
    if (set.version !== expectedVersion) throw conflict('index.changed', {}, { facts: { version: set.version } });
    const version = set.version + 1;
    await insertVersion(tx, ctx.provinceId, { id: set.id, version }, tidy, ctx.account?.id ?? null);
    const { inputs, components } = tidy;
    tx.audit({
      what: 'INDEX_SET_SAVED',
      about: { kind: 'INDEX_SET', id: code },
      unitId: null,
      after: { version, inputs: inputs.length, components: components.length },
    });
  });
}

/** A set as it would be saved; what cannot be in it is BAD_USER_INPUT, all of it at once. */
export async function checked(ctx: Context, facts: IndexSetFacts): Promise<IndexSetFacts> {
  const tidy = tidied(facts);
  const indicators = (await allIndicators(ctx)).map((indicator) => indicator.code);
  const faults = faultsOf(tidy, indicators).map(({ path, problem, found }): FieldProblem => {
    const isCut = problem === 'UNEXPECTED' && found === '';
    return { path: `input.${path}`, text: `index.fault.${isCut ? 'CUT' : problem}`, params: { found } };
  });
  if (faults.length > 0) throw badInputs(faults);
  return tidy;
}

/** Which version of the same decision a set counts otherwise than; null where it counts alike. */
export async function differingFrom(ctx: Context, set: IndexSetRow): Promise<number | null> {
  return differsFrom(set, await indexSetVersions(ctx, set.code));
}

function tidied({ name, source, inputs, components }: IndexSetFacts): IndexSetFacts {
  const plain = (text: string): string => text.normalize('NFC').trim();
  const orNull = (text: string | null): string | null => (text === null ? null : plain(text) || null);
  return {
    name: plain(name),
    source: orNull(source),
    inputs: inputs.map((input) => ({
      name: plain(input.name),
      label: plain(input.label),
      kind: input.kind,
      indicator: input.kind === 'RATE' ? orNull(input.indicator) : null,
    })),
    components: components.map((component) => ({
      code: plain(component.code),
      name: plain(component.name),
      maximum: plain(component.maximum),
      expression: plain(component.expression),
      evidence: orNull(component.evidence),
    })),
  };
}

/** A number that is given for a unit. */
export interface GivenValue {
  unit: string;
  input: string;
  /** A decimal; null takes back what was given. */
  value: string | null;
  evidence: string;
}

/** Gives the numbers that nothing counts, of some units in a period, each with its evidence. Whole or not at all. */
export async function setIndexValues(
  ctx: Context,
  code: string,
  period: { from: string; to: string },
  given: readonly GivenValue[],
): Promise<void> {
  checkPeriod(period.from, period.to);
  const set = await indexSetByCode(ctx, code);
  if (given.length === 0 || given.length > MOST_VALUES) throw badInput('values', 'index.values', { most: MOST_VALUES });
  const typed = new Set(set.inputs.filter(({ kind }) => kind === 'TYPED').map(({ name }) => name));
  const problems: FieldProblem[] = [];
  const rows: IndexValueRow[] = [];
  const seen = new Set<string>();
  for (const [at, one] of given.entries()) {
    const tell = (field: string, text: FieldProblem['text'], params = {}): void =>
      void problems.push({ path: `values.${at}.${field}`, text, params });
    const evidence = one.evidence.normalize('NFC').trim();
    const value = one.value === null ? null : one.value.trim().replace(',', '.');
    if (!typed.has(one.input)) tell('input', 'index.notTyped', { input: one.input.slice(0, 30) });
    if (value !== null && !/^\d{1,9}(\.\d{1,6})?$/.test(value)) tell('value', 'index.value');
    if (evidence === '' || evidence.length > LONGEST_EVIDENCE)
      tell('evidence', 'index.evidence', { most: LONGEST_EVIDENCE });
    const { unitId } = (await unitByCode(ctx, one.unit, { year: Number(period.to.slice(0, 4)) })).version;
    if (seen.has(`${unitId} ${one.input}`)) tell('unit', 'index.twice');
    seen.add(`${unitId} ${one.input}`);
    rows.push({ unitId, input: one.input, value, evidence });
  }
  if (problems.length > 0) throw badInputs(problems);
  await ctx.write('setIndexValues', async (tx) => {
    // Of two who give the same number at once, the one who comes later takes the place of the other.
    await lockSet(tx, ctx.provinceId, code);
    await putValues(tx, ctx.provinceId, set.id, period, rows, ctx.account?.id ?? null);
    tx.audit({
      what: 'INDEX_VALUES_GIVEN',
      about: { kind: 'INDEX_SET', id: code },
      unitId: null,
      after: { from: period.from, to: period.to, values: rows.length },
    });
  });
}
