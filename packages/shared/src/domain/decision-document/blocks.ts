import type { AnnexTable } from './annex.ts';
import type { DecisionDocument } from './document.ts';
import type { LookName } from './layout.ts';

/** A line of text with its look; `lead` stands before it in bold: `Điều 1.` */
export interface TextBlock {
  kind: 'TEXT';
  look: LookName;
  text: string;
  lead?: string;
}

/** A short line below a text in the middle; its length in millimetres. */
export interface RuleBlock {
  kind: 'RULE';
  width: number;
}

export interface RoomBlock {
  kind: 'ROOM';
  height: number;
}

export type PartBlock = TextBlock | RuleBlock | RoomBlock;

/** What a paper is made of, from top to bottom; every writer writes these, so that no two of them say different things. */
export type Block =
  | PartBlock
  | { kind: 'SIDES'; of: 'HEAD' | 'CLOSING'; left: PartBlock[]; right: PartBlock[] }
  | { kind: 'PAGE' }
  | { kind: 'TABLE'; table: AnnexTable };

const STATE_NAME = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
export const DRAFT = 'DỰ THẢO';

const text = (look: LookName, ...lines: string[]): TextBlock[] =>
  lines.map((line) => ({ kind: 'TEXT', look, text: line }));

/** The blocks of a decision and its annex. */
export function blocksOf(document: DecisionDocument): Block[] {
  const { annex } = document;
  return [
    headOf(document),
    ...text('title', 'QUYẾT ĐỊNH'),
    ...text('subject', ...document.subject),
    { kind: 'RULE', width: 55 },
    ...text('authority', ...document.authority),
    ...text('basis', ...document.bases),
    ...text('resolves', 'QUYẾT ĐỊNH:'),
    ...document.articles.flatMap(({ heading, paragraphs: [first = '', ...others] }): Block[] => [
      { kind: 'TEXT', look: 'article', text: first, lead: heading },
      ...text('article', ...others),
    ]),
    closingOf(document),
    { kind: 'PAGE' },
    ...text('annexName', 'PHỤ LỤC'),
    ...text('annexTitle', ...annex.title),
    ...text('annexUnder', annex.under),
    ...text('annexNote', annex.note),
    { kind: 'TABLE', table: annex.table },
    ...text('annexFootnote', ...(annex.footnote === undefined ? [] : [annex.footnote])),
  ];
}

function headOf({ superiorBody, body, number, placeAndDay, isDraft }: DecisionDocument): Block {
  return {
    kind: 'SIDES',
    of: 'HEAD',
    left: [
      ...text('superior', ...superiorBody),
      ...text('body', ...body),
      { kind: 'RULE', width: 24 },
      ...text('number', number),
      ...(isDraft ? text('draft', DRAFT) : []),
    ],
    right: [
      ...text('state', STATE_NAME),
      ...text('motto', MOTTO),
      { kind: 'RULE', width: 60 },
      ...text('placeAndDay', placeAndDay),
    ],
  };
}

function closingOf({ recipients, signature, signer }: DecisionDocument): Block {
  return {
    kind: 'SIDES',
    of: 'CLOSING',
    left: [...text('recipientsTitle', 'Nơi nhận:'), ...text('recipient', ...recipients.map((line) => `- ${line}`))],
    right: [
      { kind: 'ROOM', height: 4 },
      ...text('signature', ...signature),
      { kind: 'ROOM', height: 28 },
      ...text('signer', signer ?? ''),
    ],
  };
}
