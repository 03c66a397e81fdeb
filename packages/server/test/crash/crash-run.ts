import { setTimeout as sleep } from 'node:timers/promises';
import { DemoRandom } from '../../src/features/seed/demo-random.ts';
import { Client, prepareCatalogue } from './client.ts';
import { compareEverything, type Compared } from './compare.ts';
import { Sender } from './load.ts';
import { Planner } from './planner.ts';
import { Product } from './product.ts';

/** What is killed: the server alone, or also PostgreSQL, whose server has to bring it back by itself. */
export type Victim = 'SERVER' | 'POSTGRES';

export interface CrashOptions {
  seed: number;
  victim: Victim;
  kills: number;
  /** At least so many rows are sent, and some more until the last kill is over. */
  rows: number;
  rowsABatch: number;
}

export interface CrashReport extends Compared {
  seed: number;
  victim: Victim;
  kills: number;
  batches: number;
  acknowledged: number;
  /** Calls whose answer never came, sent again. */
  lost: number;
  refused503: number;
  rows: number;
  plans: number;
  /** The longest time (ms) from a kill of PostgreSQL until the server said that it was well again. */
  longestAway: number;
  exitCode: number | null;
}

const SENDERS = 2;

/** Runs the product under load, kills it at moments that the seed tells, and compares what is left in the end. */
export async function crashRun(options: CrashOptions): Promise<CrashReport> {
  const product = await Product.make();
  try {
    return await runOn(product, options);
  } finally {
    await product.dispose();
  }
}

async function runOn(product: Product, options: CrashOptions): Promise<CrashReport> {
  const { seed, victim, kills, rows, rowsABatch } = options;
  await product.start();
  const client = new Client(product);
  await client.signIn();
  await prepareCatalogue(client);
  const senders = Array.from(
    { length: SENDERS },
    (_, n) => new Sender(client, { seed, number: n + 1, organisation: 'H55.164.3', rowsABatch }),
  );
  const planner = new Planner(client);
  const killer = new Killer(product, options);
  const sent = () => senders.reduce((sum, sender) => sum + sender.rows, 0);
  const untilDone = async (one: () => Promise<void>) => {
    while (!killer.isOver || sent() < rows) await one();
  };
  await Promise.all([
    killer.run(() => Math.min(1, sent() / rows)),
    ...senders.map((sender) => untilDone(() => sender.sendOne())),
    untilDone(() => planner.issueOne()),
  ]);
  const compared = await compareEverything(
    await product.databaseUrl(),
    senders.map(({ expected }) => expected),
    planner.issued,
  );
  return {
    ...compared,
    ...{ seed, victim, kills, rows: sent(), plans: planner.count },
    ...client.counts,
    batches: senders.reduce((sum, { batches }) => sum + batches, 0),
    longestAway: killer.longestAway,
    exitCode: await product.stop(),
  };
}

/** Kills at moments that are spread over the load by the seed. */
class Killer {
  isOver = false;
  longestAway = 0;
  private readonly product: Product;
  private readonly options: CrashOptions;
  private readonly random: DemoRandom;

  constructor(product: Product, options: CrashOptions) {
    this.product = product;
    this.options = options;
    this.random = new DemoRandom(options.seed);
  }

  /** `progress` tells which part of the rows is sent. */
  async run(progress: () => number): Promise<void> {
    const { kills } = this.options;
    for (let n = 0; n < kills; n += 1) {
      // Each kill has its part of the load, in which the seed chooses the place, and the millisecond after it.
      const from = (n + this.random.next() * 0.8) / kills;
      while (progress() < from) await sleep(5);
      await sleep(this.random.between(0, 250));
      await this.killOnce();
    }
    this.isOver = true;
  }

  private async killOnce(): Promise<void> {
    const kind = this.options.victim === 'SERVER' ? 'SERVER' : this.pick();
    if (kind === 'SERVER' || kind === 'BOTH') {
      if (kind === 'BOTH') this.product.killPostmaster();
      await this.product.kill();
      await this.product.start();
      return;
    }
    const killedAt = Date.now();
    if (kind === 'POSTMASTER') this.product.killPostmaster();
    else this.product.killBackend(this.random.next());
    await this.product.untilWell();
    this.longestAway = Math.max(this.longestAway, Date.now() - killedAt);
  }

  private pick(): 'POSTMASTER' | 'BACKEND' | 'BOTH' {
    const drawn = this.random.next();
    if (drawn < 0.45) return 'POSTMASTER';
    return drawn < 0.85 ? 'BACKEND' : 'BOTH';
  }
}

/** One line of figures. */
export function sayReport(report: CrashReport): string {
  const { seed, victim, kills, batches, rows, acknowledged, lost, refused503, dossiers, versions, plans } = report;
  return (
    `seed ${seed}, ${victim} killed ${kills} times: ${batches} batches (${rows} rows), ${acknowledged} calls acknowledged, ` +
    `${lost} lost and sent again, ${refused503} times 503, ${plans} plans issued; compared ${dossiers} dossiers, ` +
    `${versions} versions: ${report.faults.length} faults; longest away ${report.longestAway} ms`
  );
}
