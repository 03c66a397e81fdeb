import { inSentence, percentInWords } from '../decision-document/words.ts';
import type { Day } from '../days.ts';
import { holdsCitizenNumber } from '../citizen-number.ts';
import { fillNamed, placeFaults, placesIn, type PlaceFault } from '../named-places.ts';
import { holdsDossierCode } from '../said-text.ts';
import { formatRate, formatWhole, missingToTarget, type Counts } from '../rate.ts';
import { formatDay } from '../vietnamese-format.ts';
import type { ConditionKind } from './conditions.ts';
import { occasionSentence, type OccasionFacts } from './occasion-facts.ts';

/** The words of a letter around its numbers: one line of subject, and what follows. */
export interface Letter {
  subject: string;
  body: string;
}

export type LetterField = keyof Letter;

/** What every letter may name. */
const COMMON = ['unit', 'sender', 'day', 'deadline', 'sentence', 'reference'] as const;
const OWN = {
  BEHIND_MILESTONE: [
    ...['indicator', 'month', 'since', 'months', 'numerator', 'denominator', 'rate', 'mark', 'missing', 'unheard'],
  ],
  SOURCE_SILENT: ['lastDay', 'days'],
  NOT_ASSIGNED: ['indicator', 'year', 'target', 'assignBy'],
  OUT_OF_REACH: [...['indicator', 'year', 'until', 'numerator', 'denominator', 'rate', 'target', 'expected', 'needed']],
} as const satisfies Record<ConditionKind, readonly string[]>;

/** The places that a letter about a condition may name, in the order in which they are offered. */
export function letterPlaces(kind: ConditionKind): readonly string[] {
  return [...COMMON, ...OWN[kind]];
}

const LONGEST: Readonly<Record<LetterField, number>> = { subject: 200, body: 6_000 };

/** Places that may have no value: whoever names one says that its line may be left out. */
const MAY_BE_EMPTY: Readonly<Record<ConditionKind, readonly string[]>> = {
  BEHIND_MILESTONE: ['reference', 'unheard'],
  SOURCE_SILENT: ['reference'],
  NOT_ASSIGNED: ['reference', 'target'],
  OUT_OF_REACH: ['reference'],
};

/** Whether a place may have no value, so that whoever names it marks it. */
export function isMaybeEmpty(kind: ConditionKind, place: string): boolean {
  return MAY_BE_EMPTY[kind].includes(place);
}

/**
 * What is wrong with a letter's words. OPTIONAL: a subject has no line to leave out. UNMARKED: the place may have no value. CITIZEN,
 * DOSSIER: it holds what looks like a citizen's number, or a dossier's code.
 */
export interface LetterFault {
  field: LetterField;
  problem: PlaceFault['kind'] | 'EMPTY' | 'OPTIONAL' | 'UNMARKED' | 'CITIZEN' | 'DOSSIER';
  place?: string;
  most: number;
}

/** Every fault of a tidied template: what it names must be known for its condition, and something is always left to say. */
export function letterFaults(kind: ConditionKind, letter: Letter): LetterFault[] {
  const known = new Set(letterPlaces(kind));
  return (['subject', 'body'] as const).flatMap((field): LetterFault[] => {
    const most = LONGEST[field];
    const text = letter[field];
    if (text === '') return [{ field, problem: 'EMPTY', most }];
    const faults = placeFaults(text, known, most).map(({ kind: problem, place }): LetterFault => {
      return { field, problem, most, ...(place !== undefined && { place }) };
    });
    if (faults.length > 0) return faults;
    const emptyOnes = emptyPlaces(kind, field, text);
    const said = saidFaults(field, text);
    if (emptyOnes.length + said.length > 0) return [...emptyOnes, ...said];
    const staying = text.split('\n').filter((line) => !placesIn(line).places.some(({ isOptional }) => isOptional));
    return staying.join('').trim() === '' ? [{ field, problem: 'EMPTY', most }] : [];
  });
}

/** Places without a value for which no line is left out. */
function emptyPlaces(kind: ConditionKind, field: LetterField, text: string): LetterFault[] {
  const most = LONGEST[field];
  return placesIn(text).places.flatMap(({ name: place, isOptional }): LetterFault[] => {
    if (field === 'subject' && (isOptional || MAY_BE_EMPTY[kind].includes(place)))
      return [{ field, problem: 'OPTIONAL', place, most }];
    return !isOptional && MAY_BE_EMPTY[kind].includes(place) ? [{ field, problem: 'UNMARKED', place, most }] : [];
  });
}

/** What is wrong with a letter as somebody wrote it: there are no places left to fill. */
export function writtenFaults(letter: Letter): LetterFault[] {
  return (['subject', 'body'] as const).flatMap((field): LetterFault[] => {
    const most = LONGEST[field];
    if (letter[field] === '') return [{ field, problem: 'EMPTY', most }];
    return letter[field].length > most ? [{ field, problem: 'LONG', most }] : saidFaults(field, letter[field]);
  });
}

/** Numbers that letters cite: below a hundred million with points between thousands, and references of figures. */
const CITED =
  /(?<![\d.])(?:[1-9]\d?(?:\.\d{3}){2}|[1-9]\d{0,2}\.\d{3})(?!\.?\d)|(?<![a-z\d-])[a-z\d-]{1,24}-(?:19|20)\d\d-[a-z\d]{10}(?![a-z\d-])/gi;

/** Nobody writes of a citizen or of one dossier. */
function saidFaults(field: LetterField, text: string): LetterFault[] {
  const most = LONGEST[field];
  const rest = text.replace(CITED, 'x');
  if (holdsCitizenNumber(rest)) return [{ field, problem: 'CITIZEN', most }];
  return holdsDossierCode(rest) ? [{ field, problem: 'DOSSIER', most }] : [];
}

/** What no letter has: what controls a screen, and what turns the direction of writing around. */
const CONTROLS = /(?![\r\n\t])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A letter as it is kept: composed, its subject one line, without blanks at the ends of lines. */
export function tidyLetter({ subject, body }: Letter): Letter {
  const plain = (text: string): string => text.replace(CONTROLS, '').normalize('NFC');
  const lines = plain(body)
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd());
  return { subject: plain(subject).replace(/\s+/g, ' ').trim(), body: lines.join('\n').trim() };
}

interface Named {
  name: string;
  type: string;
}

/** Who writes to whom, when, by when, and with which figure. */
export interface LetterAsked {
  unit: Named;
  sender: Named;
  day: Day;
  deadline: Day;
  /** The reference of the cited figure; null where the letter names none. */
  reference: string | null;
  facts: OccasionFacts;
}

/** A letter with its places filled in: lines whose optional places have no value are left out. */
export function composeLetter(template: Letter, asked: LetterAsked): Letter {
  const values = letterValues(asked);
  const lines = template.body.split('\n').flatMap((line) => fillNamed(line, values).text ?? []);
  const begun = (text: string): string => beginning(text, [values['unit'], values['sender']]);
  return { subject: begun(fillNamed(template.subject, values).text ?? ''), body: lines.map(begun).join('\n') };
}

/** A line with the names that begin a sentence written as sentences begin. */
function beginning(line: string, names: readonly (string | null | undefined)[]): string {
  let text = line;
  for (const name of names) {
    if (!name) continue;
    const large = name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
    for (const before of ['. ', '! ', '? ']) text = text.replaceAll(before + name, before + large);
    if (text.startsWith(name)) text = large + text.slice(name.length);
  }
  return text;
}

/** Percentages as letters and decisions write them: without a blank. */
const joined = (text: string): string => text.replaceAll('\u00a0%', '%');

const monthInWords = (day: Day): string => `tháng ${Number(day.slice(5, 7))}/${day.slice(0, 4)}`;
const whole = (n: number): string => formatWhole(n, 'vi');

function letterValues({ unit, sender, day, deadline, reference, facts }: LetterAsked): Record<string, string | null> {
  return {
    unit: inSentence(unit),
    sender: inSentence(sender),
    day: formatDay(day),
    deadline: formatDay(deadline),
    sentence: joined(occasionSentence(facts, 'vi')),
    reference,
    ...ownValues(facts),
  };
}

function countsIn(counts: Counts, target: number): Record<string, string | null> {
  return {
    numerator: whole(counts.numerator),
    denominator: whole(counts.denominator),
    rate: joined(formatRate(counts, { locale: 'vi', targetHundredths: target })),
  };
}

function ownValues(facts: OccasionFacts): Record<string, string | null> {
  switch (facts.kind) {
    case 'BEHIND_MILESTONE':
      return {
        ...countsIn(facts, facts.mark),
        indicator: facts.indicator,
        month: monthInWords(facts.month),
        since: monthInWords(facts.since),
        months: String(facts.months),
        mark: percentInWords(facts.mark),
        missing: whole(missingToTarget(facts, facts.mark)),
        unheard: facts.unheard === 0 ? null : String(facts.unheard),
      };
    case 'SOURCE_SILENT':
      return { lastDay: formatDay(facts.lastDay), days: String(facts.days) };
    case 'NOT_ASSIGNED':
      return {
        indicator: facts.indicator,
        year: String(facts.year),
        target: facts.target === null ? null : percentInWords(facts.target),
        assignBy: formatDay(facts.assignBy),
      };
    case 'OUT_OF_REACH':
      return {
        ...countsIn(facts, facts.target),
        indicator: facts.indicator,
        year: String(facts.year),
        until: formatDay(facts.on),
        target: percentInWords(facts.target),
        expected: whole(facts.expected),
        needed: whole(facts.needed),
      };
  }
}

const ENDING =
  'Đề nghị {{unit}} rà soát, có biện pháp khắc phục và trả lời {{sender}} trước ngày {{deadline}}.\nMã số liệu: {{reference?}}';

/** What a new rule says until somebody writes something else. */
export const DEFAULT_LETTERS: Readonly<Record<ConditionKind, Letter>> = {
  BEHIND_MILESTONE: {
    subject: 'Đôn đốc thực hiện {{indicator}}: chậm mốc {{month}}',
    body: `Kính gửi: {{unit}}\n\nTính từ đầu năm đến hết {{month}}, {{unit}} đạt {{rate}} ({{numerator}}/{{denominator}} hồ sơ), thấp hơn mốc {{mark}}, còn thiếu {{missing}} hồ sơ. Đơn vị chậm mốc từ {{since}}, {{months}} tháng liên tiếp.\n{{unheard?}} đơn vị cấp dưới chưa gửi dữ liệu như thường lệ.\n\n${ENDING}`,
  },
  SOURCE_SILENT: {
    subject: 'Đôn đốc gửi dữ liệu hồ sơ: {{unit}} đã {{days}} ngày không có dữ liệu',
    body: 'Kính gửi: {{unit}}\n\nHệ thống không nhận được dữ liệu hồ sơ của {{unit}} từ sau ngày {{lastDay}}, đến nay đã {{days}} ngày.\n\nĐề nghị {{unit}} kiểm tra việc gửi dữ liệu và trả lời {{sender}} trước ngày {{deadline}}.',
  },
  NOT_ASSIGNED: {
    subject: 'Đôn đốc giao chỉ tiêu năm {{year}} cho cấp dưới',
    body: 'Kính gửi: {{unit}}\n\nĐến hết ngày {{assignBy}}, {{unit}} chưa ban hành quyết định giao chỉ tiêu năm {{year}} ({{indicator}}) cho các đơn vị cấp dưới.\nChỉ tiêu được giao: {{target?}}.\n\nĐề nghị {{unit}} giao chỉ tiêu và trả lời {{sender}} trước ngày {{deadline}}.',
  },
  OUT_OF_REACH: {
    subject: '{{indicator}}: chỉ tiêu năm {{year}} không thể đạt',
    body: `Kính gửi: {{unit}}\n\nĐến ngày {{until}}, {{unit}} đạt {{rate}} ({{numerator}}/{{denominator}} hồ sơ). Để đạt {{target}} cần thêm {{needed}} hồ sơ, trong khi đến cuối năm chỉ dự kiến còn {{expected}} hồ sơ.\n\n${ENDING}`,
  },
};
