import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { CatalogueHand, CODE } from '../../../test/catalogue-hand.ts';
import { amendList, dossierRow, nameUnits } from '../../../test/factories.ts';
import { differences } from '../../../test/verifying.ts';
import { runs } from '../../../test/runs.ts';

let api: Api;
const hand = new CatalogueHand(() => api);
beforeAll(async () => {
  api = await openApi({ now: new Date('2022-06-15T05:00:00Z') });
});
afterAll(() => api.close());
beforeEach(() =>
  api.db.query(
    'truncate procedure, change_set, decision, dossier, dossier_version, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total, ingest_batch cascade',
  ),
);

describe('undoing a step', () => {
  it('has everything as it was before it, and can itself be undone', async () => {
    await hand.save({ name: 'A', inForceFrom: '2020-01-01' });
    await hand.save({ name: 'B', textFrom: '2022-07-01', inForceFrom: '2021-01-01' });
    const step = await hand.lastStep();
    const read2 = () => hand.read('name textTo textDays inForceFrom periods { from to }', { on: '2022-08-01' });
    const after = await read2();
    expect((await hand.undo(step)).code).toBeUndefined();
    expect(await read2()).toMatchObject({ name: 'A', textDays: [], inForceFrom: '2020-01-01' });
    expect((await hand.undo(step)).code).toBe('CONFLICT');
    await hand.undo(await hand.lastStep());
    expect(await read2()).toEqual(after);
    expect((await hand.undo(step)).code).toBeUndefined();
  });

  it('is refused while something later stands on it, and told which', async () => {
    await hand.save({ name: 'A' });
    const first = await hand.lastStep();
    await hand.save({ name: 'B' });
    const answer = await hand.undo(first);
    expect([answer.code, answer.errors[0]?.message]).toEqual(['CONFLICT', expect.stringContaining(CODE) as string]);
    await hand.undo(await hand.lastStep());
    expect((await hand.undo(first)).code).toBeUndefined();
    expect(await hand.read('name')).toBeNull();
  });

  it('is refused for what made a procedure that a list or a dossier names', async () => {
    await hand.save({});
    const made = await hand.lastStep();
    await amendList(api, '2022-01-01', [{ procedure: CODE, tier: 'COMMUNE', level: 'LEVEL_4' }]);
    expect((await hand.undo(made)).code).toBe('CONFLICT');
    await hand.undo(await hand.lastStep());
    expect((await hand.undo(made)).code).toBeUndefined();
  });

  it('of what made a procedure leaves it as unknown to dossiers as it was before, until it is undone', async () => {
    await nameUnits(api, { '05503': ['H55.164.3'] });
    await hand.save({});
    await hand.undo(await hand.lastStep());
    const row = dossierRow({ MaHoSo: 'H55.164.3-220301-0001', MaTTHC: CODE });
    expect((await api.ingest([row])).result).toMatchObject({ created: 0, rejected: 1 });
    await hand.undo(await hand.lastStep());
    expect((await api.ingest([row])).result).toMatchObject({ created: 1, rejected: 0 });
  });

  it('takes the lines of a list back, and lets them be said again by the same decision', async () => {
    await hand.save({});
    const enter = () =>
      api.gql('mutation ($input: ServiceListAmendmentInput!) { amendServiceList(input: $input) { code } }', {
        input: {
          list: 'QD402',
          decision: { number: '9/QĐ-UBND', issuedOn: '2022-01-01' },
          changes: [{ action: 'ADD', procedure: CODE, tier: 'COMMUNE', level: 'LEVEL_4' }],
        },
      });
    const listed = async () =>
      (
        await api.ask<{ serviceList: { entryCount: number } }>(
          '{ serviceList(code: "QD402") { entryCount(on: "2022-06-01") } }',
        )
      ).serviceList.entryCount;
    await enter();
    expect(await listed()).toBe(1);
    await hand.undo(await hand.lastStep());
    expect(await listed()).toBe(0);
    await hand.undo(await hand.lastStep());
    expect(await listed()).toBe(1);
    await hand.undo(await hand.lastStep());
    await enter();
    expect(await listed()).toBe(1);
  });

  it('that moved the day of a decision has it take effect when it did, with all that follows', async () => {
    await hand.save({});
    const decision = { number: '7/QĐ-UBND', issuedOn: '2022-01-15', effectiveOn: '2022-03-01' };
    const changes = [{ action: 'ADD', procedure: CODE, tier: 'COMMUNE', level: 'FULL' }];
    const force = [{ action: 'REPEALED', procedure: CODE }];
    const { enterDecision } = await api.ask<{ enterDecision: { decision: { id: string } } }>(
      'mutation ($input: DecisionEntryInput!) { enterDecision(input: $input) { decision { id } } }',
      { input: { decision, list: 'QD402', changes, force } },
    );
    const { id } = enterDecision.decision;
    const entered = await hand.lastStep();
    const move = (effectiveOn: string) =>
      api.ask('mutation ($input: DecisionHeaderInput!) { saveDecision(input: $input) { id } }', {
        input: { ...decision, id, effectiveOn },
      });
    const state = async () => [
      await hand.periods(),
      await hand.read('listEntries { from }'),
      await api.ask(`{ decision(id: "${id}") { effectiveOn force { from } } }`),
    ];
    const before = await state();
    await move('2022-05-01');
    const [moving, after] = [await hand.lastStep(), await state()];
    expect(after).not.toEqual(before);
    expect((await hand.undo(moving)).code).toBeUndefined();
    expect(await state()).toEqual(before);
    await hand.undo(await hand.lastStep());
    expect(await state()).toEqual(after);
    await move('2022-06-01');
    expect((await hand.undo(moving)).code).toBe('CONFLICT');
    for (const step of [await hand.lastStep(), moving, entered]) expect((await hand.undo(step)).code).toBeUndefined();
    expect(await hand.periods()).toEqual(['… …']);
    expect(await differences(api)).toEqual([]);
  });

  it('knows no step of another kind of name', async () => {
    for (const id of ['0', '-1', 'x', '99999999999999999999', '123456'])
      expect((await hand.undo(id)).code).toBe('NOT_FOUND');
  });

  it('one after the other brings back every earlier state, whatever the steps were', async () => {
    const day = fc.constantFrom('2021-01-01', '2022-03-01', '2022-09-01');
    const step = fc.oneof(
      fc.record({ name: fc.constantFrom('A', 'B', 'C'), textFrom: fc.option(day), inForceFrom: fc.option(day) }),
      fc.record({ action: fc.constantFrom('ENFORCED', 'REPEALED', 'AMENDED'), from: day }),
      fc.record({ draft: fc.constantFrom('A', 'B', 'C'), textFrom: fc.option(day) }),
    );
    const state = async () => {
      const seen = [];
      for (const on of ['2020-06-01', '2021-06-01', '2022-06-01', '2022-12-01'])
        seen.push(await hand.read('name textFrom textTo isInForce', { on }));
      return JSON.stringify([seen, await hand.periods()]);
    };
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        await api.db.query('truncate procedure, change_set, decision, procedure_draft cascade');
        await hand.save({ name: 'Gốc' });
        const states = [];
        for (const some of steps) {
          if ('draft' in some) await hand.keepDraft({ name: some.draft, textFrom: some.textFrom });
          const before = { state: await state(), draft: await hand.draft(), step: await hand.lastStep() };
          const answer = await ('draft' in some
            ? hand.publishDraft()
            : 'action' in some
              ? hand.decide([some], `${(number += 1)}/QĐ`)
              : hand.save(some));
          if (answer.code === undefined && (await hand.lastStep()) !== before.step) states.push(before);
        }
        const full = await state();
        // A draft that came back stays until an earlier one takes its place.
        let kept: unknown = null;
        for (const [at, expected] of [...states.entries()].reverse()) {
          const target = await standing();
          expect((await hand.undo(target)).code).toBeUndefined();
          kept = expected.draft ?? kept;
          expect([at, await state(), await hand.draft()]).toEqual([at, expected.state, kept]);
        }
        // And forward again.
        for (const undone of await undoings()) expect((await hand.undo(undone)).code).toBeUndefined();
        expect([await state(), await hand.draft()]).toEqual([full, null]);
        expect(await differences(api)).toEqual([]);
      }),
      { numRuns: runs({ daily: 5, long: 16 }) },
    );
  }, 120_000);
});

/** The latest step that stands and undoes nothing. */
const standing = async () =>
  (await hand.steps()).find(({ undoneBy, undoes }) => undoneBy === null && undoes === null)?.id ?? '';
/** The undoings that stand, the latest first. */
const undoings = async () =>
  (await hand.steps()).filter(({ undoneBy, undoes }) => undoneBy === null && undoes !== null).map(({ id }) => id);
