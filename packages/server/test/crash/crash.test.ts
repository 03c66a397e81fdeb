import { expect, it } from 'vitest';
import { crashRun, sayReport, type Victim } from './crash-run.ts';

const MINUTES = 60_000;

/** Small loads: all seeds with all kills are in crash.long.test.ts. */
it.each<[number, Victim]>([
  [1, 'SERVER'],
  [2, 'POSTGRES'],
])(
  'seed %i: nothing acknowledged is lost, doubled or half when kill -9 meets the %s three times',
  async (seed, victim) => {
    const report = await crashRun({ seed, victim, kills: 3, rows: 2_000, rowsABatch: 60 });
    process.stdout.write(`${sayReport(report)}\n`);
    expect(report).toMatchObject({ faults: [], exitCode: 0 });
    expect(report.rows).toBeGreaterThanOrEqual(2_000);
    expect(report.plans).toBeGreaterThan(0);
    // The kills met calls: a run that nothing disturbed would prove nothing.
    expect(report.lost + report.refused503).toBeGreaterThan(0);
  },
  5 * MINUTES,
);
