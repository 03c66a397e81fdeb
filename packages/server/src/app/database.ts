import {
  DataSource,
  QueryRunnerAlreadyReleasedError,
  type DataSourceOptions,
  type EntityManager,
  type QueryRunner,
} from 'typeorm';
import type { PoolClient } from 'pg';
import { cancelAtSignal } from './cancel.ts';
import { LAST_STAND, openMoment, PASS_SEAL, sealMoment, standNow } from './moments.ts';
import { ClientSql, GivenBackError, type Sql } from './sql.ts';
import { insertEvents, THE_PROCESS, type Actor, type AuditEvent } from './audit/event.ts';
import { explainViolation } from './constraints.ts';
import { conflict } from './errors.ts';
import { Figures } from './figures.ts';
import { takePlace, takeReadingPlace } from './places.ts';
import { isAsFar, type Replica } from './replica.ts';
import { isAway, unavailable } from './unavailable.ts';
import { EVERYTHING, NOTHING, settingsOf, type Sight } from './wall.ts';

const FORGOTTEN_AFTER_MS = 300_000;

/** Connects; entities map tables only, the migrations own the schema. */
export async function connectDatabase(
  url: string,
  entities: NonNullable<DataSourceOptions['entities']>,
  poolSize = 20,
): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url,
    entities,
    synchronize: false,
    migrationsRun: false,
    logging: false,
    poolSize,
    extra: {
      application_name: 'chi-tieu',
      connectionTimeoutMillis: 10_000,
      // A machine that is gone without a word is noticed.
      keepAlive: true,
      // A transaction in which nothing was asked for so long was forgotten: it must not hold its locks for ever.
      idle_in_transaction_session_timeout: FORGOTTEN_AFTER_MS,
    },
  });
  return source.initialize();
}

/** A writing transaction: SQL, entities, and the moment that everything it writes points to. */
export class Writer extends ClientSql {
  readonly entities: EntityManager;
  readonly moment: string;
  readonly accountId: number | null;
  private readonly events: AuditEvent[] = [];

  constructor(client: PoolClient, entities: EntityManager, moment: string, accountId: number | null) {
    super(client);
    this.entities = entities;
    this.moment = moment;
    this.accountId = accountId;
  }

  /**
   * Says what this transaction does, for the audit trail. Kept until all else is written: the chain's lock is taken after
   * all others but the seal, and held for an instant.
   */
  audit(event: AuditEvent): void {
    this.events.push(event);
  }

  /** What was said until now, in order. */
  get audited(): readonly AuditEvent[] {
    return this.events;
  }
}

/** What a writing transaction is for and who makes it. */
export interface WriteOptions {
  purpose: string;
  accountId: number | null;
  /** Who the audit trail names; without it the account, or the server itself where there is none. */
  actor?: Actor;
  /** What it sees of the guarded tables; without it the process itself sees all, whoever else nothing. */
  sight?: Sight;
  /** Roll back at the end and give the result all the same: what would have happened. */
  dryRun?: boolean;
  /** So long each lock is waited for, then the whole is a CONFLICT; without it until it comes. */
  mostWaitMs?: number;
  /** Ends it, and the statement that runs in the database; everything is rolled back. */
  signal?: AbortSignal;
}

/**
 * Runs one use case as one transaction: opens its moment, adds what it says of itself to the audit trail, seals it last,
 * commits. A violated constraint becomes the
 * error it stands for; anything thrown rolls everything back. It has come true when this gives its result; where the
 * connection ends while it is committed nobody knows, and the error says so.
 */
export async function write<T>(source: DataSource, options: WriteOptions, use: (tx: Writer) => Promise<T>): Promise<T> {
  const leave = await takePlace(source, 'WRITING', { signal: options.signal });
  const runner = source.createQueryRunner();
  let stopWatching: () => Promise<void> = () => Promise.resolve();
  try {
    const client = (await runner.connect()) as PoolClient;
    const opening = new ClientSql(client);
    let asked = opening;
    stopWatching = cancelAtSignal(source, options.signal, { client, refuseWaiting: () => asked.refuseWaiting() });
    await runner.startTransaction('READ COMMITTED');
    await opening.run(`set local lock_timeout = ${Math.trunc(options.mostWaitMs ?? 0)}${settingsOf(sightIn(options))}`);
    const moment = await openMoment(opening, options.accountId, options.purpose);
    const tx = new Writer(client, runner.manager, moment, options.accountId);
    asked = tx;
    options.signal?.throwIfAborted();
    const result = await use(tx);
    if (options.dryRun) {
      await runner.rollbackTransaction();
    } else {
      await insertEvents(tx, moment, actorIn(options), tx.audited);
      await sealMoment(tx, moment);
      await commit(runner);
    }
    return result;
  } catch (error) {
    await stopWatching();
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw hasCode(error, BUSY) ? conflict('write.busy') : explainViolation(error);
  } finally {
    await stopWatching();
    await runner.release();
    leave();
  }
}

/** Commits; a connection that ends before the answer leaves open whether it was. */
async function commit(runner: QueryRunner): Promise<void> {
  try {
    await runner.commitTransaction();
  } catch (error) {
    // Given back before: the connection had ended before anybody asked to commit.
    if (error instanceof QueryRunnerAlreadyReleasedError || !isAway(error)) throw error;
    throw unavailable('server.unsure');
  }
}

function actorIn({ actor, accountId }: WriteOptions): Actor {
  return actor ?? (accountId === null ? THE_PROCESS : { ...THE_PROCESS, kind: 'PERSON', id: accountId });
}

function sightIn(options: WriteOptions): Sight {
  return options.sight ?? (actorIn(options).kind === 'PROCESS' ? EVERYTHING : NOTHING);
}

/** Waited too long for a lock, or was chosen to give way where two waited for one another: whoever asks again finds it free. */
const BUSY: readonly unknown[] = ['55P03', '40P01'];

function hasCode(error: unknown, codes: readonly unknown[]): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  return codes.includes(code) || hasCode(driverError, codes);
}

interface Opened {
  sql: ClientSql;
  /** Until where it shows what was written (moments.ts). */
  stand: string;
  release: () => Promise<void>;
}

/**
 * One read-only snapshot, opened at the first question and kept until `close`: all figures of an answer come from the
 * same state of the database. `mostMs` bounds each question, which is an error if it takes longer; without it none is. The
 * signal ends all of it, and in the database the statement that runs. Of guarded tables it shows what `sight` says, or was
 * said last by `see`. Of one account only so many are open at a time (places.ts).
 */
export class Snapshot implements Sql {
  private readonly source: DataSource;
  private readonly mostMs: number;
  private readonly signal: AbortSignal | undefined;
  private opening: Promise<Opened> | null = null;
  private hasEnded = false;
  private sight: Sight;
  private replica: Replica | null = null;
  private readonly accountId: number | null;
  /** Questions that count dossiers of everybody. */
  readonly figures: Sql = new Figures(async () => ({ sql: await this.sql(), sight: this.sight }));

  constructor(
    source: DataSource,
    mostMs = 0,
    signal?: AbortSignal,
    sight: Sight = NOTHING,
    accountId: number | null = null,
  ) {
    this.sight = sight;
    this.accountId = accountId;
    this.source = source;
    this.mostMs = mostMs;
    this.signal = signal;
  }

  async rows<T extends object>(text: string, params?: unknown[]): Promise<T[]> {
    return (await this.sql()).rows<T>(text, params);
  }

  async row<T extends object>(text: string, params?: unknown[]): Promise<T | null> {
    return (await this.sql()).row<T>(text, params);
  }

  async run(text: string, params?: unknown[]): Promise<number> {
    return (await this.sql()).run(text, params);
  }

  /** Until where it shows what was written; opens it where nothing was asked yet. */
  async stand(): Promise<string> {
    return (await this.opened()).stand;
  }

  /** From the next question on it shows this much of the guarded tables, also when it is opened again. */
  async see(sight: Sight): Promise<void> {
    this.sight = sight;
    const opened = await this.opening;
    await opened?.sql.run(settingsOf(sight).slice(1));
  }

  /** Gives the connection back once everything asked is answered; the next question opens a new snapshot. */
  async close(): Promise<void> {
    const { opening } = this;
    this.opening = null;
    const opened = await opening?.catch(() => null);
    await opened?.release();
  }

  /**
   * Closes for ever. An answer may be given while some of its fields are still looked up (one failed and took it all with
   * it): what they ask now or have waiting in line is refused, or it would open a connection that nobody gives back.
   */
  async end(): Promise<void> {
    this.hasEnded = true;
    const opening = this.opening?.then(({ sql }) => sql.refuseWaiting());
    await opening?.catch(() => undefined);
    await this.close();
  }

  private async sql(): Promise<ClientSql> {
    return (await this.opened()).sql;
  }

  private opened(): Promise<Opened> {
    if (this.hasEnded) return Promise.reject(new GivenBackError('The snapshot has ended.'));
    if (this.signal?.aborted) return Promise.reject(reasonOf(this.signal));
    return (this.opening ??= this.open());
  }

  /** Opens at a replica from now on, where it is as far as the primary; null: at the primary. What is open is closed. */
  async at(replica: Replica | null): Promise<void> {
    if (this.opening) await this.close();
    this.replica = replica;
  }

  private async open(): Promise<Opened> {
    return (await this.openAtReplica()) ?? this.openAt(this.source, PASS_SEAL);
  }

  /** Null where the replica is away, or does not show yet what the primary had sealed when this was asked. */
  private async openAtReplica(): Promise<Opened | null> {
    const { replica } = this;
    if (!replica || replica.isAway) return null;
    const asked = await withClient(this.source, standNow);
    try {
      const opened = await this.openAt(await replica.source(), []);
      const isUsable = isAsFar(opened.stand, asked);
      replica.note(isUsable ? 'answered' : 'behind');
      if (isUsable) return opened;
      await opened.release();
    } catch (error) {
      this.signal?.throwIfAborted();
      replica.noteAway(error);
    }
    return null;
  }

  private async openAt(source: DataSource, before: readonly string[]): Promise<Opened> {
    const leave = await takeReadingPlace(source, this.accountId, this.signal);
    let runner: QueryRunner | undefined;
    let stopWatching: () => Promise<void> = () => Promise.resolve();
    try {
      runner = source.createQueryRunner();
      const client = (await runner.connect()) as PoolClient;
      const sql = new ClientSql(client);
      stopWatching = cancelAtSignal(source, this.signal, { client, refuseWaiting: () => sql.refuseWaiting() });
      const stand = await openSnapshot(sql, before, settingsFor(this.mostMs, this.sight));
      return { sql, stand, release: releasing(runner, { sql, stopWatching, leave }) };
    } catch (error) {
      await stopWatching();
      await runner?.release();
      leave();
      throw error;
    }
  }
}

/** Gives a snapshot's connection back once what it is asked is answered. */
function releasing(
  runner: QueryRunner,
  { sql, stopWatching, leave }: { sql: ClientSql; stopWatching: () => Promise<void>; leave: () => void },
): () => Promise<void> {
  return async () => {
    await sql
      .inTurn(async (client) => {
        await stopWatching();
        await client.query('rollback');
      })
      .catch(() => undefined);
    await runner.release();
    leave();
  };
}

function settingsFor(mostMs: number, sight: Sight): string {
  return `set local statement_timeout = ${Math.trunc(mostMs)}${settingsOf(sight)}`;
}

/** Opens the snapshot after what is to be done before, in one go; gives until where it shows what was written. */
async function openSnapshot(sql: ClientSql, before: readonly string[], settings: string): Promise<string> {
  const opened = [...before, 'begin isolation level repeatable read read only', settings, LAST_STAND];
  try {
    return (await sql.rowOfLast<{ stand: string }>(opened))?.stand ?? '';
  } catch (error) {
    // Where it broke off a transaction may be open: whoever gets the connection next would be refused everything.
    await sql.inTurn((client) => client.query('rollback')).catch(() => undefined);
    throw error;
  }
}

function reasonOf({ reason }: AbortSignal): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

/**
 * Asks something outside of any request's transaction. With a sight all of it is one short transaction, and sees that much of
 * the guarded tables; without one it is none, and sees nothing of them.
 */
export async function withClient<T>(source: DataSource, use: (sql: Sql) => Promise<T>, sight?: Sight): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    const sql = new ClientSql((await runner.connect()) as PoolClient);
    if (!sight) return await use(sql);
    await sql.run(`begin${settingsOf(sight)}`);
    try {
      const result = await use(sql);
      await sql.run('commit');
      return result;
    } catch (error) {
      await sql.run('rollback').catch(() => undefined);
      throw error;
    }
  } finally {
    await runner.release();
  }
}
