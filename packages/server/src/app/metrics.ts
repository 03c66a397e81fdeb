import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { backupFolder, keptBackups } from '../features/backup/backup-folder.ts';
import type { App } from './context.ts';
import { poolState } from './pool.ts';
import type { ReplicaOutcome } from './replica.ts';

/** How a row of an import ended. */
const ROW_OUTCOMES = ['created', 'updated', 'unchanged', 'rejected'] as const;
/** How a sign-in ended: somebody is in, something given was wrong or is not let in, or there were too many tries before it. */
export const SIGN_IN_OUTCOMES = ['ok', 'wrong', 'wait'] as const;
/** Whether a question about facts was answered again, or first, or anew because something was written since. */
const ANSWER_OUTCOMES = ['again', 'first', 'changed'] as const;
export type AnswerOutcome = (typeof ANSWER_OUTCOMES)[number];
export type SignInOutcome = (typeof SIGN_IN_OUTCOMES)[number];

/**
 * What the server counts of itself for Prometheus. Labels are routes, methods, status codes and words of lists that stand here:
 * as many as there are, whatever callers send, and nothing about anybody.
 */
export class Metrics {
  readonly registry = new Registry();
  private readonly seconds: Histogram<'method' | 'route' | 'status'>;
  private readonly rows: Counter<'outcome'>;
  private readonly signIns: Counter<'outcome'>;
  private readonly answers: Counter<'outcome'>;
  private atReplica: Counter<'outcome'> | undefined;

  constructor(app: App) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.seconds = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'How long HTTP requests took, by route and status.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    });
    this.rows = new Counter({
      name: 'ingest_rows_total',
      help: 'Rows of imports that were taken in, by how they ended; those that were only tried are not counted.',
      labelNames: ['outcome'],
      registers,
    });
    this.signIns = new Counter({
      name: 'sign_ins_total',
      help: 'Sign-ins by password, code or single sign-on: done, wrong, or refused because of too many tries before. A password whose code is awaited is not done.',
      labelNames: ['outcome'],
      registers,
    });
    this.answers = new Counter({
      name: 'answers_total',
      help: 'Answers to questions about facts: given again as they were, kept for the first time, or looked up anew because something was written.',
      labelNames: ['outcome'],
      registers,
    });
    for (const outcome of ANSWER_OUTCOMES) this.answers.inc({ outcome }, 0);
    for (const outcome of ROW_OUTCOMES) this.rows.inc({ outcome }, 0);
    for (const outcome of SIGN_IN_OUTCOMES) this.signIns.inc({ outcome }, 0);
    this.watchPool(app);
    this.watchBackups(app);
  }

  countRequest(request: { method: string; route: string; status: number; seconds: number }): void {
    const { method, route, status, seconds } = request;
    this.seconds.observe({ method, route, status: String(status) }, seconds);
  }

  countSignIn(outcome: SignInOutcome): void {
    this.signIns.inc({ outcome });
  }

  /** Counts how questions went that a replica might answer; from the first on. */
  countAtReplica(outcome: ReplicaOutcome): void {
    this.atReplica ??= new Counter({
      name: 'questions_at_replica_total',
      help: 'Questions that the replica answered, or the primary because the replica was behind or away.',
      labelNames: ['outcome'],
      registers: [this.registry],
    });
    this.atReplica.inc({ outcome });
  }

  countAnswer(outcome: AnswerOutcome): void {
    this.answers.inc({ outcome });
  }

  /** What answers that are kept take of memory. */
  watchAnswers(cache: { bytes: number }): void {
    new Gauge({
      name: 'answers_kept_bytes',
      help: 'Memory that kept answers take, of at most ANSWER_CACHE_MB.',
      registers: [this.registry],
      collect() {
        this.set(cache.bytes);
      },
    });
  }

  /** Counts the rows of a receipt. */
  countRows(receipt: Readonly<Record<(typeof ROW_OUTCOMES)[number], number>>): void {
    for (const outcome of ROW_OUTCOMES) this.rows.inc({ outcome }, receipt[outcome]);
  }

  /** The folder is asked, not the server: a backup made by command counts too, and so does one from before the last start. */
  private watchBackups(app: App): void {
    new Gauge({
      name: 'backup_last_success_timestamp_seconds',
      help: 'The moment of the newest whole backup in DATA_DIR/backups, 0 where there is none.',
      registers: [this.registry],
      collect() {
        const [newest] = keptBackups(backupFolder(app.config.dataDir));
        this.set((newest?.takenAt.getTime() ?? 0) / 1000);
      },
    });
  }

  private watchPool(app: App): void {
    new Gauge({
      name: 'database_connections',
      help: 'Connections of this process to the database, by what they do, and how many requests wait for one.',
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        const { inUse, idle, waiting, most } = poolState(app.db);
        this.set({ state: 'in_use' }, inUse);
        this.set({ state: 'idle' }, idle);
        this.set({ state: 'waited_for' }, waiting);
        this.set({ state: 'most' }, most);
      },
    });
  }
}

const kept = new WeakMap<App, Metrics>();

/** The one set of counts of a running server. */
export function metricsOf(app: App): Metrics {
  const known = kept.get(app) ?? new Metrics(app);
  kept.set(app, known);
  return known;
}
