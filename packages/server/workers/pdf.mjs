/**
 * A thread that does nothing but write papers as PDF: a paper is answered by `{ content }`, one that cannot be written by
 * `{ problem }`. It uses what was built last, as a thread cannot read the sources.
 */
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { pdfOf } from '../dist/app/papers/pdf.js';

const LOW_PRIORITY = 10;

// Linux has a priority for each thread; elsewhere this would slow down the whole server.
if (process.platform === 'linux') setPriority(0, LOW_PRIORITY);

parentPort.on('message', async (paper) => {
  try {
    // A copy of its own, so that its memory can be handed over.
    const content = new Uint8Array(await pdfOf(paper));
    parentPort.postMessage({ content }, [content.buffer]);
  } catch (error) {
    parentPort.postMessage({ problem: error instanceof Error ? error.message : 'unknown' });
  }
});
