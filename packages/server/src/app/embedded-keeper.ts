import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './embedded-cluster.ts';
import { keepLogShort, spawnPostmaster, untilReady, type Started, type StartOptions } from './embedded-process.ts';
import { clearLeftovers, endPostmaster } from './postmaster.ts';

/** A PostgreSQL that ended or did not start more than so often within so long is given up. */
export interface ReviveBounds {
  most: number;
  withinMs: number;
}

/** One that ends twice a minute still serves; one that ends every few seconds has an illness that another start does not cure. */
export const REVIVE_BOUNDS: ReviveBounds = { most: 15, withinMs: 60_000 };

const DAY_MS = 86_400_000;
const PAUSE_MS = 250;
const PAUSE_WITHOUT_ROOM_MS = 1_000;

/**
 * Keeps a PostgreSQL running: where it ended unasked it is started again on the same port, so that whoever holds its address
 * only connects anew. A full disk is waited out, however long it lasts.
 */
export class Keeper {
  private readonly cluster: Cluster;
  private readonly options: StartOptions & { revive?: ReviveBounds };
  private current: Started;
  private isStopping = false;
  private ends: number[] = [];

  constructor(cluster: Cluster, options: StartOptions & { revive?: ReviveBounds }, first: Started) {
    this.cluster = cluster;
    this.options = options;
    this.current = first;
  }

  /** Settles when it has ended for good; what goes wrong with bringing it back is logged. */
  async untilOver(): Promise<void> {
    const daily = setInterval(() => this.tidy(), DAY_MS).unref();
    try {
      await this.keep().finally(() => clearInterval(daily));
    } catch (error) {
      this.options.log.warn(`PostgreSQL không chạy lại được. PostgreSQL cannot be started again: ${String(error)}`);
    }
  }

  /** Ends it; `untilOver` then settles. */
  async stop(): Promise<void> {
    this.isStopping = true;
    // Unlike its life, its end is waited for: a tool with nothing else to do must not end before it has given up the lock.
    this.current.process.ref();
    await endPostmaster(this.current.process.pid ?? 0, this.cluster.data, this.options.log);
  }

  private tidy(): void {
    try {
      keepLogShort(this.cluster);
    } catch (error) {
      this.options.log.warn(
        `Không dọn được nhật ký của PostgreSQL. The log of PostgreSQL stays long: ${String(error)}`,
      );
    }
  }

  private async keep(): Promise<void> {
    let isReady = true;
    for (;;) {
      await this.current.ended;
      if (this.isToEnd() || !(await this.isWorthAnother(isReady))) return;
      await clearLeftovers(this.cluster.data, this.options.log);
      // `stop` may have been called in the meantime: whatever is begun after this is ended by it.
      if (this.isToEnd()) return;
      this.current = spawnPostmaster(this.cluster, this.current.port, this.options.durable ?? true);
      isReady = (await untilReady(this.current, this.cluster)) === null;
      if (isReady) this.options.log.info('PostgreSQL đã chạy lại. PostgreSQL runs again.');
    }
  }

  private isToEnd(): boolean {
    return this.isStopping;
  }

  private async isWorthAnother(wasReady: boolean): Promise<boolean> {
    const { revive, log } = this.options;
    if (!revive) return false;
    const hasNoRoom = /No space left on device|Disk quota exceeded/.test(this.current.said());
    if (wasReady) log.warn('PostgreSQL dừng ngoài ý muốn, đang chạy lại. PostgreSQL ended unasked, starting it again.');
    if (!hasNoRoom) this.ends = [...this.ends, Date.now()].filter((at) => at > Date.now() - revive.withinMs);
    if (this.ends.length > revive.most) return false;
    if (!wasReady) await sleep(hasNoRoom ? PAUSE_WITHOUT_ROOM_MS : PAUSE_MS);
    return true;
  }
}
