import type { LookName } from './layout.ts';
import type { AnnexTable } from './table.ts';

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
  /** What follows begins on a page of its own; on pages that lie on their long side where it is wide. */
  | { kind: 'PAGE'; wide?: true }
  | { kind: 'TABLE'; table: AnnexTable };

const STATE_NAME = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
export const DRAFT = 'DỰ THẢO';

/** Lines of one look. */
export const linesOfLook = (look: LookName, ...lines: string[]): TextBlock[] =>
  lines.map((line) => ({ kind: 'TEXT', look, text: line }));

/** What stands at the head of every paper. */
export interface PaperHead {
  superiorBody: string[];
  body: string[];
  number: string;
  placeAndDay: string;
  isDraft: boolean;
}

/** Who issues a paper at the left, the state's name at the right. */
export function headOf({ superiorBody, body, number, placeAndDay, isDraft }: PaperHead): Block {
  return {
    kind: 'SIDES',
    of: 'HEAD',
    left: [
      ...linesOfLook('superior', ...superiorBody),
      ...linesOfLook('body', ...body),
      { kind: 'RULE', width: 24 },
      ...linesOfLook('number', number),
      ...(isDraft ? linesOfLook('draft', DRAFT) : []),
    ],
    right: [
      ...linesOfLook('state', STATE_NAME),
      ...linesOfLook('motto', MOTTO),
      { kind: 'RULE', width: 60 },
      ...linesOfLook('placeAndDay', placeAndDay),
    ],
  };
}

/** What stands at the end of every paper. */
export interface PaperClosing {
  recipients: string[];
  signature: string[];
  signer: string | null;
}

/** Who gets a paper at the left, who signs it at the right. */
export function closingOf({ recipients, signature, signer }: PaperClosing): Block {
  return {
    kind: 'SIDES',
    of: 'CLOSING',
    left: [
      ...linesOfLook('recipientsTitle', 'Nơi nhận:'),
      ...linesOfLook('recipient', ...recipients.map((line) => `- ${line}`)),
    ],
    right: [
      { kind: 'ROOM', height: 4 },
      ...linesOfLook('signature', ...signature),
      { kind: 'ROOM', height: 28 },
      ...linesOfLook('signer', signer ?? ''),
    ],
  };
}
