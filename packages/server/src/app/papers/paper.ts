import type { Block } from '@chi-tieu/shared/domain/paper/blocks';

/** What a writer needs: what stands on it, what it is, how it is found again, and whether every page says that it is a draft. */
export interface Paper {
  blocks: readonly Block[];
  title: string;
  isDraft: boolean;
  reference: string;
  madeAt: Date;
}

/** What stands at the foot of every page. */
export function footOf({ isDraft, reference }: Paper): string {
  return isDraft ? `DỰ THẢO – Mã tham chiếu: ${reference}` : `Mã tham chiếu: ${reference}`;
}

/** So many rows are written before others get their turn: none of it holds the server for long. */
export const ROWS_A_TURN = 20;

/** Lets everything else that waits go first. */
export function turn(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
