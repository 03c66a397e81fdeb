import type { Context } from '../../app/context.ts';
import { badInput, badInputs, conflict, notFound, type FieldProblem } from '../../app/errors.ts';
import { decisionMap, listByCode } from '../catalogue/lists.service.ts';
import type { DefinitionTerms } from '../rates/indicators.queries.ts';
import { auditDefinition } from './audit-definition.ts';
import type { DefinitionInput } from './definitions.types.ts';
import {
  definitionById,
  definitionsOf,
  indicatorNamed,
  insertDraft,
  insertNamed,
  updateDraft,
  type DefinitionRow,
  type DraftFacts,
} from './definitions.queries.ts';
import { numberOf, stale } from './life.service.ts';

const CODE = /^[A-Z][A-Z0-9_]{2,49}$/;
const LONGEST = { name: 200, clause: 1_000, note: 4_000 };
const MOST_STATUS = 10;

/** Every definition, asked once a request. */
export function allDefinitions(ctx: Context): Promise<DefinitionRow[]> {
  return ctx.once('definitions', () => definitionsOf(ctx.read, ctx.provinceId));
}

export async function definitionNumbered(ctx: Context, id: number | string): Promise<DefinitionRow> {
  const number = typeof id === 'number' ? id : numberOf(id);
  const found = (await allDefinitions(ctx)).find((one) => one.id === number);
  if (!found) throw notFound('definition.unknown');
  return found;
}

/** What a first definition of a new indicator says until somebody saves it: every dossier received, of them those online. */
const FIRST: DraftFacts = {
  counts: 'DOSSIERS',
  basis: 'RECEIVED',
  eligibilityDate: 'RECEIVED',
  inForceRequired: false,
  listId: null,
  levels: [],
  tiers: null,
  statuses: null,
  numerator: 'CHANNEL',
  numeratorChannel: 'ONLINE',
  clause: null,
  decisionId: null,
  note: null,
};

/**
 * Begins a draft: of an indicator that there is it says what the latest definition says; with a name it is the first one of a new
 * indicator. An indicator has one draft at a time, until it is switched on or called off.
 */
export async function createDefinition(ctx: Context, code: string, name: string | null): Promise<number> {
  const called = name === null ? null : name.normalize('NFC').trim();
  if (called !== null) checkNames(code, called);
  let id = 0;
  await ctx.write('createDefinition', async (tx) => {
    const known = await indicatorNamed(tx, ctx.provinceId, code);
    if (known && called !== null) throw conflict('definition.exists', { code }, { path: 'indicator' });
    if (!known && called === null) throw notFound('indicator.unknown', { code: code.slice(0, 60) });
    const indicatorId = known?.id ?? (await insertNamed(tx, ctx.provinceId, code, called ?? ''));
    const earlier = (await definitionsOf(tx, ctx.provinceId)).filter((one) => one.indicatorId === indicatorId);
    if (earlier.some(({ state }) => ['DRAFT', 'COMPUTING', 'READY'].includes(state)))
      throw conflict('definition.open', { code }, { path: 'indicator' });
    const like = earlier.find(({ state }) => state === 'ACTIVE') ?? earlier[0] ?? FIRST;
    id = await insertDraft(tx, ctx.provinceId, indicatorId, { ...like, note: null });
    const version = (earlier[0]?.version ?? 0) + 1;
    auditDefinition(tx, { code, version }, 'DEFINITION_DRAFTED', { state: 'DRAFT', terms: like });
  });
  return id;
}

function checkNames(code: string, name: string): void {
  const problems: FieldProblem[] = [];
  if (!CODE.test(code)) problems.push({ path: 'indicator', text: 'definition.code', params: {} });
  if (name === '') problems.push({ path: 'name', text: 'definition.name', params: {} });
  if (name.length > LONGEST.name)
    problems.push({ path: 'name', text: 'definition.long', params: { most: LONGEST.name } });
  if (problems.length > 0) throw badInputs(problems);
}

/** Writes a draft anew, whole. */
export async function saveDefinition(
  ctx: Context,
  id: string,
  expectedRevision: number,
  input: DefinitionInput,
): Promise<number> {
  const number = numberOf(id);
  const facts = await factsOf(ctx, input);
  await ctx.write('saveDefinition', async (tx) => {
    const definition = await definitionById(tx, ctx.provinceId, number, true);
    if (!definition) throw notFound('definition.unknown');
    if (definition.state !== 'DRAFT' || definition.revision !== expectedRevision) throw stale(definition);
    const others = (await definitionsOf(tx, ctx.provinceId)).filter(
      (one) => one.indicatorId === definition.indicatorId && one.id !== definition.id && one.state !== 'CANCELLED',
    );
    // Plans rest on indicators of dossiers: what is another kind of thing is another indicator.
    if (others.some(({ counts }) => counts !== facts.counts)) throw badInput('input.counts', 'definition.otherKind');
    await updateDraft(tx, definition.id, facts);
    auditDefinition(tx, definition, 'DEFINITION_SAVED', { state: 'DRAFT', terms: facts });
  });
  return number;
}

/** What was typed, checked and in the form in which it is stored: terms that mean nothing for what is counted are left out. */
async function factsOf(ctx: Context, input: DefinitionInput): Promise<DraftFacts> {
  const problems: FieldProblem[] = [];
  const tell = (field: string, text: FieldProblem['text'], params = {}) =>
    problems.push({ path: `input.${field}`, text, params });
  const isOfServices = input.counts !== 'DOSSIERS';
  const list = input.list ?? null;
  const listId = list === null ? null : (await listByCode(ctx, list)).id;
  if (isOfServices && listId === null) tell('list', 'definition.list');
  if (listId !== null && input.levels.length === 0) tell('levels', 'definition.levels');
  if (input.tiers?.length === 0) tell('tiers', 'definition.tiers');
  const statuses = input.statuses ?? null;
  if (statuses && (statuses.length === 0 || statuses.some((one) => one < 1 || one > MOST_STATUS)))
    tell('statuses', 'definition.statuses');
  if (input.numerator === 'CHANNEL' && !input.numeratorChannel) tell('numeratorChannel', 'definition.channel');
  for (const field of ['clause', 'note'] as const)
    if ((input[field] ?? '').length > LONGEST[field]) tell(field, 'definition.long', { most: LONGEST[field] });
  const decisionId = input.decision == null ? null : numberOf(input.decision);
  if (decisionId !== null && !(await decisionMap(ctx)).has(decisionId))
    tell('decision', 'decision.unknown', { id: (input.decision ?? '').slice(0, 20) });
  if (problems.length > 0) throw badInputs(problems);
  const terms = termsOf(input, listId);
  return { ...terms, decisionId, note: worded(input.note) };
}

function termsOf(input: DefinitionInput, listId: number | null): DefinitionTerms {
  const isOfServices = input.counts !== 'DOSSIERS';
  const { counts, basis, inForceRequired, numerator } = input;
  return {
    counts,
    basis,
    eligibilityDate: isOfServices ? 'PERIOD_END' : input.eligibilityDate,
    inForceRequired,
    listId,
    levels: listId === null ? [] : [...new Set(input.levels)],
    tiers: input.tiers ? [...new Set(input.tiers)] : null,
    statuses: input.statuses ? [...new Set(input.statuses)].sort((a, b) => a - b) : null,
    numerator,
    numeratorChannel: numerator === 'CHANNEL' ? (input.numeratorChannel ?? null) : null,
    clause: worded(input.clause),
  };
}

function worded(text: string | null | undefined): string | null {
  const plain = (text ?? '').normalize('NFC').trim();
  return plain === '' ? null : plain;
}
