import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import type { Caller } from '../../../../test/caller.ts';
import { buildAccount } from '../../../../test/factories.ts';
import { change, done, guidanceInput, issue, seenBy, type GuidanceSeen } from '../../../../test/matters.ts';

let api: Api;
/** Who gives guidance in the city 164; who receives it in its communes. */
let monitor: Caller, commune: Caller, neighbour: Caller;
const NOW = new Date('2022-09-12T02:00:00Z');
const DAY_MS = 86_400_000;

beforeAll(async () => {
  api = await openApi({ now: NOW });
  const of = async (role: string, unit: string) => api.as(await buildAccount(api, { role, unit }));
  [monitor, commune, neighbour] = [await of('MONITOR', '164'), await of('CLERK', '05503'), await of('CLERK', '05431')];
});
beforeEach(() => {
  api.app.now = () => NOW;
});
afterAll(() => api.close());

const GIVES = 'changeGuidance(id: $id, input: $input, reason: "Bổ sung.", expectedVersion: $version)';
const reissue = (caller: Caller, { id, version }: GuidanceSeen, more: object = {}) =>
  done(
    ...(['guidance', caller, GIVES, { id, version, input: guidanceInput(more) }] as const),
    '$id: ID!, $input: GuidanceInput!, $version: Int!',
  );
const refused = async (caller: Caller, more: object) => {
  const input = guidanceInput(more);
  const { code, fields } = await change(
    ...(['guidance', caller, 'issueGuidance(input: $input)', { input }, '$input: GuidanceInput!'] as const),
  );
  return { code, ...fields[0] };
};
const paper = (mark: string) => Buffer.from(`%PDF-1.4\n1 0 obj\n<<${mark}>>\nendobj\ntrailer\n<<>>\n%%EOF\n`);
const sent = async (caller: Caller, mark: string) =>
  (await caller.raw({ method: 'POST', url: '/matters/files', payload: paper(mark) })).json<{ sha256: string }>().sha256;
const filesOf = (seen: GuidanceSeen) => seen.steps.findLast(({ edition }) => edition === seen.edition)?.files ?? [];

describe('another edition', () => {
  it('keeps the files of the one before unless it says which it has', async () => {
    const [one, two] = [await sent(monitor, '/a 1'), await sent(monitor, '/b 1')];
    let seen = await issue(monitor, { files: [{ sha256: one, name: 'mot.pdf' }] });
    seen = await reissue(monitor, seen);
    expect(filesOf(seen)).toEqual([{ sha256: one, name: 'mot.pdf' }]);
    seen = await reissue(monitor, seen, { files: [...filesOf(seen), { sha256: two, name: 'hai.pdf' }] });
    expect(filesOf(seen).map(({ name }) => name)).toEqual(['mot.pdf', 'hai.pdf']);
    seen = await reissue(monitor, seen, { files: [] });
    expect(filesOf(seen)).toEqual([]);
    const url = `/matters/steps/${seen.steps[0]?.id}/files/${one}`;
    expect((await commune.raw({ method: 'GET', url })).statusCode).toBe(200);
  });
});

describe('receivers', () => {
  const foresees = async (caller: Caller, more: string) =>
    (
      await caller.ask<{ guidanceForeseen: { told: number; muteCount: number; mute: { code: string }[] } }>(
        `{ guidanceForeseen(input: { ${more} }) { told muteCount mute { code } } }`,
      )
    ).guidanceForeseen;

  it('are all below the units that are named too, where it is asked for', async () => {
    const units = ['164', '169'];
    const alone = await issue(api, { leadUnit: '19', units });
    const all = await issue(api, { leadUnit: '19', units, withBelow: true });
    expect([alone.receipts.told, all.receipts.told > 20]).toEqual([2, true]);
    expect((await seenBy('guidance', neighbour, all.id))?.receivers).toMatchObject([{ unit: { code: '05431' } }]);
    expect((await foresees(api, 'leadUnit: "19", units: ["164", "169"], withBelow: true')).told).toBe(
      all.receipts.told,
    );
  });

  it('are foreseen with those where nobody could take note, by who may give it', async () => {
    const seen = await foresees(monitor, 'leadUnit: "164", units: ["05503", "05431", "05437"]');
    expect(seen).toEqual({ told: 3, muteCount: 1, mute: [{ code: '05437' }] });
    const asked = await commune.gql('{ guidanceForeseen(input: { leadUnit: "164", units: ["05503"] }) { told } }');
    expect(asked.code).toBe('FORBIDDEN');
  });

  it('take note and ask by who watches over figures there, and who plans there', async () => {
    for (const role of ['MONITOR', 'PLANNER']) {
      const { id } = await issue(api, { leadUnit: '19', units: ['169'] });
      const officer = api.as(await buildAccount(api, { role, unit: '169' }));
      const seen = await done('guidance', officer, `acknowledgeGuidance(id: "${id}", unit: "169", edition: 1)`);
      expect(seen.receivers).toMatchObject([{ state: 'ACKNOWLEDGED', answers: true }]);
      await done('guidance', officer, `askAboutGuidance(id: "${id}", unit: "169", text: "Từ ngày nào?")`);
      // Not for those below.
      const below = await issue(api, { leadUnit: '19', units: ['169'], withBelow: true });
      const other = below.receivers.find(({ unit }) => unit.code !== '169')?.unit.code ?? '';
      const call = `acknowledgeGuidance(id: "${below.id}", unit: "${other}", edition: 1)`;
      expect((await change('guidance', officer, call)).code).toBe('FORBIDDEN');
    }
  });

  it('are told by a department in its own name where its officer watches over the province', async () => {
    const { units } = await api.ask<{ units: { nodes: { code: string; kind: string; name: string }[] } }>(
      '{ units(on: "2022-09-12", first: 500) { nodes { code kind name } } }',
    );
    const department = units.nodes.find(({ kind }) => kind === 'DEPARTMENT')?.code ?? '';
    const id = await buildAccount(api, { role: 'MONITOR', unit: '19' });
    const officer = api.as(id);
    // Of the province itself he gives in the province's name; what is refused stands at who gives it, by name.
    expect(await refused(officer, { leadUnit: department, units: ['171'] })).toMatchObject({
      ...{ code: 'BAD_USER_INPUT', path: 'input.leadUnit', message: expect.stringContaining('Huyện') as string },
    });
    await api.db.query(
      'update account set unit_id = (select distinct unit_id from unit_version where code = $1) where id = $2',
      [department, (await officer.ask<{ me: { id: string } }>('{ me { id } }')).me.id],
    );
    const seen = await issue(officer, { leadUnit: department, units: ['171', '05503'] });
    expect([seen.given, seen.receipts.told]).toEqual([true, 2]);
    expect((await seenBy('guidance', commune, seen.id))?.receivers).toHaveLength(1);
    // Whose officer watches over the city alone tells nobody beyond it.
    expect(await refused(monitor, { leadUnit: '164', units: ['171'] })).toMatchObject({ path: 'input.leadUnit' });
    expect((await refused(monitor, { leadUnit: department, units: ['05503'] })).code).toBe('FORBIDDEN');
  });

  it('that are late are those of the unit that is asked about', async () => {
    const { id } = await issue(api, { leadUnit: '19', units: ['05503', '05431'] });
    await done('guidance', commune, `acknowledgeGuidance(id: "${id}", unit: "05503", edition: 1)`);
    api.app.now = () => new Date('2022-09-22T02:00:00Z');
    const late = async (unit: string) =>
      (
        await api.ask<{ guidanceList: { nodes: { id: string }[] } }>(
          `{ guidanceList(unit: "${unit}", overdue: true) { nodes { id } } }`,
        )
      ).guidanceList.nodes.some((one) => one.id === id);
    expect([await late('05503'), await late('05431'), await late('164'), await late('19')]).toEqual([
      ...[false, true, true, true],
    ]);
  });
});

describe('an answer', () => {
  const asked = async () => {
    const { id } = await issue(monitor, { units: ['05503', '05431'] });
    const seen = await done('guidance', commune, `askAboutGuidance(id: "${id}", unit: "05503", text: "Từ ngày nào?")`);
    return { id, question: seen.questions[0]?.id ?? '' };
  };
  const answer = (question: string, version: number, text: string, isPublic: boolean) =>
    change(
      ...(['guidance', monitor] as const),
      `answerGuidance(question: "${question}", text: "${text}", public: ${isPublic}, expectedVersion: ${version})`,
    );

  it('that all were told stays told; what it replaced is kept', async () => {
    const { id, question } = await asked();
    await answer(question, 1, 'Riêng đơn vị.', false);
    await answer(question, 2, 'Từ ngày 1.', true);
    expect(await answer(question, 3, 'Từ ngày 2.', false)).toMatchObject({
      ...{ code: 'BAD_USER_INPUT', fields: [{ path: 'public' }] },
    });
    expect((await answer(question, 3, 'Từ ngày 2.', true)).code).toBeUndefined();
    const of = async (who: Caller) => (await seenBy('guidance', who, id))?.questions[0];
    expect(await of(neighbour)).toMatchObject({
      ...{ answer: 'Từ ngày 2.', earlier: [{ edition: 2, text: 'Từ ngày 1.', public: true }] },
    });
    expect((await of(commune))?.earlier.map(({ text }) => text)).toEqual(['Từ ngày 1.', 'Riêng đơn vị.']);
  });

  it('is not given to what was asked about withdrawn guidance', async () => {
    const { id, question } = await asked();
    await done('guidance', monitor, `withdrawGuidance(id: "${id}", text: "Hết hiệu lực.", expectedVersion: 1)`);
    expect((await answer(question, 1, 'Từ ngày 1.', false)).code).toBe('CONFLICT');
  });
});

describe('a file that nobody attached', () => {
  it('waits for a day, and is dropped when the next one comes', async () => {
    const [left, kept] = [await sent(monitor, '/left 1'), await sent(monitor, '/kept 1')];
    await issue(monitor, { files: [{ sha256: kept, name: 'giu.pdf' }] });
    const there = async (sha256: string) =>
      (await api.db.query('select from stored_file where sha256 = $1', [sha256])).rowCount;
    await sent(monitor, '/soon 1');
    expect(await there(left)).toBe(1);
    await api.db.query(`update moment set at = at - interval '2 days'`);
    api.app.now = () => new Date(Date.now() + DAY_MS);
    await sent(neighbour, '/next 1');
    expect([await there(left), await there(kept)]).toEqual([0, 1]);
  });
});
