import { closingOf, headOf, linesOfLook as text, type Block } from '../paper/blocks.ts';
import type { DecisionDocument } from './document.ts';

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
