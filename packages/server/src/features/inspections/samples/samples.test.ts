import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import type { Caller } from '../../../../test/caller.ts';
import { amendList, buildAccount, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { change, done, held, idOf, seenBy, type SampleSeen } from '../../../../test/inspections.ts';
import { readXml, textOf, unzipped } from '../../../../test/papers.ts';

let api: Api;
let monitor: Caller, elsewhere: Caller;
let [id, other] = ['', ''];
const code = (at: number): string => `H55.164.3-220301-${String(at).padStart(4, '0')}`;
const row = (at: number, more: object = {}) =>
  dossierRow({ MaHoSo: code(at), KenhThucHien: at % 3 === 0 ? '1' : '2', ...more });

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-09-12T02:00:00Z') });
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, { code: '2.000815', tiers: ['COMMUNE'] });
  await amendList(api, '2021-01-01', [{ procedure: '2.000815', tier: 'COMMUNE' }]);
  await api.ingest(Array.from({ length: 30 }, (_, at) => row(at + 1)));
  monitor = api.as(await buildAccount(api, { role: 'MONITOR', unit: '164' }));
  elsewhere = api.as(await buildAccount(api, { role: 'MONITOR', unit: '169' }));
  [id, other] = [(await held(monitor, await idOf(monitor))).id, (await held(monitor, await idOf(monitor))).id];
});
afterAll(() => api.close());

const asked = (more: object = {}) => ({
  ...{ inspection: id, unit: '05503', indicator: 'ONLINE_RESOLUTION_L4', list: 'NUMERATOR' },
  ...{ from: '2022-01-01', to: '2022-08-31', size: 5, ...more },
});
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const samplesOf = async (who: Caller, of = id): Promise<SampleSeen[]> =>
  (await seenBy(who, of))?.inspected[0]?.samples ?? [];
const seal = async (more: object = {}): Promise<SampleSeen> => {
  const seen = await done(monitor, 'sealSample', { input: asked(more) });
  const sample = seen.inspected[0]?.samples.at(-1);
  if (!sample) throw new Error('nothing was sealed');
  return sample;
};
const draw = (sample: { id: string }, who = monitor) => change(who, 'drawSample', { args: `sample: "${sample.id}"` });

describe('a sample', () => {
  it('is sealed before it is drawn, and anybody draws the same again, whatever came later', async () => {
    const sealed = await seal();
    const keys = Array.from({ length: 30 }, (_, at) => at + 1)
      .filter((at) => at % 3 !== 0)
      .map(code);
    expect(sealed).toMatchObject({ seed: null, drawn: [], frameSize: 20, frameSha256: sha256(keys.join('\n')) });
    // Of two who draw at once one makes the seed.
    const both = await Promise.all([draw(sealed), draw(sealed)]);
    expect(both.map((answer) => answer.code ?? 'done').sort()).toEqual(['CONFLICT', 'done']);
    const [drawn] = await samplesOf(monitor);
    const { seed } = drawn ?? {};
    const again = [...keys].sort((a, b) => (sha256(`${seed ?? ''}\n${a}`) < sha256(`${seed ?? ''}\n${b}`) ? -1 : 1));
    expect(drawn?.drawn.map((one) => one.code)).toEqual(again.slice(0, 5));
    expect(drawn?.holds).toBe(true);
    // One that was drawn counts no more, another one is deleted, new ones come.
    await api.ingest([row(Number(again[0]?.slice(-4)), { KenhThucHien: '1' }), row(31), row(32)]);
    const [after] = await samplesOf(monitor);
    expect(after).toMatchObject({ holds: true, drawn: drawn?.drawn, frameSize: 20 });
    // What is kept is compared, not believed.
    await api.db.query(`update inspection_drawn set code = 'X' where sample_id = $1 and place = 1`, [drawn?.id]);
    expect((await samplesOf(monitor))[0]?.holds).toBe(false);
    await api.db.query('update inspection_drawn set code = $2 where sample_id = $1 and place = 1', [
      drawn?.id,
      again[0],
    ]);
  });

  it('is drawn once a question: again with a reason alone, and the earlier one stays to be seen', async () => {
    expect((await change(monitor, 'sealSample', { input: asked() })).code).toBe('CONFLICT');
    const second = await seal({ reason: 'Hai hồ sơ đầu đã chuyển đi.' });
    await draw(second);
    const samples = await samplesOf(monitor);
    expect(samples.map(({ replaced, reason }) => [replaced, reason])).toEqual([
      [true, null],
      [false, 'Hai hồ sơ đầu đã chuyển đi.'],
    ]);
    expect(samples[1]?.seed).not.toBe(samples[0]?.seed);
    const { steps } = (await seenBy(monitor, id)) ?? { steps: [] };
    expect(steps.map(({ act }) => act).slice(-2)).toEqual(['DRAWN', 'DRAWN_AGAIN']);
    // What was drawn stays as it was: neither drawn nor judged any more.
    const judged = `sample: "${samples[0]?.id ?? ''}", place: 1, result: MATCHES, expectedVersion: 0`;
    expect((await change(monitor, 'judgeDrawn', { args: judged })).code).toBe('CONFLICT');
    const sealed = (await done(monitor, 'sealSample', { input: asked({ inspection: other }) })).inspected[0]
      ?.samples[0];
    await done(monitor, 'sealSample', { input: asked({ inspection: other, reason: 'Thử lại.' }) });
    expect((await draw(sealed ?? { id: '' })).code).toBe('CONFLICT');
    // Sealed at once by two, one question has one sample.
    const input = asked({ inspection: other, list: 'DENOMINATOR' });
    const both = await Promise.all([
      change(monitor, 'sealSample', { input }),
      change(monitor, 'sealSample', { input }),
    ]);
    expect(both.map((answer) => answer.code ?? 'done').sort()).toEqual(['CONFLICT', 'done']);
  });

  it('is not larger than its list, and of no empty one', async () => {
    const wrong = async (more: object) => (await change(monitor, 'sealSample', { input: asked(more) })).fields[0]?.path;
    expect(await wrong({ list: 'DENOMINATOR', size: 200 })).toBe('size');
    expect(await wrong({ list: 'DENOMINATOR', size: 0 })).toBe('size');
    expect(await wrong({ list: 'NOT_COUNTED', from: '2020-01-01', to: '2020-12-31' })).toBe('list');
    expect(await wrong({ from: '2022-09-01', to: '2022-08-31' })).toBeDefined();
    expect((await change(elsewhere, 'sealSample', { input: asked() })).code).toBe('FORBIDDEN');
  });

  it('stands in the minutes with every draw before it, its list’s moment, its scope and why it was drawn again', async () => {
    const { inspected } = await done(monitor, 'makeInspectionMinutes', { args: `id: "${id}", unit: "05503"` });
    const [first, second] = inspected[0]?.samples ?? [];
    const url = `/inspections/${inspected[0]?.minutes[0]?.reference ?? ''}.docx`;
    const docx = await monitor.raw({ method: 'GET', url });
    const text = textOf(readXml(unzipped(docx.rawPayload)['word/document.xml'] ?? ''));
    for (const said of [
      first?.seed ?? '?',
      second?.seed ?? '?',
      'Lần 1, đã thay',
      'rút lại vì: Hai hồ sơ đầu đã chuyển đi.',
    ])
      expect(text).toContain(said);
    expect(text).toContain('gồm các đơn vị trực thuộc');
    expect(text.match(/Danh sách theo dữ liệu lúc \d\d:\d\d:\d\d,\d{3} ngày \d\d\/\d\d\/20\d\d\./g)).toHaveLength(2);
    // What is needed to draw it again stands behind the signatures.
    expect(text.indexOf(second?.seed ?? '?')).toBeGreaterThan(text.indexOf('TRƯỞNG ĐOÀN KIỂM TRA'));
    expect(text).toContain('Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA');
  });

  it('is judged dossier by dossier: what differs is said, and nobody overwrites what they did not see', async () => {
    const sample = (await samplesOf(monitor)).at(-1);
    const judge = (result: string, version: number, note = '') =>
      change(monitor, 'judgeDrawn', {
        args: `sample: "${sample?.id ?? ''}", place: 1, result: ${result}, expectedVersion: ${version}${note}`,
      });
    expect((await judge('DIFFERS', 0)).fields[0]?.path).toBe('note');
    expect((await judge('DIFFERS', 0, ', note: "Sổ ghi nộp trực tiếp."')).code).toBeUndefined();
    expect((await judge('MATCHES', 0)).code).toBe('CONFLICT');
    expect((await judge('MATCHES', 1)).code).toBeUndefined();
    expect((await samplesOf(monitor)).at(-1)?.drawn[0]).toMatchObject({ result: 'MATCHES', note: null, version: 2 });
    // The unit itself draws it again; it draws none of its own.
    const clerk = api.as(await buildAccount(api, { role: 'CLERK', unit: '05503' }));
    expect((await samplesOf(clerk)).at(-1)?.holds).toBe(true);
    expect((await change(clerk, 'drawSample', { args: `sample: "${sample?.id ?? ''}"` })).code).toBe('FORBIDDEN');
  });
});
