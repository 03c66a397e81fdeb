import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Logger } from 'pino';
import type { Reach } from '@chi-tieu/shared/domain/access/reach';
import { actorOf, THE_PROCESS, type Actor } from './audit/event.ts';
import type { Config } from './config.ts';
import { Snapshot, write, type Writer } from './database.ts';
import type { Stage } from './enums.ts';
import { AppError } from './errors.ts';
import type { Answers } from './answers/answers.ts';
import type { KeptFacts } from './answers/kept-facts.ts';
import type { Life } from './life.ts';
import type { Locale } from './locale.ts';
import type { Replica } from './replica.ts';
import type { Room } from './room.ts';
import type { Sql } from './sql.ts';
import { EVERYTHING, sightOf, sightOfCaller, withAllOf, type Area, type Sight } from './wall.ts';

/** What lives as long as the process. */
export interface App {
  config: Config;
  db: DataSource;
  log: Logger;
  /** Whether the server had to connect past the second wall (app/server-role.ts). */
  isWallWeak?: boolean;
  /** The id of the province that this installation is about. */
  provinceId: number;
  /** Tells when the process ends. */
  life?: Life;
  /** What it keeps for as long as nothing is written (app/answers); without it each request asks anew. */
  kept?: KeptFacts;
  /** Answers that are given again while nothing is written; without it none are. */
  answers?: Answers;
  /** A replica that answers questions about facts where it is as far as the primary. */
  replica?: Replica;
  /** Where the database lies on a disk of ours: the room that is left there. */
  room?: Room;
  /** The database's address for what reads all of it: backups and the recomputing of the audit trail. As `db` unless told. */
  ownerUrl?: string;
  /** Now; tests may set it. */
  now(): Date;
}

/** Who is signed in. */
export interface SignedIn {
  id: number;
  username: string;
  name: string;
  /** A person unless told. */
  kind?: 'PERSON' | 'PROGRAM';
  /** The session, by its number; programs have none. */
  sessionId?: string;
  /** How far the session has come; FULL unless told. */
  stage?: Stage;
}

/** Whether somebody is signed in and nothing is missing any more: neither a code nor a first change of the password. */
export function isFullySignedIn(account: SignedIn | null): account is SignedIn {
  return account !== null && (account.stage ?? 'FULL') === 'FULL';
}

/** Who asks, in which language, under which id. */
export interface Asker {
  account: SignedIn | null;
  locale: Locale;
  requestId: string;
  /** Whence the request came, as far as the proxies before it are trusted. */
  address?: string;
  /** Gives the browser the cookie of a session that was renewed. */
  giveSession?: (token: string) => void;
  /** The process itself at work (filling, a tool): it may do everything. No request from outside is that. */
  isProcess?: boolean;
}

/** Notes of an answer that may be given again (app/answers). */
interface Repeatable {
  /** It asks for facts and nothing else. */
  asksFacts: boolean;
  /** Until where the data stood from which it was read whole; null where it was not. */
  stand: string | null;
}

/** So long may the database look for the answer to one question: far longer than any takes. */
const LONGEST_QUESTION_MS = 120_000;

/** So long does a change wait for another one that is being made. */
const LONGEST_WAIT_MS = 60_000;

/** What one request may use: its account, language, snapshot and answers already fetched. */
export class Context {
  readonly app: App;
  readonly account: SignedIn | null;
  readonly locale: Locale;
  readonly requestId: string;
  readonly isProcess: boolean;
  /** Gives the browser the cookie of a session that was renewed. */
  readonly giveSession: (token: string) => void;
  /** Who the audit trail names for what the request does. */
  readonly actor: Actor;
  /** One note for all copies that Apollo makes of a context. */
  private readonly ended = { is: false };
  /** Something that the request asked for is stored for good. */
  hasWritten = false;
  /** Whether its answer may be given again; one note for all copies that Apollo makes of a context. */
  readonly repeatable: Repeatable = { asksFacts: false, stand: null };
  private readonly snapshot: Snapshot;
  private sight: Sight;
  private readonly time = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private answers = new Map<string, Promise<unknown>>();
  private loaders = new Map<string, unknown>();

  constructor(app: App, request: Asker) {
    this.app = app;
    this.account = request.account;
    this.locale = request.locale;
    this.requestId = request.requestId;
    this.isProcess = request.isProcess ?? false;
    this.giveSession = request.giveSession ?? (() => undefined);
    const { address = null, requestId } = request;
    this.actor = this.isProcess ? { ...THE_PROCESS, requestId } : actorOf(this.account, { address, requestId });
    this.sight = this.isProcess ? EVERYTHING : sightOfCaller(this.account?.id ?? null);
    const accountId = this.account?.id ?? null;
    this.snapshot = new Snapshot(app.db, LONGEST_QUESTION_MS, this.time.signal, this.sight, accountId);
    app.life?.signal.addEventListener('abort', this.breakOff);
  }

  get provinceId(): number {
    return this.app.provinceId;
  }

  /** Questions to the request's one read-only snapshot. */
  get read(): Sql {
    return this.snapshot;
  }

  /** Questions to the same snapshot that count dossiers of everybody, whoever asks; what they give are counts. */
  get figures(): Sql {
    return this.snapshot.figures;
  }

  /** From here on the request sees of guarded tables what its reach lets it see; until then its own account alone. */
  async reaches(reach: Reach): Promise<void> {
    this.sight = sightOf(reach, this.account?.id ?? null);
    await this.snapshot.see(this.sight);
  }

  /** The account, or UNAUTHENTICATED. */
  signedIn(): SignedIn {
    if (!this.account) throw new AppError('UNAUTHENTICATED', 'auth.required');
    return this.account;
  }

  /** Asks once a request what many rows need: the same key gives the same promise. */
  once<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.answers.get(key) as Promise<T> | undefined;
    if (known) return known;
    const asked = ask();
    this.answers.set(key, asked);
    return asked;
  }

  /**
   * The same for a fact that everybody who asks sees alike and that only writing changes: kept by the process until something is
   * written. Nobody may change what it gives.
   */
  onceWritten<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const { kept } = this.app;
    if (!kept) return this.once(key, ask);
    return this.once(key, async () => kept.get(await this.snapshot.stand(), key, ask));
  }

  /** Until where what it reads shows what was written (moments.ts). */
  stand(): Promise<string> {
    return this.snapshot.stand();
  }

  /** It reads facts alone, which a replica may answer. */
  async mayReadAtReplica(): Promise<void> {
    if (this.app.replica) await this.snapshot.at(this.app.replica);
  }

  /** Forgets what was read at the replica: the primary is asked instead. */
  async readAtPrimary(): Promise<void> {
    this.forget();
    await this.snapshot.at(null);
  }

  /** One of many rows by its id: rows that are asked for side by side are fetched in one question. */
  load<K extends string | number, T extends { id: K }>(
    name: string,
    id: K,
    fetch: (ids: K[]) => Promise<T[]>,
  ): Promise<T | null> {
    let loader = this.loaders.get(name) as DataLoader<K, T | null> | undefined;
    if (!loader) {
      loader = new DataLoader<K, T | null>(async (ids) => {
        const rows = new Map((await fetch([...ids])).map((row) => [row.id, row]));
        return ids.map((wanted) => rows.get(wanted) ?? null);
      });
      this.loaders.set(name, loader);
    }
    return loader.load(id);
  }

  /** Many rows for each of many questions, told apart by `id`: questions that come side by side are asked as one. */
  loadAll<Q extends { id: string }, T extends { id: string }>(
    name: string,
    question: Q,
    fetch: (questions: Q[]) => Promise<T[]>,
  ): Promise<T[]> {
    let loader = this.loaders.get(name) as DataLoader<Q, T[], string> | undefined;
    if (!loader) {
      const answer = async (questions: readonly Q[]) => {
        const answers = new Map<string, T[]>(questions.map(({ id }) => [id, []]));
        for (const row of await fetch([...questions])) answers.get(row.id)?.push(row);
        return questions.map(({ id }) => answers.get(id) ?? []);
      };
      loader = new DataLoader<Q, T[], string>(answer, { cacheKeyFn: ({ id }) => id });
      this.loaders.set(name, loader);
    }
    return loader.load(question);
  }

  /**
   * One use case as one transaction; what is read afterwards sees it. One that `books` (merges dossiers, or changes what
   * classifies them) sees all dossiers, whoever asks for it; it sees all of what else it says that it `sees`.
   */
  async write<T>(
    purpose: string,
    use: (tx: Writer) => Promise<T>,
    { books = false, sees = [], ...options }: { dryRun?: boolean; books?: boolean; sees?: readonly Area[] } = {},
  ): Promise<T> {
    const booked: readonly Area[] = books ? ['dossiers', 'sources'] : [];
    const sight = withAllOf(this.sight, [...booked, ...sees]);
    const accountId = this.account?.id ?? null;
    // Gives its connection back first: many requests that each hold one and wait for another would wait for ever.
    await this.snapshot.close();
    await this.app.room?.require();
    const limits = { mostWaitMs: LONGEST_WAIT_MS, signal: this.time.signal };
    const result = await write(
      this.app.db,
      { purpose, accountId, actor: this.actor, sight, ...limits, ...options },
      use,
    );
    this.hasWritten ||= !options.dryRun;
    await this.close();
    return result;
  }

  /** Closes the snapshot and forgets its answers: what is read next sees what was written meanwhile. */
  async close(): Promise<void> {
    this.forget();
    await this.snapshot.close();
  }

  /** From now on the request has so long; then whatever it asks of the database is cancelled, and nothing more is asked. */
  endAfter(ms: number): void {
    this.timer = setTimeout(() => this.time.abort(), ms);
  }

  /** It is answered, or its caller broke off. */
  get isEnded(): boolean {
    return this.ended.is;
  }

  get isOverTime(): boolean {
    return this.time.signal.aborted;
  }

  /** It was broken off because the process ends. */
  get isBrokenOff(): boolean {
    return this.isOverTime && (this.app.life?.signal.aborted ?? false);
  }

  /** Ends the request: whoever still asks something is refused. */
  async end(): Promise<void> {
    this.ended.is = true;
    clearTimeout(this.timer);
    this.app.life?.signal.removeEventListener('abort', this.breakOff);
    this.forget();
    await this.snapshot.end();
  }

  private readonly breakOff = (): void => this.time.abort();

  private forget(): void {
    this.answers = new Map();
    this.loaders = new Map();
  }
}
