import { Worker } from 'node:worker_threads';
import { Turnstile } from '../turnstile.ts';
import { unavailable } from '../unavailable.ts';
import type { Paper } from './paper.ts';

/** So many papers are written at a time: each takes a core, and other requests need cores too. */
const AT_ONCE = 1;
/** How long somebody waits for the thread, and how long a paper may take: one of 1,000 rows takes a second or two. */
const PATIENCE_MS = 30_000;
const LONGEST_MS = 30_000;
/** The thread and the fonts in it are kept for whoever fetches the next paper soon. */
const KEPT_MS = 60_000;
const MOST_MEMORY_MB = 256;

// The same three steps up from src/app/papers as from dist/app/papers.
const CODE = new URL('../../../workers/pdf.mjs', import.meta.url);

interface Answer {
  content?: Uint8Array;
  problem?: string;
}

/** A thread that writes one paper after the other. Setting a thousand rows holds whatever else runs in the same thread. */
class PdfThread {
  private readonly worker = new Worker(CODE, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });
  private last: NodeJS.Timeout | undefined;
  hasEnded = false;

  constructor() {
    this.worker.unref();
    this.worker.once('exit', () => (this.hasEnded = true));
    // Whoever waits is told by a listener of their own; one that ends while nobody waits is followed by another.
    this.worker.on('error', () => (this.hasEnded = true));
  }

  /** Writes a paper; a thread that takes longer than it may is ended. */
  async write(paper: Paper, mostMs: number): Promise<Buffer> {
    clearTimeout(this.last);
    const { content, problem } = await this.answer(paper, mostMs);
    this.last = setTimeout(() => this.end(), KEPT_MS).unref();
    if (!content) throw new Error(problem ?? 'no paper was written');
    return Buffer.from(content.buffer);
  }

  private answer(paper: Paper, mostMs: number): Promise<Answer> {
    // Whoever waits for an answer is not to be ended for want of other work.
    this.worker.ref();
    return new Promise<Answer>((resolve, reject) => {
      const settle = (how: () => void): void => {
        clearTimeout(timer);
        this.worker.off('message', onAnswer).off('error', onError).off('exit', onExit).unref();
        how();
      };
      const onAnswer = (answer: Answer): void => settle(() => resolve(answer));
      const onError = (error: unknown): void =>
        settle(() => reject(error instanceof Error ? error : new Error(String(error))));
      const onExit = (): void => settle(() => reject(new Error('the thread for papers has ended')));
      const timer = setTimeout(() => {
        this.end();
        settle(() => reject(unavailable('server.busy')));
      }, mostMs);
      this.worker.on('message', onAnswer).on('error', onError).on('exit', onExit);
      this.worker.postMessage(paper);
    });
  }

  private end(): void {
    this.hasEnded = true;
    void this.worker.terminate();
  }
}

const turnstile = new Turnstile(AT_ONCE);
let kept: PdfThread | undefined;

/** A paper as PDF (pdf.ts), written in a thread of its own; a thread that has ended is followed by a new one. */
export function pdfInThread(paper: Paper, mostMs = LONGEST_MS): Promise<Buffer> {
  return turnstile.pass(
    () => {
      if (!kept || kept.hasEnded) kept = new PdfThread();
      return kept.write(paper, mostMs);
    },
    { mostMs: PATIENCE_MS },
  );
}
