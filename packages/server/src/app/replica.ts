import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';

/** So long nobody asks a replica that could not be reached: each would wait for it first. */
const AWAY_MS = 5_000;

/** How a question that might have been answered by the replica went there. */
export const REPLICA_OUTCOMES = ['answered', 'behind', 'away'] as const;
export type ReplicaOutcome = (typeof REPLICA_OUTCOMES)[number];

/**
 * A streaming replica (DATABASE_REPLICA_URL) that answers questions about facts, which ask nobody's rights. It is believed only where
 * it shows at least what the primary had sealed when the question came (app/moments.ts): otherwise, and where it is away or breaks off,
 * the primary answers, and nobody sees a difference.
 */
export class Replica {
  private readonly connect: () => Promise<DataSource>;
  private readonly log: Logger;
  private readonly count: (outcome: ReplicaOutcome) => void;
  private connecting: Promise<DataSource> | null = null;
  private awayUntil = 0;

  constructor(connect: () => Promise<DataSource>, log: Logger, count: (outcome: ReplicaOutcome) => void) {
    this.connect = connect;
    this.log = log;
    this.count = count;
  }

  /** Connected at the first question, and again after it could not be: a replica that is away keeps no server from starting. */
  async source(): Promise<DataSource> {
    this.connecting ??= this.connect();
    try {
      return await this.connecting;
    } catch (error) {
      this.connecting = null;
      throw error;
    }
  }

  /** Ends its connections. */
  async close(): Promise<void> {
    const source = await this.connecting?.catch(() => null);
    if (source?.isInitialized) await source.destroy();
  }

  get isAway(): boolean {
    return Date.now() < this.awayUntil;
  }

  /** It could not be asked. */
  noteAway(err: unknown): void {
    if (!this.isAway) this.log.warn({ err }, 'the replica cannot be asked; the primary answers');
    this.awayUntil = Date.now() + AWAY_MS;
    this.count('away');
  }

  note(outcome: ReplicaOutcome): void {
    this.count(outcome);
  }
}

/** Whether what one stand shows has all that was sealed at another one: at least as late, and of the same migrations. */
export function isAsFar(stand: string, asked: string): boolean {
  const [one, other] = [partsOf(stand), partsOf(asked)];
  return one.migration === other.migration && one.at >= other.at;
}

function partsOf(stand: string): { at: number; migration: string } {
  const [moment = '', migration = ''] = stand.split(' ');
  return { at: Number(moment.split('@')[1] ?? 0), migration };
}
