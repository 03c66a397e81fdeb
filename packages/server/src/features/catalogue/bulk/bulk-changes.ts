import type { Day } from '@chi-tieu/shared/domain/days';
import { sameValue } from '@chi-tieu/shared/domain/same-value';
import type { UnitKind } from '../../../app/enums.ts';
import { badInput, badInputs } from '../../../app/errors.ts';
import type { StepFacts } from '../steps.queries.ts';
import type { ProcedureRow } from '../catalogue.queries.ts';
import {
  detailProblems,
  MOST_ITEMS,
  oneLine,
  textOfDraft,
  type DraftLink,
  type ProcedureDraft,
} from '../procedure-draft.ts';

type Given<Value> = Value | null | undefined;

/** What a step changes of many procedures. What is not given stays; null takes a field, an authority or days away. */
export interface BulkChanges {
  field?: Given<string>;
  authority?: Given<string>;
  processingDays?: Given<number>;
  addTiers?: Given<UnitKind[]>;
  removeTiers?: Given<UnitKind[]>;
  addLinks?: Given<DraftLink[]>;
  addLegalBases?: Given<string[]>;
  inForceTo?: Given<Day>;
}

/** One thing that is changed. */
export const BULK_PARTS = [
  'FIELD',
  'AUTHORITY',
  'PROCESSING_DAYS',
  'TIERS',
  'LINKS',
  'LEGAL_BASES',
  'IN_FORCE_TO',
] as const;
export type BulkPart = (typeof BULK_PARTS)[number];

/** What becomes of a procedure by one part: changed, as it was already so, or that it cannot be. */
export type PartOutcome = 'CHANGED' | 'ALREADY' | 'IMPOSSIBLE';

/** The parts that changes name, in the order in which they are told. */
export function partsOf(changes: BulkChanges): BulkPart[] {
  const named: Record<BulkPart, boolean> = {
    FIELD: changes.field !== undefined,
    AUTHORITY: changes.authority !== undefined,
    PROCESSING_DAYS: changes.processingDays !== undefined,
    TIERS: (changes.addTiers?.length ?? 0) + (changes.removeTiers?.length ?? 0) > 0,
    LINKS: (changes.addLinks?.length ?? 0) > 0,
    LEGAL_BASES: (changes.addLegalBases?.length ?? 0) > 0,
    IN_FORCE_TO: typeof changes.inForceTo === 'string',
  };
  return BULK_PARTS.filter((part) => named[part]);
}

/** Refuses changes that say nothing, contradict themselves, or hold what no procedure may have; at `changes.…`. */
export function checkChanges(changes: BulkChanges): void {
  if (partsOf(changes).length === 0) throw badInput('changes', 'bulk.nothing');
  const twice = (changes.addTiers ?? []).find((tier) => changes.removeTiers?.includes(tier));
  if (twice) throw badInput('changes.removeTiers', 'bulk.tierTwice');
  for (const name of ['addTiers', 'removeTiers'] as const)
    changes[name]?.forEach((tier, at) => {
      if (tier === 'DEPARTMENT') throw badInput(`changes.${name}.${at}`, 'tier.department');
    });
  const { field, authority, processingDays, addLinks, addLegalBases } = changes;
  if ((field ?? '').length > 2_000) throw badInput('changes.field', 'procedure.fieldLong', { most: 2_000 });
  if (field?.includes('\0')) throw badInput('changes.field', 'procedure.text');
  const problems = detailProblems({ authority, processingDays, links: addLinks, legalBases: addLegalBases }, 'changes');
  if (problems.length === 0) return;
  const names: Readonly<Record<string, string>> = {
    'changes.links': 'changes.addLinks',
    'changes.legalBases': 'changes.addLegalBases',
  };
  throw badInputs(
    problems.map((problem) => {
      const [, place = ''] = /^(changes\.\w+)/.exec(problem.path) ?? [];
      return { ...problem, path: (names[place] ?? place) + problem.path.slice(place.length) };
    }),
  );
}

/** A procedure as it is to be, with what becomes of it by each part. */
export interface BulkDraft {
  draft: ProcedureDraft;
  outcomes: ReadonlyMap<BulkPart, PartOutcome>;
}

/** What changes make of a procedure, as it reads on the day of the step. */
export function changedDraft(procedure: ProcedureRow, changes: BulkChanges): BulkDraft {
  const { code, version, inForceFrom, inForceTo } = procedure;
  const before = textOfDraft(procedure, procedure);
  const wanted: ProcedureDraft = {
    ...procedure,
    code,
    inForceFrom,
    inForceTo,
    textFrom: null,
    expectedVersion: version,
  };
  const outcomes = new Map<BulkPart, PartOutcome>();
  for (const part of partsOf(changes)) {
    const kept = { ...wanted };
    const outcome = change(part, wanted, changes);
    if (outcome === 'IMPOSSIBLE') Object.assign(wanted, kept);
    outcomes.set(part, outcome ?? (sameAs(part, before, textOfDraft(wanted, before)) ? 'ALREADY' : 'CHANGED'));
  }
  return { draft: { ...wanted, ...textOfDraft(wanted, before) }, outcomes };
}

type Texts = ReturnType<typeof textOfDraft>;
const FIELD_OF: Readonly<Record<Exclude<BulkPart, 'IN_FORCE_TO'>, keyof Texts>> = {
  FIELD: 'field',
  AUTHORITY: 'authority',
  PROCESSING_DAYS: 'processingDays',
  TIERS: 'tiers',
  LINKS: 'links',
  LEGAL_BASES: 'legalBases',
};

function sameAs(part: BulkPart, before: Texts, after: Texts): boolean {
  return part === 'IN_FORCE_TO' || sameValue(before[FIELD_OF[part]], after[FIELD_OF[part]]);
}

/** Changes one part of a draft; tells the outcome where the text alone does not. */
function change(part: BulkPart, draft: ProcedureDraft, changes: BulkChanges): PartOutcome | null {
  switch (part) {
    case 'FIELD':
      draft.field = changes.field ?? null;
      return null;
    case 'AUTHORITY':
      draft.authority = changes.authority ?? null;
      return null;
    case 'PROCESSING_DAYS':
      draft.processingDays = changes.processingDays ?? null;
      return null;
    case 'TIERS':
      draft.tiers = [...draft.tiers, ...(changes.addTiers ?? [])].filter(
        (tier) => !changes.removeTiers?.includes(tier),
      );
      return null;
    case 'LINKS':
      draft.links = withMore(draft.links ?? [], changes.addLinks ?? [], ({ url }) => new URL(url.trim()).href);
      return draft.links.length > MOST_ITEMS ? 'IMPOSSIBLE' : null;
    case 'LEGAL_BASES':
      draft.legalBases = withMore(draft.legalBases ?? [], changes.addLegalBases ?? [], oneLine);
      return draft.legalBases.length > MOST_ITEMS ? 'IMPOSSIBLE' : null;
    case 'IN_FORCE_TO':
      return endInForce(draft, changes.inForceTo ?? null);
  }
}

/** A list with those of others that are not in it yet, by a key. */
function withMore<Item>(items: readonly Item[], others: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map([...others, ...items].map((item) => [keyOf(item), item])).values()].toSorted(
    (a, b) => Number(others.includes(a)) - Number(others.includes(b)),
  );
}

/** One that ended before stays as it is; one that begins later cannot end so early. */
function endInForce(draft: ProcedureDraft, day: Day | null): PartOutcome {
  if (day === null || (draft.inForceTo && draft.inForceTo <= day)) return 'ALREADY';
  if (draft.inForceFrom && draft.inForceFrom > day) return 'IMPOSSIBLE';
  draft.inForceTo = day;
  return 'CHANGED';
}

/** What is kept of the changes for the sentence about the step. */
export function factsOf(changes: BulkChanges): StepFacts {
  const { field, authority, processingDays, addTiers, removeTiers, addLinks, addLegalBases, inForceTo } = changes;
  return {
    ...(field !== undefined && { field }),
    ...(authority !== undefined && { authority }),
    ...(processingDays !== undefined && { processingDays }),
    ...(addTiers?.length && { addTiers: addTiers.join() }),
    ...(removeTiers?.length && { removeTiers: removeTiers.join() }),
    ...(addLinks?.length && { addLinks: addLinks.length }),
    ...(addLegalBases?.length && { addLegalBases: addLegalBases.length }),
    ...(inForceTo && { inForceTo }),
  };
}
