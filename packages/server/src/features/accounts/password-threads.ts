import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Turnstile } from '../../app/turnstile.ts';

/** So many passwords are worked on at a time: each takes a core and 19 MiB, and other requests need cores too. */
const AT_ONCE = availableParallelism() > 2 ? 2 : 1;

// The same three steps up from src/features/accounts as from dist/features/accounts.
const CODE = new URL('../../../workers/argon2.mjs', import.meta.url);

interface Answer {
  id: number;
  hash?: string;
  isRight?: boolean;
  problem?: string;
}
interface Question {
  resolve: (answer: Answer) => void;
  reject: (why: Error) => void;
}

/**
 * One thread for passwords. Threads of its own keep the work out of the few that everything else of the server shares, and let
 * the system give the processor to whoever asks for figures first.
 */
class PasswordThread {
  private readonly worker = new Worker(CODE);
  private readonly open = new Map<number, Question>();
  private last = 0;
  hasEnded = false;

  constructor() {
    this.worker.unref();
    this.worker.on('message', (answer: Answer) => this.settle(answer));
    this.worker.once('error', (error) => this.giveUp(error instanceof Error ? error : new Error(String(error))));
    this.worker.once('exit', () => this.giveUp(new Error('the thread for passwords has ended')));
  }

  ask(question: { password: string; stored?: string }): Promise<Answer> {
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      this.open.set(id, { resolve, reject });
      // Whoever waits for an answer is not to be ended for want of other work.
      this.worker.ref();
      this.worker.postMessage({ id, ...question });
    });
  }

  private settle(answer: Answer): void {
    const question = this.open.get(answer.id);
    this.open.delete(answer.id);
    if (this.open.size === 0) this.worker.unref();
    if (answer.problem === undefined) question?.resolve(answer);
    else question?.reject(new Error(answer.problem));
  }

  private giveUp(why: Error): void {
    this.hasEnded = true;
    for (const { reject } of this.open.values()) reject(why);
    this.open.clear();
  }
}

/** All work on passwords passes here. */
export const passwordWork = new Turnstile(AT_ONCE);
const idle: PasswordThread[] = [];

/** One question to a thread that has no other; a thread that has ended is followed by a new one. */
function ask(question: { password: string; stored?: string }): Promise<Answer> {
  return passwordWork.pass(async () => {
    const thread = idle.pop() ?? new PasswordThread();
    try {
      return await thread.ask(question);
    } finally {
      if (!thread.hasEnded) idle.push(thread);
    }
  });
}

/** argon2id of a password, with its salt and cost, as text. */
export async function argon2Of(password: string): Promise<string> {
  const { hash } = await ask({ password });
  if (hash === undefined) throw new Error('no hash was made');
  return hash;
}

/** Whether a password is the one of a hash. */
export async function isPasswordOf(stored: string, password: string): Promise<boolean> {
  return (await ask({ password, stored })).isRight === true;
}
