/** How papers look (Decree 30/2020): the one place for page, sizes and distances; millimetres and points. */
export const PAGE = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 } as const;
/** A page on its long side: for tables that no upright one holds. */
export const WIDE_PAGE = { width: 297, height: 210, top: 20, bottom: 20, left: 20, right: 20 } as const;
export type PageShape = { readonly [side in keyof typeof PAGE]: number };
export const FONT = 'Times New Roman';
/** Between the paper's upper edge and the number of the page, in the middle of the margin. */
export const PAGE_NUMBER_AT = 10;
export const PAGE_NUMBER_SIZE = 13;
export const FOOTER_SIZE = 9;
/** The heads: the issuing body at the left, the state's name at the right. */
export const HEAD_WIDTHS = [65, 100] as const;
export const CLOSING_WIDTHS = [75, 90] as const;
export const TABLE_SIZE = 13;
/** Of tables on wide pages. */
export const WIDE_TABLE_SIZE = 11;
/** The height between a unit's row and its lines. */
export const CELL_PADDING = 1.2;

export interface Look {
  size: number;
  bold?: true;
  italic?: true;
  align: 'left' | 'center' | 'justify';
  /** Points before and after. */
  before: number;
  after: number;
  /** Of its first line, in millimetres. */
  indent?: number;
  /** Never alone at the end of a page. */
  keepNext?: true;
}

const CENTER = { align: 'center', before: 0, after: 0 } as const;

/** What a line of text can be. */
export const LOOKS = {
  superior: { ...CENTER, size: 13 },
  body: { ...CENTER, size: 13, bold: true },
  number: { ...CENTER, size: 13, before: 4 },
  draft: { ...CENTER, size: 13, bold: true, before: 4 },
  state: { ...CENTER, size: 13, bold: true },
  motto: { ...CENTER, size: 14, bold: true },
  placeAndDay: { ...CENTER, size: 14, italic: true, before: 4 },
  title: { ...CENTER, size: 14, bold: true, before: 18, keepNext: true },
  subject: { ...CENTER, size: 14, bold: true, keepNext: true },
  authority: { ...CENTER, size: 14, bold: true, before: 12, after: 6, keepNext: true },
  basis: { align: 'justify', size: 14, italic: true, before: 0, after: 6, indent: 12.7 },
  resolves: { ...CENTER, size: 14, bold: true, before: 6, after: 6, keepNext: true },
  article: { align: 'justify', size: 14, before: 0, after: 6, indent: 12.7 },
  addressee: { ...CENTER, size: 14, before: 12, after: 6 },
  section: { align: 'justify', size: 14, bold: true, before: 6, after: 6, indent: 12.7, keepNext: true },
  recipientsTitle: { align: 'left', size: 12, bold: true, italic: true, before: 12, after: 0 },
  recipient: { align: 'left', size: 11, before: 0, after: 0 },
  signature: { ...CENTER, size: 14, bold: true, keepNext: true },
  signer: { ...CENTER, size: 14, bold: true },
  annexName: { ...CENTER, size: 14, bold: true, keepNext: true },
  annexTitle: { ...CENTER, size: 14, bold: true, keepNext: true },
  annexUnder: { ...CENTER, size: 14, italic: true, after: 6, keepNext: true },
  annexFootnote: { align: 'left', size: 13, italic: true, before: 4, after: 0 },
  annexNote: { align: 'left', size: 13, italic: true, before: 0, after: 4, keepNext: true },
} as const satisfies Record<string, Look>;

export type LookName = keyof typeof LOOKS;
