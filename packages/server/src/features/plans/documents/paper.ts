import type { DecisionDocument } from '@chi-tieu/shared/domain/decision-document/document';

/** What a writer needs besides the blocks: how the paper is found again, and whether every page says that it is a draft. */
export interface Paper {
  document: DecisionDocument;
  reference: string;
  madeAt: Date;
}

/** What stands at the foot of every page. */
export function footOf({ document, reference }: Paper): string {
  return document.isDraft ? `DỰ THẢO – Mã tham chiếu: ${reference}` : `Mã tham chiếu: ${reference}`;
}

/** What the file says that it is. */
export function titleOf({ document }: Paper): string {
  return [document.number.replace(/^Số: /, 'Quyết định số '), ...document.subject].join(' ');
}

/** So many rows are written before others get their turn: none of it holds the server for long. */
export const ROWS_A_TURN = 20;

/** Lets everything else that waits go first. */
export function turn(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
