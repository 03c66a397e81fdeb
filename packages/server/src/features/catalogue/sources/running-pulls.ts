import type { App } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import { pullSource } from './pull-source.ts';
import { dueSources } from './sources.queries.ts';
import type { AskTimes } from './national-database.ts';

/** Held while a source is being read: by one of all the servers that use this database. */
const PULL_LOCK = 793_010;

/** How far a pull has come. */
export interface PullProgress {
  done: number;
  of: number;
}

interface Running {
  sourceId: number;
  progress: PullProgress;
  ending: AbortController;
  ended: Promise<void>;
}

const pulls = new WeakMap<App, Running>();
/** How patiently sources are asked; tests are less patient. */
const patience = new WeakMap<App, AskTimes>();

/** Asks sources otherwise than usual. */
export function askWith(app: App, times: AskTimes): void {
  patience.set(app, times);
}

/** How far this process has come with a source; null where it is not reading it. */
export function progressOf(app: App, sourceId: number): PullProgress | null {
  const running = pulls.get(app);
  return running?.sourceId === sourceId ? running.progress : null;
}

/** Begins to read a source and goes on after the answer; false where this or another server is reading one. */
export async function beginPull(app: App, sourceId: number): Promise<boolean> {
  if (pulls.has(app)) return false;
  const ending = new AbortController();
  const progress = { done: 0, of: 0 };
  let begun: (isBegun: boolean) => void = () => undefined;
  const isBegun = new Promise<boolean>((resolve) => (begun = resolve));
  const ended = alone(app, begun, async () => {
    const times = patience.get(app);
    const told = (done: number, of: number) => void Object.assign(progress, { done, of });
    await pullSource(app, sourceId, { signal: ending.signal, progress: told, ...(times && { times }) });
  })
    .catch((error: unknown) => app.log.error({ err: error, source: sourceId }, 'a source could not be read'))
    .finally(() => {
      begun(false);
      pulls.delete(app);
    });
  pulls.set(app, { sourceId, progress, ending, ended });
  return isBegun;
}

/** Runs something under the lock of all servers, or not at all. */
async function alone(app: App, begun: (isBegun: boolean) => void, use: () => Promise<void>): Promise<void> {
  await withClient(app.db, async (sql) => {
    const got = await sql.row<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [PULL_LOCK]);
    begun(got?.got ?? false);
    if (!got?.got) return;
    try {
      await use();
    } finally {
      await sql.run('select pg_advisory_unlock($1)', [PULL_LOCK]);
    }
  });
}

/** Waits for the pull that is under way; with `end` it is broken off first. */
export async function pullEnded(app: App, { end = false } = {}): Promise<void> {
  const running = pulls.get(app);
  if (end) running?.ending.abort();
  await running?.ended;
}

const LOOK_EVERY_MS = 60_000;

/** Reads sources when their time has come; does not keep the process alive. */
export class PullSchedule {
  private readonly app: App;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();

  constructor(app: App) {
    this.app = app;
  }

  start(everyMs = LOOK_EVERY_MS): void {
    this.timer = setInterval(() => void this.look(), everyMs).unref();
  }

  /** Reads those that are due, one after the other. What goes wrong is logged. */
  look(): Promise<void> {
    this.looking = this.looking
      .then(() => this.readDue())
      .catch((error: unknown) => {
        this.app.log.error({ err: error }, 'sources could not be looked at');
      });
    return this.looking;
  }

  private async readDue(): Promise<void> {
    const due = await withClient(this.app.db, (sql) => dueSources(sql, this.app.provinceId));
    for (const { id } of due) {
      if (this.app.life?.signal.aborted) return;
      if (await beginPull(this.app, id)) await pullEnded(this.app);
    }
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await pullEnded(this.app, { end: true });
    await this.looking;
  }
}
