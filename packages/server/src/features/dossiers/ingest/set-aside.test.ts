import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { nameReceivingUnits, PROCEDURES, RECEIVING } from '../../../../test/arbitraries.ts';
import { arbitraryDossierEvent, happenToDossiers, type DossierEvent } from '../../../../test/identity-steps.ts';
import { amendList, buildAccount, dossierRow, saveProcedures } from '../../../../test/factories.ts';
import { buildSource, OneStop } from '../../../../test/one-stop.ts';
import { differences } from '../../../../test/verifying.ts';
import { ASIDE } from './set-aside.queries.ts';

const PASSWORD = 'Mat-khau-nguon';
const isLong = process.env['LONG_TESTS'] === 'on';
const [USUAL, NEVER, ALWAYS] = [ASIDE.fromShare, 2, 0];

interface Side {
  api: Api;
  fromShare: number;
  senders: { ids: string[]; sessions: string[] };
}
/** One that looks through all that comes for what says nothing new, and one that never does. */
let sides: Side[];

beforeAll(async () => {
  sides = [];
  for (const fromShare of [NEVER, ALWAYS]) sides.push(await openSide(fromShare));
});
afterAll(async () => {
  ASIDE.fromShare = USUAL;
  for (const { api } of sides) await api.close();
});

async function openSide(fromShare: number): Promise<Side> {
  const api = await openApi();
  await nameReceivingUnits(api);
  await saveProcedures(api, ...PROCEDURES);
  await amendList(api, '2021-01-01', [{ procedure: PROCEDURES[0] }, { procedure: PROCEDURES[2] }]);
  const senders: Side['senders'] = { ids: [], sessions: [] };
  for (const [n, rank] of [1, 50].entries()) {
    const loginName = `nguon${n}`;
    senders.ids.push(await buildSource(api, { name: `Nguồn ${n}`, rank, loginName, password: PASSWORD }));
    senders.sessions.push(await new OneStop(api).login(loginName, PASSWORD));
  }
  return { api, fromShare, senders };
}

const startOver = ({ api }: Side) =>
  api.db.query(
    `truncate month_standing, booked_moment, dossier, dossier_version, dossier_statement, dossier_progress, progress_waiting, progress_said, dossier_identity,
       dossier_step, source_day, quarantine, ingest_batch, ledger, day_total, month_total, service_ledger, service_total cascade`,
  );

/** Everything that rows make, but for numbers that are given out and times. */
const MADE = {
  dossiers: `select code_key, code, unit_id, procedure_id, channel, status, received_at, due_at, finished_at, returned_at, gone, version from dossier order by 1`,
  versions: `select code_key, unit_id, procedure_id, channel, status, finished_at, gone, version from dossier_version order by code_key, version`,
  statements: `select source_id, code_key, dossier_key, unit_id, procedure_id, channel, status, finished_at, gone, believed from dossier_statement order by 1, 2`,
  waiting: `select source_id, code_key, status, at from progress_waiting order by 1, 2, 3, 4`,
  progress: `select code_key, source_id, status, at from dossier_progress order by 1`,
  days: `select source_id, unit_id, day, received from source_day order by 1, 2, 3`,
  receipts: `select kind, source_id, received, created, updated, unchanged, rejected, waiting from ingest_batch order by recorded_by`,
  bad: `select code_key, field, problem, fields from quarantine order by id`,
  totals: `select definition_id, unit_id, day, numerator, denominator from day_total where denominator <> 0 order by 1, 2, 3`,
};

async function made({ api }: Side): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const [name, query] of Object.entries(MADE)) all[name] = (await api.db.query(query)).rows;
  return all;
}

/** Rows that came before, again and among others: most of what a system sends every night. */
const arbitraryAgain = fc.record({ again: fc.nat({ max: 20 }), twice: fc.boolean() });
const arbitraryEvents = fc.array(fc.tuple(arbitraryDossierEvent, arbitraryAgain), {
  minLength: 6,
  maxLength: isLong ? 24 : 12,
});

/** What is sent is sent together with, or before, rows of an earlier body of anybody. */
function withRowsAgain(events: readonly [DossierEvent, { again: number; twice: boolean }][]): DossierEvent[] {
  const bodies: Record<string, string>[][] = [];
  return events.map(([event, { again, twice }]) => {
    if (event.kind !== 'send') return event;
    const earlier = bodies[again % Math.max(bodies.length, 1)] ?? [];
    const rows = twice ? [...earlier, ...event.rows, ...earlier.slice(0, 1)] : [...event.rows.slice(0, 1), ...earlier];
    bodies.push(rows);
    return { ...event, rows };
  });
}

describe('rows that say nothing new', () => {
  it('are set aside without anything becoming other than it would: dossiers, statements, receipts, what waits', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryEvents, async (drawn) => {
        const seen: unknown[] = [];
        for (const side of sides) {
          ASIDE.fromShare = side.fromShare;
          await startOver(side);
          for (const event of withRowsAgain(drawn)) await happenToDossiers(side.api, event, side.senders);
          seen.push(await made(side));
          expect(await differences(side.api)).toEqual([]);
        }
        expect(seen[1]).toEqual(seen[0]);
      }),
      { numRuns: isLong ? 80 : 5 },
    );
  }, 900_000);

  it('are told apart only where most rows are known, and count as unchanged, also beside others of their code', async () => {
    const [, side] = sides as [Side, Side];
    await startOver(side);
    ASIDE.fromShare = USUAL;
    const row = (number: number, channel = '2') =>
      dossierRow({ MaHoSo: `H55.4-220301-000${number}`, MaTTHC: PROCEDURES[0], KenhThucHien: channel });
    expect((await side.api.ingest([row(1), row(2)])).result).toMatchObject({ created: 2 });
    expect((await side.api.ingest([row(1), row(2)])).result).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    // To and fro: the last row says what stands, and it is what stood.
    const toAndFro = await side.api.ingest([row(1), row(1, '1'), row(2), row(1)]);
    expect(toAndFro.result).toMatchObject({ received: 4, created: 0, updated: 2, unchanged: 2 });
    const mixed = await side.api.ingest([row(1), row(2, '1'), row(3)]);
    expect(mixed.result).toMatchObject({ created: 1, updated: 1, unchanged: 1 });
    const { rows } = await side.api.db.query('select channel, version from dossier order by code_key');
    expect(rows).toEqual([
      { channel: 'ONLINE', version: 1 },
      { channel: 'IN_PERSON', version: 2 },
      { channel: 'ONLINE', version: 1 },
    ]);
  });

  it('are none of a unit for which their sender may not send any more, though another one has the dossier by now', async () => {
    const [, side] = sides as [Side, Side];
    await startOver(side);
    ASIDE.fromShare = ALWAYS;
    const { api, senders } = side;
    const [source = '', session = ''] = [senders.ids[1], senders.sessions[1]];
    const unit = async (code: string) => {
      const text = 'select unit_id as id from unit_version where code = $1 and superseded_by is null';
      return (await api.db.query<{ id: number }>(text, [code])).rows[0]?.id;
    };
    const row = dossierRow({ MaHoSo: 'H55.4-220301-0001', MaTTHC: PROCEDURES[0], KenhThucHien: '2' });
    const mapping = [source, 'H55.4', RECEIVING[4], await unit(RECEIVING[4])];
    await api.db.query(
      `insert into source_code (source_id, kind, theirs, key, ours, unit_id) values ($1, 'UNIT', $2, $2, $3, $4)`,
      mapping,
    );
    await new OneStop(api).send(session, 'DongBoHoSoMC', [row]);
    await api.ingest([row]);
    const grant = `update account_grant g set unit_id = $2 from dossier_source s where s.account_id = g.account_id and s.id = $1`;
    await api.db.query(grant, [source, await unit(RECEIVING[3])]);
    await new OneStop(api).send(session, 'DongBoHoSoMC', [row]);
    await api.db.query(grant, [source, await unit(RECEIVING[0])]);
    await api.db.query('delete from source_code');
    const { rows } = await api.db.query('select problem from quarantine');
    expect(rows).toEqual([{ problem: 'BEYOND_REACH' }]);
  });

  it('are none of somebody who may not send for the unit: such rows are refused as ever', async () => {
    const [, side] = sides as [Side, Side];
    ASIDE.fromShare = ALWAYS;
    const mine = side.api.as(await buildAccount(side.api, { role: 'CLERK', unit: RECEIVING[4] }));
    const rows = ['H55.4-220301-0001', 'H55.5-220301-0001'].map((MaHoSo) =>
      dossierRow({ MaHoSo, MaTTHC: PROCEDURES[0], KenhThucHien: '2' }),
    );
    expect((await side.api.ingest(rows)).result).toMatchObject({ created: 1, unchanged: 1 });
    expect((await mine.ingest(rows)).result).toMatchObject({ received: 2, unchanged: 1, rejected: 1 });
  });
});
