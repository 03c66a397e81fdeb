import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, buildAccount, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { heldOf, holdFrom, monthRows, settleHeld } from '../../../../test/holding.ts';
import { buildSource, OneStop } from '../../../../test/one-stop.ts';
import { differences } from '../../../../test/verifying.ts';

let api: Api;
let count = 0;

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-06-01T03:00:00Z') });
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
});
beforeEach(startOver);
afterAll(() => api.close());

async function startOver(): Promise<void> {
  await api.db.query(
    'truncate dossier, dossier_version, dossier_statement, source_day, quarantine, ingest_batch, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total, held_batch, held_row, jump_rules, jump_tally',
  );
  for (const month of ['01', '02', '03']) await api.ingest(monthRows(month, 10, {}, 100));
  await holdFrom(api, 20);
}

type Send = (rows: object[]) => Promise<unknown>;

async function sender(who: string): Promise<Send> {
  if (who === 'a person') return (rows) => api.ingest(rows);
  const loginName = `motcua-${(count += 1)}`;
  await buildSource(api, { name: `Một cửa ${count}`, loginName, password: 'Mat-khau-nguon' });
  const system = new OneStop(api);
  const session = await system.login(loginName, 'Mat-khau-nguon');
  return (rows) => system.send(session, 'DongBoHoSoMC', rows);
}

interface Said {
  at: number;
  what: 'A' | 'B';
}

/** What was said, and what should stand of it. */
class Telling {
  last: Said = { at: -1, what: 'A' };
  readonly waiting: Said[] = [];

  say(what: Said, isHeld: boolean): void {
    if (isHeld) this.waiting.push(what);
    else this.last = what;
  }

  async settle(how: 'release' | 'discard', some: number): Promise<void> {
    if (this.waiting.length === 0) return;
    const place = some % this.waiting.length;
    await settleHeld(api, how, (await heldOf(api)).reverse()[place]!.id);
    const [what] = this.waiting.splice(place, 1);
    if (how === 'release' && what && what.at > this.last.at) this.last = what;
  }
}

const CODE = 'H55.164.3-220301-0001';
/** The dossier as somebody says that it is. */
const said = (what: 'A' | 'B') => monthRows('03', 1, { KenhThucHien: what === 'A' ? '1' : '3' });
let others = 0;
/** As many dossiers of April as make whatever they come with jump. */
function jump(): object[] {
  others += 1;
  return monthRows('04', 40, {}, others * 100);
}
async function stands(): Promise<string> {
  const { rows } = await api.db.query<{ channel: string }>('select channel from dossier where code = $1', [CODE]);
  return rows[0]?.channel === 'IN_PERSON' ? 'A' : rows[0]?.channel === 'POSTAL' ? 'B' : 'none';
}

describe.each(['a person', 'a source'])('what %s says again while something is held', (who) => {
  it('goes before what is held, though it was nothing new', async () => {
    const send = await sender(who);
    await send(said('A'));
    await send([...jump(), ...said('B')]);
    await send(said('A'));
    const [held] = await heldOf(api);
    expect(await settleHeld(api, 'release', held!.id)).toBe(1);
    expect(await stands()).toBe('A');
    expect(await differences(api)).toEqual([]);
  });

  it.each([
    ['the earlier first', [0, 1]],
    ['the later first', [1, 0]],
  ])('stands also where that was held as well, and %s is released', async (_how, order) => {
    const send = await sender(who);
    await send(said('A'));
    await send([...jump(), ...said('B')]);
    await send([...jump(), ...said('A')]);
    const held = (await heldOf(api)).reverse();
    for (const at of order) await settleHeld(api, 'release', held[at]!.id);
    expect(await stands()).toBe('A');
  });

  it('is older than what is held where it is a bad row from before that is tried again', async () => {
    const send = await sender(who);
    const procedure = who === 'a person' ? '2.000991' : '2.000992';
    await send(monthRows('03', 1, { MaTTHC: procedure }));
    await send([...jump(), ...said('A')]);
    await saveProcedures(api, procedure);
    expect(await api.ask('mutation { retryQuarantined { created } }')).toEqual({ retryQuarantined: { created: 1 } });
    expect(await stands()).toBe('none');
    const [held] = await heldOf(api);
    expect(await settleHeld(api, 'release', held!.id)).toBe(0);
    expect(await stands()).toBe('A');
    expect(await differences(api)).toEqual([]);
  });

  it('is what was said last of all that counts, in whichever order it was held, released and discarded', async () => {
    const send = await sender(who);
    const what = fc.constantFrom('A' as const, 'B' as const);
    const how = fc.constantFrom('release' as const, 'release' as const, 'release' as const, 'discard' as const);
    const says = fc.array(fc.record({ what, jumps: fc.boolean(), settles: fc.option(how, { freq: 3 }) }), {
      minLength: 3,
      maxLength: 5,
    });
    const places = fc.array(fc.nat({ max: 5 }), { minLength: 10, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(says, places, async (all, some) => {
        await startOver();
        await send(said('A'));
        const told = new Telling();
        const order = [...some];
        const place = () => order.pop() ?? 0;
        for (const [at, { what, jumps, settles }] of all.entries()) {
          await send([...(jumps ? jump() : []), ...said(what)]);
          told.say({ at, what }, jumps);
          if (settles) await told.settle(settles, place());
          expect(await stands()).toBe(told.last.what);
        }
        while (told.waiting.length > 0) await told.settle('release', place());
        expect(await stands()).toBe(told.last.what);
      }),
      { numRuns: process.env['LONG_TESTS'] === 'on' ? 20 : 3 },
    );
  }, 120_000);
});

describe('what somebody says again and releases for a unit', () => {
  it('goes before what was held earlier, also where they do not see that', async () => {
    await api.ingest(said('A'));
    await api.ingest([...jump(), ...said('B')]);
    const clerk = api.as(await buildAccount(api, { role: 'CLERK', unit: '05503' }));
    await clerk.ingest([...jump(), ...said('A')]);
    const [later, earlier] = await heldOf(api);
    await clerk.ask('mutation ($batch: ID!) { releaseBatch(batch: $batch, reason: "Đã hỏi.") { state } }', {
      batch: later!.id,
    });
    expect(await settleHeld(api, 'release', earlier!.id)).toBe(1);
    expect(await stands()).toBe('A');
  });
});
