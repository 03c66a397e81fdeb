import { isBetween, previousDay, type Day } from './days.ts';
import { sameValue } from './same-value.ts';
import type { Tier } from './tier.ts';

/** A document that a dossier of the procedure consists of; `file` is the SHA-256 of its form, null without one. */
export interface ProcedureDocument {
  name: string;
  copies: number | null;
  file: string | null;
}

/** Where the procedure is found or carried out online. */
export interface ProcedureLink {
  title: string | null;
  url: string;
}

/** What a procedure says. Texts are composed, with single blanks; null: nothing is said. */
export interface ProcedureText {
  name: string;
  field: string | null;
  tiers: Tier[];
  /** Who decides. */
  authority: string | null;
  legalBases: string[];
  /** Working days, halves too. */
  processingDays: number | null;
  fees: string | null;
  documents: ProcedureDocument[];
  links: ProcedureLink[];
  conditions: string | null;
}

export type TextField = keyof ProcedureText;

/** Every field, in the order in which it is shown. */
export const TEXT_FIELDS: readonly TextField[] = [
  'name',
  'field',
  'tiers',
  'authority',
  'legalBases',
  'processingDays',
  'fees',
  'documents',
  'links',
  'conditions',
];

/** Of a procedure that is not there. */
export const NO_TEXT: Readonly<ProcedureText> = {
  name: '',
  field: null,
  tiers: [],
  authority: null,
  legalBases: [],
  processingDays: null,
  fees: null,
  documents: [],
  links: [],
  conditions: null,
};

/** A text over its days, both included; null: open. */
export interface DatedText<Text extends ProcedureText = ProcedureText> {
  from: Day | null;
  to: Day | null;
  text: Text;
}

/** The fields in which two texts differ; all of them where one is not there. */
export function changedFields(before: ProcedureText | null, after: ProcedureText | null): TextField[] {
  return TEXT_FIELDS.filter((field) => !sameValue(before?.[field], after?.[field]));
}

/** The text of a day. The texts of a procedure cover all days, so there is one wherever there is any. */
export function textOn<Dated extends { from: Day | null; to: Day | null }>(
  texts: readonly Dated[],
  day: Day,
): Dated | null {
  return texts.find(({ from, to }) => isBetween(day, from, to)) ?? null;
}

/** What becomes of a procedure's texts: one that holds no more as it is, and those in its place. */
export interface Rewriting<Dated> {
  superseded: Dated | null;
  recorded: { from: Day | null; to: Day | null; isNew: boolean }[];
}

/**
 * Where a new text goes among those that cover all days, null where it says what is there. `from` is the first day on which it holds:
 * it then ends the text of that day on the day before and holds until that one would have ended. Without it, it takes the place of
 * the text of the day `on`, for all the days of that one.
 */
export function rewrite<Dated extends DatedText>(
  texts: readonly Dated[],
  text: ProcedureText,
  { from, on }: { from: Day | null; on: Day },
): Rewriting<Dated> | null {
  const holding = textOn(texts, from ?? on);
  if (holding === null) return { superseded: null, recorded: [{ from: null, to: null, isNew: true }] };
  if (changedFields(holding.text, text).length === 0) return null;
  const { from: first, to: last } = holding;
  if (from === null || from === first)
    return { superseded: holding, recorded: [{ from: first, to: last, isNew: true }] };
  const before = { from: first, to: previousDay(from), isNew: false };
  return { superseded: holding, recorded: [before, { from, to: last, isNew: true }] };
}
