import { placeFaults } from '../named-places.ts';
import { PLACE_NAMES } from './places.ts';

/**
 * The words of a decision around its numbers. Every text may hold named places (`{{year}}`); a line with a place that ends in a
 * question mark (`{{amendedNumber?}}`) is left out where that place has no value.
 */
export interface DecisionTemplate {
  /** What stands above the issuing body; mostly nothing. */
  superiorBody: readonly string[];
  body: readonly string[];
  /** What follows the number while nobody knows it: `/QĐ-UBND`. */
  numbering: string;
  /** Where it is signed: `Đại Từ`. */
  place: string;
  subject: string;
  authority: string;
  bases: readonly string[];
  /** A text an article; its lines are its paragraphs. `Điều 1.` comes by itself. */
  articles: readonly string[];
  recipients: readonly string[];
  signature: readonly string[];
  signer: string;
  annexTitle: string;
}

export type TemplateField = keyof DecisionTemplate;
type ListField = { [F in TemplateField]: DecisionTemplate[F] extends string ? never : F }[TemplateField];

/** The fields in the order in which they stand on paper. */
export const TEMPLATE_FIELDS: readonly TemplateField[] = [
  'superiorBody',
  'body',
  'numbering',
  'place',
  'subject',
  'authority',
  'bases',
  'articles',
  'recipients',
  'signature',
  'signer',
  'annexTitle',
];

const LISTS: ReadonlySet<string> = new Set<ListField>([
  'superiorBody',
  'body',
  'bases',
  'articles',
  'recipients',
  'signature',
]);

/** Whether a field is a list of lines. */
export const isListField = (field: TemplateField): field is ListField => LISTS.has(field);

/** A decision without these is none. */
const NEEDED: readonly TemplateField[] = [
  'body',
  'numbering',
  'subject',
  'authority',
  'articles',
  'signature',
  'annexTitle',
];

const MOST_LINES = 40;
const LONGEST_LINE = 4_000;
/** All texts of a template together, in characters. */
export const LONGEST_TEMPLATE = 60_000;

/** What stands beside something else on the first and the last page has less room than running text. */
const NARROW: ReadonlySet<string> = new Set<ListField>(['superiorBody', 'body', 'recipients', 'signature']);

/** How many lines a field may have, and how long each may be. */
export function limitsOf(field: TemplateField): { lines: number; length: number } {
  return NARROW.has(field) ? { lines: 12, length: 300 } : { lines: MOST_LINES, length: LONGEST_LINE };
}

/** What is wrong with a line of a template: a place nobody knows, braces that are no place, too much, or nothing where something must be; WHOLE: all of it together is too much, told at its longest field. */
export interface TemplateFault {
  field: TemplateField;
  line: number;
  kind: 'UNKNOWN_PLACE' | 'OPEN_BRACES' | 'LONG' | 'MANY' | 'EMPTY' | 'WHOLE';
  /** The place as it was typed. */
  place?: string;
}

/** The lines of a field. */
export function linesOf(template: DecisionTemplate, field: TemplateField): readonly string[] {
  return isListField(field) ? template[field] : [template[field]];
}

/** Every fault of a template, in the order of its fields; that it is too long as a whole comes last. */
export function templateFaults(template: DecisionTemplate): TemplateFault[] {
  const faults = TEMPLATE_FIELDS.flatMap((field): TemplateFault[] => {
    const lines = linesOf(template, field);
    const most = limitsOf(field);
    if (lines.length > most.lines) return [{ field, line: most.lines, kind: 'MANY' as const }];
    if (NEEDED.includes(field) && lines.every((line) => line.trim() === ''))
      return [{ field, line: 0, kind: 'EMPTY' as const }];
    return lines.flatMap((text, line) =>
      placeFaults(text, PLACE_NAMES, most.length).map((fault) => ({ field, line, ...fault })),
    );
  });
  return [...faults, ...wholeFault(template)];
}

function wholeFault(template: DecisionTemplate): TemplateFault[] {
  const lengths = TEMPLATE_FIELDS.map((field) => ({
    field,
    length: linesOf(template, field).reduce((sum, line) => sum + line.length, 0),
  }));
  if (lengths.reduce((sum, { length }) => sum + length, 0) <= LONGEST_TEMPLATE) return [];
  const longest = lengths.reduce((most, one) => (one.length > most.length ? one : most));
  return [{ field: longest.field, line: 0, kind: 'WHOLE' }];
}

/** A template that is nobody else's to change. */
export type TidyTemplate = { [F in TemplateField]: DecisionTemplate[F] extends string ? string : string[] };

/** A template as it is kept: NFC, without blanks at the ends of lines and without empty lines in lists. */
export function tidyTemplate(template: DecisionTemplate): TidyTemplate {
  const text = (line: string): string =>
    line
      .normalize('NFC')
      .split(/\r?\n/)
      .map((part) => part.trim())
      .join('\n')
      .trim();
  const list = (lines: readonly string[]): string[] => lines.map(text).filter((line) => line !== '');
  return {
    superiorBody: list(template.superiorBody),
    body: list(template.body),
    numbering: text(template.numbering),
    place: text(template.place),
    subject: text(template.subject),
    authority: text(template.authority),
    bases: list(template.bases),
    articles: list(template.articles),
    recipients: list(template.recipients),
    signature: list(template.signature),
    signer: text(template.signer),
    annexTitle: text(template.annexTitle),
  };
}
