import PgBoss from 'pg-boss';
import type { App } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import { askPool } from '../../../app/pool.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { JOBS_SCHEMA, READING_QUEUE } from './jobs-schema.ts';
import { dueSources } from './pull.queries.ts';
import { readSource, type ReadOptions } from './read-source.ts';

export interface JobTimes extends Omit<ReadOptions, 'signal'> {
  /** So often is looked which sources are due. */
  followEveryMs: number;
  /** So often is looked for jobs of other processes; its own wake it. */
  pollSeconds: number;
}

const TIMES: JobTimes = { followEveryMs: 30_000, pollSeconds: 15 };
/** So many sources are read by one process at a time. */
const AT_ONCE = 2;

const running = new WeakMap<App, PullJobs>();

/** Sees to it that what is due is read soon, by this process or another one. */
export async function wakeJobs(app: App): Promise<void> {
  await running.get(app)?.follow();
}

/**
 * Reads sources when their time has come. Which are due stands in their rows: a job only says that one is, so nothing is lost with the queue,
 * and what a process that died was reading is due as it was.
 */
export class PullJobs {
  private readonly app: App;
  private readonly times: JobTimes;
  private readonly ending = new AbortController();
  private readonly boss: PgBoss;
  private readonly readings = new Set<Promise<unknown>>();
  private workers: string[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(app: App, times: Partial<JobTimes> = {}) {
    this.app = app;
    this.times = { ...TIMES, ...times };
    this.boss = new PgBoss({
      // Its questions go over the connections that all others go over.
      db: { executeSql: (text: string, values: unknown[]) => askPool(app.db, text, values) },
      schema: JOBS_SCHEMA,
      migrate: false,
      schedule: false,
    });
    this.boss.on('error', (error) => this.ending.signal.aborted || app.log.warn({ err: error }, 'the queue failed'));
  }

  async start(): Promise<void> {
    await this.boss.start();
    running.set(this.app, this);
    for (let n = 0; n < AT_ONCE; n += 1) this.workers.push(await this.work());
    await this.follow();
    this.timer = setInterval(() => void this.follow(), this.times.followEveryMs).unref();
  }

  private work(): Promise<string> {
    const options = { batchSize: 1, pollingIntervalSeconds: this.times.pollSeconds };
    return this.boss.work<{ source: number }>(READING_QUEUE, options, async (jobs) => {
      for (const { data } of jobs) await this.read(data.source);
    });
  }

  private async read(source: number): Promise<void> {
    const reading = readSource(this.app, source, { ...this.times, signal: this.ending.signal });
    this.readings.add(reading);
    try {
      if ((await reading) === 'MORE') await this.send(source);
    } catch (error) {
      // The database was away: it is due as it was.
      this.app.log.warn({ err: error, source }, 'a source could not be read on');
    } finally {
      this.readings.delete(reading);
    }
  }

  /** Puts a job for each source that is due and that nobody reads; one that waits already stays alone. */
  async follow(): Promise<void> {
    if (this.ending.signal.aborted) return;
    try {
      const due = await withClient(this.app.db, (sql) => dueSources(sql, this.app.provinceId), EVERYTHING);
      for (const source of due) await this.send(source);
    } catch (error) {
      this.app.log.warn({ err: error }, 'sources could not be looked at');
    }
  }

  private async send(source: number): Promise<void> {
    if (this.ending.signal.aborted) return;
    await this.boss.send(READING_QUEUE, { source }, { singletonKey: String(source) });
    for (const worker of this.workers) this.boss.notifyWorker(worker);
  }

  /** Breaks off what it reads, between two pages; others go on with it. */
  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    this.ending.abort();
    running.delete(this.app);
    await Promise.allSettled(this.readings);
    await this.boss.stop({ graceful: false, wait: false });
  }
}
