import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '@chi-tieu/shared/domain/decision-document/blocks';
import { composeDocument } from '@chi-tieu/shared/domain/decision-document/compose';
import { DISTRICT_TEMPLATE } from '@chi-tieu/shared/domain/decision-document/defaults';
import { decisionFacts } from '../../../test/decision-facts.ts';
import { pdfText } from '../../../test/papers.ts';
import type { Paper } from './paper.ts';
import { pdfInThread } from './pdf-threads.ts';

function paperOf(count: number, reference = '171-2022-0123456789'): Paper {
  const { document } = composeDocument(DISTRICT_TEMPLATE, decisionFacts(count));
  const blocks = blocksOf(document);
  return { blocks, title: 'Quyết định', isDraft: true, reference, madeAt: new Date('2022-03-15T02:00:00Z') };
}
const seen = async (paper: Paper): Promise<string> => (await pdfText(await pdfInThread(paper))).join(' ');

describe('the thread for papers', () => {
  it('leaves the server idle while it writes a decision of a thousand rows', async () => {
    const paper = paperOf(1000);
    const before = performance.eventLoopUtilization();
    const content = await pdfInThread(paper);
    const { utilization } = performance.eventLoopUtilization(before);
    expect(content.subarray(0, 5).toString()).toBe('%PDF-');
    // Written in the server's own thread it would be 1.
    expect(utilization).toBeLessThan(0.5);
  });

  it('gives everybody their own paper, many at once', async () => {
    const references = ['171-2022-A', '171-2022-B', '171-2022-C'];
    const texts = await Promise.all(references.map((reference) => seen(paperOf(2, reference))));
    expect(texts.map((text) => references.filter((reference) => text.includes(reference)))).toEqual(
      references.map((reference) => [reference]),
    );
  });

  it('ends a paper that takes too long, and writes the next one', async () => {
    await expect(pdfInThread(paperOf(1000), 1)).rejects.toMatchObject({ kind: 'UNAVAILABLE', text: 'server.busy' });
    expect(await seen(paperOf(1))).toContain('171-2022-0123456789');
  });

  it('says what it cannot write, and writes the next one', async () => {
    const broken = { ...paperOf(1), blocks: null } as unknown as Paper;
    await expect(pdfInThread(broken)).rejects.toThrow(/iterable/);
    expect(await seen(paperOf(1))).toContain('171-2022-0123456789');
  });
});
