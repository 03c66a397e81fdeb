import { BLANK, fillNamed } from '../named-places.ts';
import { annexTable, footnoteOf } from './annex.ts';
import type { DecisionDocument, MissingPlace } from './document.ts';
import type { DocumentFacts } from './facts.ts';
import { placeValues } from './place-values.ts';
import type { PlaceValues } from './places.ts';
import { sumsOf } from './sums.ts';
import { linesOf, type DecisionTemplate, type TemplateField } from './template.ts';
import { dayOrRoom, periodInWords } from './words.ts';

/** Whether a decision is one already: what is not issued is a draft on paper too. */
export function isDraftPaper({ state }: Pick<DocumentFacts, 'state'>): boolean {
  return state !== 'ISSUED' && state !== 'SUPERSEDED';
}

/**
 * The decision that a template and a plan's numbers make, and the places that had no value where a line needed them. Pure: the
 * page shows by it what the server makes out.
 */
export function composeDocument(
  template: DecisionTemplate,
  facts: DocumentFacts,
): { document: DecisionDocument; missing: MissingPlace[] } {
  const missing: MissingPlace[] = [];
  const values = placeValues(facts);
  const filled = (field: TemplateField): string[] => filledLines(template, field, values, missing);
  const first = (field: TemplateField): string => filled(field)[0] ?? '';
  const [subject, authority, annexTitle] = [first('subject'), first('authority'), first('annexTitle')];
  const table = annexTable(facts);
  const footnote = footnoteOf(table);
  const document: DecisionDocument = {
    isDraft: isDraftPaper(facts),
    superiorBody: upper(filled('superiorBody')),
    body: upper(filled('body')),
    number: numberOf(facts, first('numbering')),
    placeAndDay: [first('place'), dayOrRoom(facts.decision.issuedOn, facts.year)].filter(Boolean).join(', '),
    subject: subject.split('\n'),
    authority: upper(authority.split('\n')),
    bases: filled('bases'),
    articles: filled('articles').map((text, at) => ({
      heading: `Điều ${at + 1}.`,
      paragraphs: text.split('\n').filter((line) => line !== ''),
    })),
    recipients: filled('recipients'),
    signature: upper(filled('signature')),
    signer: first('signer') || null,
    annex: {
      title: annexTitle.split('\n'),
      under: underOf(facts, first('authority')),
      note: `Kỳ cơ sở: ${periodInWords(facts.basisFrom, facts.basisTo)}.`,
      table,
      ...(footnote !== null && { footnote }),
      sums: sumsOf(facts),
    },
  };
  return { document, missing: [...new Map(missing.map((one) => [JSON.stringify(one), one])).values()] };
}

/** The lines of a field with their places filled in; lines whose optional places have no value are left out. */
function filledLines(
  template: DecisionTemplate,
  field: TemplateField,
  values: PlaceValues,
  missing: MissingPlace[],
): string[] {
  return linesOf(template, field).flatMap((line, at) => {
    const parts = line.split('\n').flatMap((part) => {
      const { text, missing: places } = fillNamed(part, values);
      missing.push(...places.map((place) => ({ field, line: at, place })));
      return text === null ? [] : [text];
    });
    return parts.length === 0 ? [] : [parts.join('\n')];
  });
}

const upper = (lines: string[]): string[] => lines.map((line) => line.toLocaleUpperCase('vi'));

function numberOf({ decision }: DocumentFacts, numbering: string): string {
  return decision.number === null ? `Số: ${BLANK}${numbering}` : `Số: ${decision.number}`;
}

function underOf({ decision, year }: DocumentFacts, authority: string): string {
  const day = dayOrRoom(decision.issuedOn, year);
  return `(Kèm theo Quyết định số ${decision.number ?? BLANK} ${day} của ${inText(authority)})`;
}

/** `ỦY BAN NHÂN DÂN huyện Đại Từ` within a sentence: `Ủy ban nhân dân huyện Đại Từ`. */
function inText(authority: string): string {
  return authority
    .replaceAll('\n', ' ')
    .replace(/\p{Lu}{2,}(?: \p{Lu}{2,})+/gu, (loud) => loud.charAt(0) + loud.slice(1).toLocaleLowerCase('vi'));
}
