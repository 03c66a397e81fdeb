import { dayOrRoom } from '../decision-document/words.ts';
import type { Day } from '../days.ts';
import { BLANK, fillNamed, placesIn } from '../named-places.ts';
import { closingOf, headOf, linesOfLook, type Block } from '../paper/blocks.ts';
import type { AnnexTable } from '../paper/table.ts';
import { formatDay } from '../vietnamese-format.ts';
import { directionsPart, directionsTable } from './directions.ts';
import type { ReportFacts } from './facts.ts';
import { strangeNumbers } from './numbers.ts';
import {
  hasReplacementAnnex,
  replacementAnnex,
  replacementOpening,
  saidIn,
  sentenceChanges,
  type SentenceChange,
} from './replacement.ts';
import { TABLE_PLACES, type ReportPlace, type ReportValues, type TablePlace } from './places.ts';
import { changesTable, difficultiesTable, receptionTable, referencesTable, unitsTable } from './tables.ts';
import { sentenceKey, type ReportTemplate } from './template.ts';
import { reportValues } from './values.ts';

/** What a report is made of: words, numbers, and the sentences that somebody overwrote, by their keys. */
export interface ReportParts {
  template: ReportTemplate;
  facts: ReportFacts;
  written: Readonly<Record<string, string>>;
  /** `12/BC-VP`; null while nobody gave it one. */
  number: string | null;
  /** When it is dated; null: room is left. */
  day: Day | null;
  isDraft: boolean;
}

/** A sentence as it stands in the report. */
export interface ReportSentence {
  key: string;
  /** As the template says it, and as somebody overwrote it: with places. */
  template: string;
  written: string | null;
  /** With all places filled in; null: it is left out, for a place without a value. */
  text: string | null;
  /** The table that it stands for. */
  table: TablePlace | null;
  /** Numbers that it names, and that neither its places nor those of the sentence it stands for say. */
  strange: string[];
  /** Places without a value: room is left there. */
  missing: string[];
}

export interface ComposedReport {
  sections: { heading: string; sentences: ReportSentence[] }[];
  blocks: Block[];
  title: string;
  /** Which sentences read otherwise than in the report that it replaces; none where it replaces none. */
  changes: SentenceChange[];
}

/** The report that its parts make. Pure: the page shows by it what the server keeps. */
export function composeReport(parts: ReportParts): ComposedReport {
  const values = reportValues(parts.facts);
  const fill = (text: string): string => fillNamed(text, values).text ?? '';
  const lines = (texts: readonly string[]): string[] => texts.flatMap((text) => fillNamed(text, values).text ?? []);
  const sections = parts.template.sections.map(({ heading, sentences }, section) => ({
    heading: fill(heading),
    sentences: sentences.map((template, at) => sentenceOf(parts, values, sentenceKey(section, at), template)),
  }));
  const { template } = parts;
  const head = headOf({
    superiorBody: upper(lines(template.superiorBody)),
    body: upper(lines(template.body)),
    number: `Số: ${parts.number ?? `${BLANK}${fill(template.numbering)}`}`,
    placeAndDay: [fill(template.place), dayOrRoom(parts.day, Number(parts.facts.day.slice(0, 4)))]
      .filter(Boolean)
      .join(', '),
    isDraft: parts.isDraft,
  });
  const subject = fill(template.subject);
  const replaced = parts.facts.replaces ?? null;
  const changes = replaced === null ? [] : sentenceChanges(replaced.said, saidIn(sections));
  const wide = wideTables(parts.facts, sections);
  const hasLast = replaced !== null && hasReplacementAnnex(replaced, changes);
  const blocks: Block[] = [
    head,
    ...linesOfLook('title', 'BÁO CÁO'),
    ...linesOfLook('subject', ...subject.split('\n')),
    { kind: 'RULE', width: 55 },
    ...(template.addressee === '' ? [] : linesOfLook('addressee', fill(template.addressee))),
    ...(replaced === null ? [] : replacementOpening(replaced, changes, annexNumber(wide.length + 1))),
    ...bodyOf(parts.facts, sections, wide),
    closingOf({
      recipients: lines(template.recipients),
      signature: upper(lines(template.signature)),
      signer: fill(template.signer) || null,
    }),
    ...wide.flatMap((table, at) => wideAnnex(parts.facts, table, annexNumber(at))),
    ...annexOf(parts.facts, wide.length === 0 && !hasLast ? null : annexNumber(wide.length)),
    ...(replaced === null ? [] : replacementAnnex(replaced, changes, annexNumber(wide.length + 1))),
  ];
  return { sections, blocks, changes, title: `Báo cáo ${subject.replaceAll('\n', ' ')}` };
}

const upper = (texts: string[]): string[] => texts.map((text) => text.toLocaleUpperCase('vi'));

const TABLES: Readonly<Record<TablePlace, (facts: ReportFacts) => AnnexTable | null>> = {
  unitsTable,
  changesTable,
  difficultiesTable,
  receptionTable,
  directionsTable,
};
const TABLE_NAMES: ReadonlySet<string> = new Set(TABLE_PLACES);
const isTable = (name: string | undefined): name is TablePlace => name !== undefined && TABLE_NAMES.has(name);

function sentenceOf(
  { facts, written: all }: ReportParts,
  values: ReportValues,
  key: string,
  template: string,
): ReportSentence {
  const written = all[key] ?? null;
  const source = written ?? template;
  const { places } = placesIn(source);
  const [place] = places;
  if (isTable(place?.name)) {
    const hasTable = TABLES[place.name](facts) !== null;
    const text = hasTable ? '' : place.isOptional ? null : 'Không có.';
    return { ...{ key, template, written, text }, table: hasTable ? place.name : null, strange: [], missing: [] };
  }
  const { text, missing } = fillNamed<ReportPlace>(source, values);
  const isKnown = (name: string): name is ReportPlace => Object.hasOwn(values, name);
  // What its own places say, and those of the sentence that it stands for.
  const said = [...places, ...placesIn(template).places].map(({ name }) => (isKnown(name) ? (values[name] ?? '') : ''));
  const strange = text === null ? [] : strangeNumbers(text, said, facts.period.to);
  return { ...{ key, template, written, text, strange, missing }, table: null };
}

/** Tables that no upright page holds, each once, in the order in which the report names them: they lie in annexes. */
function wideTables(facts: ReportFacts, sections: ComposedReport['sections']): TablePlace[] {
  const named = sections.flatMap(({ sentences }) => sentences.flatMap(({ table }) => table ?? []));
  return [...new Set(named)].filter((table) => TABLES[table](facts)?.wide);
}

const annexNumber = (at: number): string => `PHỤ LỤC ${romanOf(at + 1)}`;

/** The parts one after the other; a part of which nothing is left is left out with its heading, and the others are numbered on. */
function bodyOf(facts: ReportFacts, sections: ComposedReport['sections'], wide: readonly TablePlace[]): Block[] {
  const blocksOf = (sentence: ReportSentence): Block[] => {
    const table = sentence.table === null ? null : TABLES[sentence.table](facts);
    if (!table || sentence.table === null) return linesOfLook('article', ...(sentence.text ?? '').split('\n'));
    const at = wide.indexOf(sentence.table);
    if (at < 0) return [{ kind: 'TABLE', table }];
    return linesOfLook('article', `Số liệu của từng đơn vị: Phụ lục ${romanOf(at + 1)} kèm theo.`);
  };
  const shown = sections
    .map(({ heading, sentences }) => ({ heading, sentences: sentences.filter(({ text }) => text !== null) }))
    .filter(({ sentences }) => sentences.length > 0)
    .map(({ heading, sentences }) => ({ heading, blocks: sentences.flatMap(blocksOf) }));
  // Words that know no place for directions: they are told before what the report closes with.
  const isTold = sections.some(({ sentences }) =>
    sentences.some((one) => NAMES_DIRECTIONS.test(one.written ?? one.template)),
  );
  const directions = isTold ? null : directionsPart(facts);
  if (directions) shown.splice(Math.max(0, shown.length - 1), 0, directions);
  return shown.flatMap(({ heading, blocks }, at): Block[] => [
    ...linesOfLook('section', ...(heading === '' ? [] : [`${romanOf(at + 1)}. ${heading.toLocaleUpperCase('vi')}`])),
    ...blocks,
  ]);
}

const NAMES_DIRECTIONS = /\{\{\s*directions(?:Told|Table)/;

const ROMAN = ['X', 'IX', 'V', 'IV', 'I'] as const;
const WORTH = { X: 10, IX: 9, V: 5, IV: 4, I: 1 } as const;

/** `IV` for 4; sections are few. */
export function romanOf(number: number): string {
  const sign = ROMAN.find((one) => WORTH[one] <= number);
  return sign === undefined ? '' : sign + romanOf(number - WORTH[sign]);
}

const WIDE_TITLES: Readonly<Partial<Record<TablePlace, readonly string[]>>> = {
  unitsTable: ['KẾT QUẢ CỦA CÁC SỞ, BAN, NGÀNH VÀ CẤP HUYỆN'],
  receptionTable: ['TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH', 'Biểu số II.06a/VPCP/KSTT, theo đơn vị'],
};

/** A wide table on a page of its own. */
function wideAnnex(facts: ReportFacts, name: TablePlace, number: string): Block[] {
  const table = TABLES[name](facts);
  const [title = '', ...under] = WIDE_TITLES[name] ?? [];
  if (!table) return [];
  const period = `${facts.period.name} (${formatDay(facts.period.from)} – ${formatDay(facts.period.to)}); đơn vị tính: hồ sơ`;
  return [
    { kind: 'PAGE', wide: true },
    ...linesOfLook('annexName', number),
    ...linesOfLook('annexTitle', title),
    ...linesOfLook('annexUnder', ...under, period),
    { kind: 'TABLE', table },
  ];
}

function annexOf(facts: ReportFacts, number: string | null): Block[] {
  return [
    { kind: 'PAGE' },
    ...linesOfLook('annexName', number ?? 'PHỤ LỤC'),
    ...linesOfLook('annexTitle', 'MÃ CỦA CÁC SỐ LIỆU TRONG BÁO CÁO'),
    ...linesOfLook('annexUnder', `${facts.period.name}; mỗi mã mở lại đúng số liệu đã nêu`),
    { kind: 'TABLE', table: referencesTable(facts) },
  ];
}
