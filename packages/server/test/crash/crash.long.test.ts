import { expect, it } from 'vitest';
import { crashRun, sayReport, type Victim } from './crash-run.ts';

const MINUTES = 60_000;
const seeds = (from: number, count: number, victim: Victim) =>
  Array.from({ length: count }, (_, n): [number, Victim] => [from + n, victim]);

it.each([...seeds(11, 10, 'SERVER'), ...seeds(31, 5, 'POSTGRES')])(
  'seed %i: of 100,000 dossiers nothing acknowledged is lost, doubled or half when kill -9 meets the %s ten times',
  async (seed, victim) => {
    const report = await crashRun({ seed, victim, kills: 10, rows: 150_000, rowsABatch: 1_000 });
    process.stdout.write(`${sayReport(report)}\n`);
    expect(report).toMatchObject({ faults: [], exitCode: 0 });
  },
  30 * MINUTES,
);
