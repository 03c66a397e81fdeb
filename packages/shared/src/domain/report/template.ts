import { holdsCitizenNumber } from '../citizen-number.ts';
import { placeFaults, placesIn, type PlaceFault } from '../named-places.ts';
import { holdsDossierCode, tidySaid, withoutUnseen } from '../said-text.ts';
import { REPORT_PLACES, TABLE_PLACES } from './places.ts';

/** A part of a report: its heading and its sentences, each a paragraph. */
export interface ReportSection {
  heading: string;
  sentences: readonly string[];
}

/**
 * The words of a report around its numbers. Sentences may name places (`{{rate}}`); one with a place that ends in a question mark is
 * left out where that has no value. A sentence that is one of the tables stands for it.
 */
export interface ReportTemplate {
  superiorBody: readonly string[];
  body: readonly string[];
  /** What follows the number while nobody knows it: `/BC-VP`. */
  numbering: string;
  place: string;
  subject: string;
  /** Who gets it first: `Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh`. */
  addressee: string;
  sections: readonly ReportSection[];
  recipients: readonly string[];
  signature: readonly string[];
  signer: string;
}

const LINES = ['superiorBody', 'body', 'recipients', 'signature'] as const;
const TEXTS = ['numbering', 'place', 'subject', 'addressee', 'signer'] as const;
const NEEDED: ReadonlySet<string> = new Set(['body', 'numbering', 'subject', 'signature']);

const MOST = { lines: 12, sections: 20, sentences: 40, short: 300, long: 4_000, whole: 60_000, tables: 2 } as const;

/** What is wrong with a template, and where: `sections.1.sentences.3`. */
export interface ReportFault {
  path: string;
  kind: PlaceFault['kind'] | 'MANY' | 'EMPTY' | 'WHOLE' | 'TABLE_IN_TEXT' | 'TABLE_OFTEN' | 'CITIZEN' | 'DOSSIER';
  place?: string;
  most?: number;
}

/** Which sentence of which section: what it is overwritten by. */
export const sentenceKey = (section: number, sentence: number): string => `${section}.${sentence}`;

/** Every fault of a tidied template. */
export function reportFaults(template: ReportTemplate): ReportFault[] {
  const lines = LINES.flatMap((field) => [
    ...needed(field, template[field].length > 0),
    ...tooMany(field, template[field].length, MOST.lines),
    ...template[field].flatMap((line, at) => textFaults(`${field}.${at}`, line, MOST.short)),
  ]);
  const texts = TEXTS.flatMap((field) => [
    ...needed(field, template[field] !== ''),
    ...textFaults(field, template[field], MOST.short * 2),
  ]);
  return [...lines, ...texts, ...sectionFaults(template.sections), ...wholeFault(template)];
}

function needed(field: string, isThere: boolean): ReportFault[] {
  return NEEDED.has(field) && !isThere ? [{ path: field, kind: 'EMPTY' }] : [];
}

function tooMany(path: string, count: number, most: number): ReportFault[] {
  return count > most ? [{ path, kind: 'MANY', most }] : [];
}

function sectionFaults(sections: readonly ReportSection[]): ReportFault[] {
  if (sections.length === 0) return [{ path: 'sections', kind: 'EMPTY' }];
  return [
    ...tooMany('sections', sections.length, MOST.sections),
    ...sections.flatMap(({ heading, sentences }, at) => [
      ...textFaults(`sections.${at}.heading`, heading, MOST.short),
      ...tooMany(`sections.${at}.sentences`, sentences.length, MOST.sentences),
      ...sentences.flatMap((sentence, line) => sentenceFaults(`sections.${at}.sentences.${line}`, sentence)),
    ]),
    ...tableFaults(sections),
  ];
}

/** Which tables stand oftener than a report may have them: each takes a page, and all of a province's rows. */
export function tableFaults(sections: readonly ReportSection[]): ReportFault[] {
  const counts = new Map<string, number>();
  return sections.flatMap(({ sentences }, at) =>
    sentences.flatMap((sentence, line): ReportFault[] => {
      const place = placesIn(sentence).places.find(({ name }) => TABLES.has(name))?.name;
      if (place === undefined) return [];
      const count = (counts.get(place) ?? 0) + 1;
      counts.set(place, count);
      const path = `sections.${at}.sentences.${line}`;
      return count > MOST.tables ? [{ path, kind: 'TABLE_OFTEN', place, most: MOST.tables }] : [];
    }),
  );
}

function textFaults(path: string, text: string, most: number): ReportFault[] {
  return [...placeFaults(text, KNOWN, most).map((fault) => ({ path, ...fault, most })), ...namedFaults(path, text)];
}

/** No text of a report names a citizen or a dossier. */
function namedFaults(path: string, text: string): ReportFault[] {
  if (holdsCitizenNumber(text)) return [{ path, kind: 'CITIZEN' }];
  return holdsDossierCode(text) ? [{ path, kind: 'DOSSIER' }] : [];
}

/** What is wrong with one sentence, also with one that overwrites another: a table stands alone. */
export function sentenceFaults(path: string, sentence: string): ReportFault[] {
  const { places, rest } = placesIn(sentence);
  const table = places.find(({ name }) => TABLES.has(name));
  if (table && (places.length > 1 || rest.trim() !== '')) return [{ path, kind: 'TABLE_IN_TEXT', place: table.name }];
  const faults = placeFaults(sentence, ALL, MOST.long).map((fault) => ({ path, ...fault, most: MOST.long }));
  return [...faults, ...namedFaults(path, sentence)];
}

const KNOWN: ReadonlySet<string> = new Set(REPORT_PLACES);
const TABLES: ReadonlySet<string> = new Set(TABLE_PLACES);
const ALL: ReadonlySet<string> = new Set([...REPORT_PLACES, ...TABLE_PLACES]);

function wholeFault(template: ReportTemplate): ReportFault[] {
  const length = JSON.stringify(template).length;
  return length > MOST.whole ? [{ path: '', kind: 'WHOLE', most: MOST.whole }] : [];
}

/** A text as it is kept: NFC, without what is not seen, without blanks at the ends of lines and without empty lines at its ends. */
export function tidyText(text: string): string {
  return withoutUnseen(tidySaid(text))
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

/** A template as it is kept; empty lines and sentences are left out. */
export function tidyReportTemplate(template: ReportTemplate): ReportTemplate {
  const list = (lines: readonly string[]): string[] => lines.map(tidyText).filter((line) => line !== '');
  return {
    superiorBody: list(template.superiorBody),
    body: list(template.body),
    numbering: tidyText(template.numbering),
    place: tidyText(template.place),
    subject: tidyText(template.subject),
    addressee: tidyText(template.addressee),
    sections: template.sections.map(({ heading, sentences }) => ({
      heading: tidyText(heading),
      sentences: list(sentences),
    })),
    recipients: list(template.recipients),
    signature: list(template.signature),
    signer: tidyText(template.signer),
  };
}
