import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import type { Caller } from '../../../../test/caller.ts';
import { amendList, buildAccount, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { MailServer } from '../../../../test/mail-server.ts';
import {
  change,
  directed,
  done,
  guidanceInput,
  issue,
  published,
  seenBy,
  takeTask,
  tookTask,
} from '../../../../test/matters.ts';
import { addContact, monthOf } from '../../../../test/urging.ts';
import { sendSome } from '../../urging/messages/send-messages.ts';
import { tellMatters } from './telling.service.ts';

let api: Api;
let mail: MailServer;
let monitor: Caller, commune: Caller, approver: Caller, neighbour: Caller;
let report = '';
const later = (day: string, time = '02:00') => (api.app.now = () => new Date(`${day}T${time}:00Z`));

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-09-12T02:00:00Z'), config: { publicUrl: 'https://chitieu.example' } });
  mail = new MailServer();
  api.app.config.smtp = await mail.listen();
  const of = async (role: string, unit: string) => api.as(await buildAccount(api, { role, unit }));
  [monitor, approver] = [await of('MONITOR', '19'), await of('APPROVER', '19')];
  [commune, neighbour] = [await of('CLERK', '05503'), await of('CLERK', '05431')];
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
  await api.ingest(monthOf('H55.164.3', 8, 1, 2));
  report = await published(api, '2022-08-01', '85/BC');
  await addContact(api, '05503', 'xa@example.vn');
  await addContact(api, '05431', 'ben@example.vn');
  await addContact(api, '164', 'tren@example.vn');
});
beforeEach(async () => {
  // What tests before left open is nobody's concern here: each is told in a year of its own.
  await api.db.query(
    `update direction_task set state = 'CALLED_OFF', settled_on = '2022-09-12' where state in ('GIVEN', 'NOTED')`,
  );
  await api.db.query(`update guidance set withdrawn_on = '2022-09-12' where withdrawn_on is null`);
  await api.db.query('delete from outbox_part');
  await api.db.query(`delete from outbox`);
  later('2022-09-12');
});
afterAll(async () => {
  await api.close();
  await mail.close();
});

/** What was sent to whom, of what holds now. */
async function told(): Promise<{ to: string; text: string }[]> {
  await tellMatters(api.app, 0);
  return sent();
}
async function sent(): Promise<{ to: string; text: string }[]> {
  const before = mail.arrived.length;
  while ((await sendSome(api.app)) > 0);
  return mail.arrived.slice(before).map(({ to, text }) => ({ to: to.join(), text: text.replaceAll('\r\n', '\n') }));
}
const heads = (all: { to: string; text: string }[]) =>
  all.map(({ to, text }) => [
    to,
    [...text.matchAll(/^(Nhiệm vụ|Hướng dẫn|Sắp đến hạn|Đã quá hạn)[^:\n]*(?=:)/gm)].map(([head]) => head),
  ]);

describe('a unit', () => {
  it('is told of tasks and guidance at its own addresses: gathered to one mail, nothing twice', async () => {
    // 05434 has no address: the city above it is not told in its place.
    const { id, tasks } = await directed(approver, report, { number: '312/TB', units: ['05503', '05431', '05434'] });
    await directed(approver, report, { text: 'Niêm yết lại thủ tục.' });
    const { id: guided } = await issue(api, { leadUnit: '19', number: '5/HD' });
    const all = await told();
    expect(heads(all).sort()).toEqual([
      ['ben@example.vn', ['Nhiệm vụ mới']],
      ['xa@example.vn', ['Hướng dẫn mới', 'Nhiệm vụ mới', 'Nhiệm vụ mới']],
    ]);
    const text = all.find(({ to }) => to === 'xa@example.vn')?.text ?? '';
    expect(text).toContain('được giao nhiệm vụ theo chỉ đạo số 312/TB ngày 12/09/2022.');
    expect(text).toContain('Rà soát, báo cáo nguyên nhân.');
    expect(text).toContain('Hạn thực hiện: 30/09/2022.');
    expect(text).toContain(`https://chitieu.example/chi-dao/${id}`);
    expect(text).toContain(`https://chitieu.example/huong-dan/${guided}`);
    expect(await told()).toEqual([]);
    // The log of who was told what is that of all messages, and stands beside the task.
    const { direction } = await monitor.ask<{
      direction: { tasks: { unit: { code: string }; messages: { state: string; count: number }[] }[] };
    }>(`{ direction(id: "${id}") { tasks { unit { code } messages { state count } } } }`);
    expect(direction.tasks.map(({ messages }) => messages)).toEqual([
      [{ state: 'SENT', count: 1 }],
      [{ state: 'SENT', count: 1 }],
      [],
    ]);
    // What comes on the same day waits for the morning, gathered, also where what was told is done by then.
    await tookTask(neighbour, tasks[1], 'DONE');
    await directed(approver, report, { text: 'Việc thứ ba.', units: ['05431'] });
    await directed(approver, report, { text: 'Việc thứ tư.', units: ['05431'] });
    expect(await told()).toEqual([]);
    later('2022-09-13', '00:30');
    expect(heads(await told())).toEqual([['ben@example.vn', ['Nhiệm vụ mới', 'Nhiệm vụ mới']]]);
  });

  it('is told once of a deadline that nears, and once that it has passed; of another one anew', async () => {
    const { id } = await directed(approver, report, { due: '2022-09-30' });
    await issue(api, { leadUnit: '19', acknowledgeBy: '2022-09-29' });
    await told();
    later('2022-09-25');
    expect(await told()).toEqual([]);
    later('2022-09-27');
    expect(heads(await told())).toEqual([
      ['xa@example.vn', ['Sắp đến hạn xác nhận hướng dẫn (29/09/2022)', 'Sắp đến hạn nhiệm vụ (30/09/2022)']],
    ]);
    later('2022-09-28');
    expect(await told()).toEqual([]);
    later('2022-10-01');
    expect(heads(await told())).toEqual([
      ['xa@example.vn', ['Đã quá hạn xác nhận hướng dẫn (29/09/2022)', 'Đã quá hạn nhiệm vụ (30/09/2022)']],
    ]);
    later('2022-10-02');
    expect(await told()).toEqual([]);
    const [task] = (await seenBy('direction', monitor, id))?.tasks ?? [];
    await tookTask(monitor, task, 'EXTENDED', { due: '2022-10-20' });
    expect(heads(await told())).toEqual([['xa@example.vn', ['Nhiệm vụ có hạn mới 20/10/2022']]]);
    later('2022-10-18');
    expect(heads(await told())).toEqual([['xa@example.vn', ['Sắp đến hạn nhiệm vụ (20/10/2022)']]]);
  });

  it('is told nothing of what ended before the mail went, and of what was given back that it goes on', async () => {
    const one = await directed(approver, report, { text: 'Thôi việc này.' });
    const guided = await issue(api, { leadUnit: '19' });
    const two = await directed(approver, report, { text: 'Việc còn lại.' });
    await tellMatters(api.app, 0);
    // Between placing and sending.
    await tookTask(monitor, one.tasks[0], 'CALLED_OFF');
    await done('guidance', api, `withdrawGuidance(id: "${guided.id}", text: "Thôi.", expectedVersion: 1)`);
    const all = await sent();
    expect(heads(all)).toEqual([['xa@example.vn', ['Nhiệm vụ mới']]]);
    expect(all[0]?.text).not.toContain('Thôi việc này.');
    later('2022-10-01');
    let task = await tookTask(commune, two.tasks[0], 'DONE');
    expect(await told()).toEqual([]);
    task = await tookTask(monitor, task, 'RETURNED', { due: '2022-10-20' });
    expect(heads(await told())).toEqual([['xa@example.vn', ['Nhiệm vụ được trả lại']]]);
    later('2022-10-18');
    await tellMatters(api.app, 0);
    await tookTask(commune, task, 'DONE');
    expect(await sent()).toEqual([]);
  });

  it('that took note of guidance is told of another edition alone', async () => {
    const seen = await issue(api, { leadUnit: '19', units: ['05503', '05431'] });
    await tellMatters(api.app, 0);
    await done('guidance', commune, `acknowledgeGuidance(id: "${seen.id}", unit: "05503", edition: 1)`);
    expect(heads(await sent())).toEqual([['ben@example.vn', ['Hướng dẫn mới']]]);
    later('2022-09-14');
    const input = guidanceInput({ leadUnit: '19', title: 'Bản hai', acknowledgeBy: '2022-09-30' });
    const call = `changeGuidance(id: "${seen.id}", input: $input, reason: "Bổ sung.", expectedVersion: ${seen.version})`;
    expect((await change('guidance', api, call, { input }, '$input: GuidanceInput!')).code).toBeUndefined();
    expect(heads(await told()).sort()).toEqual([
      ['ben@example.vn', ['Hướng dẫn có bản mới (bản 2)']],
      ['xa@example.vn', ['Hướng dẫn có bản mới (bản 2)']],
    ]);
    expect((await takeTask(neighbour, undefined, 'DONE')).code).toBe('BAD_USER_INPUT');
  });
});
