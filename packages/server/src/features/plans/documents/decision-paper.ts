import { blocksOf } from '@chi-tieu/shared/domain/decision-document/blocks';
import type { DecisionDocument } from '@chi-tieu/shared/domain/decision-document/document';
import type { Paper } from '../../../app/papers/paper.ts';

/** A decision as writers take it, with what it is made of for the spreadsheet. */
export interface DecisionPaper extends Paper {
  document: DecisionDocument;
}

/** A decision that was made out, as a paper. */
export function decisionPaper(document: DecisionDocument, reference: string, madeAt: Date): DecisionPaper {
  const { isDraft } = document;
  return { document, blocks: blocksOf(document), title: titleOf(document), isDraft, reference, madeAt };
}

/** What the file says that it is. */
function titleOf({ number, subject }: DecisionDocument): string {
  return [number.replace(/^Số: /, 'Quyết định số '), ...subject].join(' ');
}
