import { DemoRandom } from '../../src/features/seed/demo-random.ts';
import { dossierRow } from '../factories.ts';
import type { Client } from './client.ts';

export type Row = Record<string, string>;

/** What the database must hold in the end: what was acknowledged last, and every version before it. */
export interface Expected {
  /** By code: the rows with which the dossier was made and changed, in their order. */
  dossiers: Map<string, Row[]>;
  /** The codes whose bad row waits in quarantine. */
  openBad: Set<string>;
}

export interface SenderOptions {
  seed: number;
  /** Tells its codes from those of others. */
  number: number;
  organisation: string;
  rowsABatch: number;
}

/** Makes batches (new dossiers, corrected ones, ones as they were, some bad rows) and sends each until it is acknowledged. */
export class Sender {
  readonly expected: Expected = { dossiers: new Map(), openBad: new Set() };
  batches = 0;
  rows = 0;
  private readonly client: Client;
  private readonly options: SenderOptions;
  private readonly random: DemoRandom;
  private readonly codes: string[] = [];
  private next = 0;

  constructor(client: Client, options: SenderOptions) {
    this.client = client;
    this.options = options;
    this.random = new DemoRandom(options.seed * 1_000 + options.number);
  }

  async sendOne(): Promise<void> {
    const batch = this.makeBatch();
    await this.client.sendUntilTaken([...batch.values()]);
    for (const [code, row] of batch) this.note(code, row);
    this.batches += 1;
    this.rows += batch.size;
  }

  /** One row a code: what several rows of one code come to is tried elsewhere. */
  private makeBatch(): Map<string, Row> {
    const batch = new Map<string, Row>();
    while (batch.size < this.options.rowsABatch) {
      const [code, row] = this.makeRow();
      if (!batch.has(code)) batch.set(code, row);
    }
    return batch;
  }

  private makeRow(): [string, Row] {
    const { random } = this;
    const known = this.codes[random.between(0, Math.max(0, this.codes.length - 1))];
    const kind = random.next();
    if (known === undefined || kind < 0.68) return this.fresh();
    const last = this.expected.dossiers.get(known)?.at(-1);
    if (last === undefined || kind < 0.9) return [known, this.content(known)];
    return [known, last];
  }

  private fresh(): [string, Row] {
    const { organisation, number } = this.options;
    const code = `${organisation}-22030${number}-${String((this.next += 1)).padStart(6, '0')}`;
    this.codes.push(code);
    // Mended when another row of its code is drawn later on.
    return [code, this.random.isIn(0.02) ? dossierRow({ MaHoSo: code, MaTTHC: '2.999999' }) : this.content(code)];
  }

  private content(code: string): Row {
    const day = String(this.random.between(1, 28)).padStart(2, '0');
    const channel = this.random.isIn(0.6) ? '2' : '1';
    return dossierRow({ MaHoSo: code, KenhThucHien: channel, NgayKetThucXuLy: `202204${day}160000` });
  }

  private note(code: string, row: Row): void {
    if (row['MaTTHC'] === '2.999999') {
      this.expected.openBad.add(code);
      return;
    }
    this.expected.openBad.delete(code);
    const versions = this.expected.dossiers.get(code) ?? [];
    if (JSON.stringify(versions.at(-1)) !== JSON.stringify(row)) versions.push(row);
    this.expected.dossiers.set(code, versions);
  }
}
