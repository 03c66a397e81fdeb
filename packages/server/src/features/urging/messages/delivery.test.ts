import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { Gateway } from '../../../../test/gateway.ts';
import { MailServer } from '../../../../test/mail-server.ts';
import { issuePlan } from '../../../../test/plans.ts';
import { TEST_KEY } from '../../../../test/second-factor.ts';
import { act, buildRule, look, monthOf, remindersOf, send } from '../../../../test/urging.ts';
import { MessageWorker } from './message-worker.ts';
import { placeSomeNews } from './place-news.ts';
import { sendSome } from './send-messages.ts';

const QUICK = { connectMs: 300, idleMs: 400, wholeMs: 1_000 };
const [A, B] = ['05506', '05509'] as const;
const SOME_TEXT: unknown = expect.any(String);
let api: Api;
let mail: MailServer;
let gateway: Gateway;

beforeAll(async () => {
  const config = { secretsKey: TEST_KEY, publicUrl: 'https://chitieu.example' };
  api = await openApi({ now: new Date('2022-03-20T05:00:00Z'), config });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2015-01-01', [{ procedure: '2.000815' }]);
  await nameUnits(api, { [A]: ['H55.1.1'], [B]: ['H55.1.2'] });
  await api.ingest([1, 2].flatMap((month) => [...monthOf('H55.1.1', month, 8), ...monthOf('H55.1.2', month, 8)]));
  const targets = [A, B].map((unit) => ({ unit, percent: 55 }));
  await issuePlan(api, { issuer: '165' }, targets);
});
afterAll(() => api.close());

beforeEach(async () => {
  [mail, gateway] = [new MailServer(), new Gateway()];
  api.app.config.smtp = await mail.listen();
  api.app.config.webhook = null;
  await api.db.query(`update outbox set state = 'DROPPED' where state in ('QUEUED', 'REFUSED')`);
});
afterEach(async () => {
  await mail.close();
  await gateway.close().catch(() => undefined);
});

const at = (instant: string): void => void (api.app.now = () => new Date(instant));

async function work(): Promise<void> {
  while ((await placeSomeNews(api.app, 0)) > 0);
  while ((await sendSome(api.app, QUICK)) > 0);
}

async function added(unit: string, email: string): Promise<{ id: string; code?: string }> {
  const answer = await api.gql<{ addUrgeContact: { id: string } }>(
    'mutation ($unit: ID!, $email: String!) { addUrgeContact(unit: $unit, name: "Văn phòng", email: $email) { id } }',
    { unit, email },
  );
  await work();
  const code = /\n(\d{8})\n/.exec(mail.arrived.findLast(({ to }) => to.includes(email))?.text ?? '')?.[1];
  return { id: answer.data?.addUrgeContact.id ?? answer.code ?? '', ...(code && { code }) };
}

/** An address that is confirmed. */
async function confirmed(unit: string, email: string): Promise<string> {
  const { id, code } = await added(unit, email);
  await api.ask(`mutation { confirmUrgeContact(id: "${id}", code: "${code}") { id } }`);
  mail.arrived.length = 0;
  return id;
}

/** A draft of B, by a rule of its own. */
async function draft(name: string, day: string, unit: string = B): Promise<string> {
  const rule = await buildRule(api, { name, months: 1, settleDays: 0, subject: `${name}: {{unit}}` });
  await look(api, day);
  return (await remindersOf(api, `(rule: "${rule}")`)).find((one) => one.unit.code === unit)?.id ?? '';
}

interface Message {
  state: string;
  failure: string | null;
  tries: number;
  reminders: string[];
}
async function messages(reminder: string): Promise<Message[]> {
  const found = await api.ask<{ urgeMessages: { nodes: Message[] } }>(
    `{ urgeMessages(reminder: "${reminder}") { nodes { state failure tries reminders } } }`,
  );
  return found.urgeMessages.nodes;
}

const statusOf = () =>
  api.ask<{ urgeMessageStatus: Record<string, number> }>('{ urgeMessageStatus { refused dropped } }');

describe('an address', () => {
  it('is asked by a code a few times a day, a minute apart, and every one is told of in the trail', async () => {
    const { id } = await added(B, 'la@noi-khac.example');
    const again = () => api.gql(`mutation { sendUrgeContactCode(id: "${id}") { id } }`);
    expect((await again()).errors[0]?.message).toContain('chờ một phút');
    let given = 0;
    for (let n = 1; n <= 10; n += 1) {
      at(`2022-03-20T05:${String(n * 2).padStart(2, '0')}:00Z`);
      if (!(await again()).code) given += 1;
      await work();
    }
    expect(given).toBe(4);
    expect(mail.arrived).toHaveLength(5);
    const { rows } = await api.db.query(
      `select distinct about_id from audit_event where what in ('CONTACT_SAVED', 'CONTACT_CODE_SENT', 'CONTACT_REMOVED')`,
    );
    await api.ask(`mutation { removeUrgeContact(id: "${id}") }`);
    expect(rows).toEqual([{ about_id: B }]);
    // Under another number it is the same address.
    expect((await added(A, 'LA@noi-khac.example')).id).toBe('BAD_USER_INPUT');
  });

  it('is one that a server takes, of a unit that is there, and there are ten of a unit at most', async () => {
    for (const wrong of ['a(comment)@b.vn', 'a\u202e@b.vn', 'a@b..vn', 'a..b@c.vn', '.a@b.vn'])
      expect((await added(B, wrong)).id).toBe('BAD_USER_INPUT');
    at('2025-02-01T05:00:00Z');
    expect((await added('05536', 'x@xa.example')).id).toBe('BAD_USER_INPUT');
    at('2022-03-21T05:00:00Z');
    const ids: string[] = [];
    for (let n = 1; n <= 11; n += 1) ids.push((await added(A, `n${n}@xa.example`)).id);
    expect(ids.indexOf('BAD_USER_INPUT')).toBe(10);
    await api.db.query('update contact set removed_at = now() where removed_at is null');
  });

  it('that takes the place of another one within the minute gets what was for that one', async () => {
    at('2022-03-22T05:00:00Z');
    const old = await confirmed(B, 'cu@xa.example');
    const id = await draft('Địa chỉ', '2022-03-22');
    await send(api, id);
    await placeSomeNews(api.app, 0);
    await api.ask(`mutation { removeUrgeContact(id: "${old}") }`);
    await confirmed(B, 'moi@xa.example');
    await work();
    expect(mail.arrived.map(({ to }) => to)).toEqual([['moi@xa.example']]);
    expect((await messages(id)).map(({ state }) => state).sort()).toEqual(['DROPPED', 'SENT']);
  });
});

describe('what is put off', () => {
  it('waits until the day is over and is told then; sending a draft ends it', async () => {
    const [id, late] = [await draft('Hoãn', '2022-04-01'), await draft('Hoãn rồi gửi', '2022-04-01')];
    await send(api, id);
    await placeSomeNews(api.app, 0);
    await act(api, 'snoozeReminder', id, ', until: "2022-04-05", reason: "Chờ."');
    await act(api, 'snoozeReminder', late, ', until: "2022-04-20", reason: "Chờ."');
    await work();
    expect(mail.arrived).toHaveLength(0);
    expect((await messages(id)).map(({ state }) => state)).toEqual(['DROPPED']);
    expect((await statusOf()).urgeMessageStatus['dropped']).toBeGreaterThan(0);
    at('2022-04-03T05:00:00Z');
    expect((await send(api, late)).data?.sendReminders[0]?.snoozedUntil).toBeNull();
    await work();
    expect(mail.arrived.map(({ headers }) => headers.get('subject'))).toEqual([
      expect.stringContaining('Hoãn rồi gửi'),
    ]);
    at('2022-04-06T05:00:00Z');
    await work();
    expect(mail.arrived.at(-1)?.headers.get('subject')).toMatch(/^Hoãn:/);
    expect(mail.arrived).toHaveLength(2);
  });
});

describe('what a message tells', () => {
  it('is a reminder once, though it was raised to whom already receives for the unit', async () => {
    await api.db.query('update contact set removed_at = now() where removed_at is null');
    at('2022-05-01T05:00:00Z');
    await confirmed('19', 'tinh@tinh.example');
    const [id, closed] = [await draft('Ba lần', '2022-05-01'), await draft('Rút', '2022-05-01')];
    await send(api, id, closed);
    await act(api, 'raiseReminder', id, ', note: "Chưa trả lời."');
    await act(api, 'raiseReminder', id, ', note: "Chưa trả lời."');
    await placeSomeNews(api.app, 0);
    await act(api, 'withdrawReminder', closed, ', reason: "Nhầm."');
    await work();
    expect(mail.arrived).toHaveLength(1);
    expect(mail.arrived[0]?.headers.get('subject')).toMatch(/^Chuyển lên cấp trên: Ba lần/);
    expect(mail.arrived[0]?.text.match(/Ba lần/g)).toHaveLength(1);
    // What fell out of it was not told.
    expect(await messages(id)).toMatchObject([{ state: 'SENT', reminders: [id] }]);
    expect(await messages(closed)).toEqual([]);
  });

  it('says for whom it is and of whom, by code and name', async () => {
    api.app.config.webhook = await gateway.listen();
    api.app.config.smtp = null;
    await send(api, await draft('Gọi', '2022-05-10'));
    await work();
    expect(JSON.parse(gateway.calls[0]?.body ?? '{}')).toMatchObject({
      receiver: { code: B, name: SOME_TEXT },
      news: [{ unit: { code: B, name: SOME_TEXT } }],
    });
  });
});

describe('a server', () => {
  it('whose setting is wrong refuses nobody for good, and what was refused is sent again when asked', async () => {
    const id = await draft('Cài sai', '2022-06-01');
    await send(api, id);
    await placeSomeNews(api.app, 0);
    mail.refusal = 'SENDER_530';
    await sendSome(api.app, QUICK);
    expect(await messages(id)).toMatchObject([{ state: 'QUEUED', failure: 'SMTP_530' }]);
    mail.refusal = 'RECEIVER_550';
    at('2022-06-01T05:05:00Z');
    await sendSome(api.app, QUICK);
    expect(await messages(id)).toMatchObject([{ state: 'REFUSED', failure: 'SMTP_550' }]);
    mail.refusal = 'NONE';
    expect(await api.ask('mutation { resendRefusedMessages }')).toEqual({ resendRefusedMessages: 1 });
    await work();
    expect(await messages(id)).toMatchObject([{ state: 'SENT', failure: null }]);
    api.app.config.webhook = await gateway.listen();
    api.app.config.smtp = null;
    gateway.answers = 302;
    for (const status of [302, 401, 404] as const) {
      gateway.answers = status;
      const called = await draft(`Gọi ${status}`, `2022-06-${10 + (status % 20)}`);
      await send(api, called);
      await work();
      expect(await messages(called)).toMatchObject([{ state: 'QUEUED', failure: `HTTP_${status}` }]);
      await api.db.query(`update outbox set state = 'DROPPED' where state = 'QUEUED'`);
    }
  });

  it('that hangs is called once and rests, and keeps no mail from going', async () => {
    api.app.config.webhook = await gateway.listen();
    gateway.answers = 'HANGS';
    const [a, b] = [await draft('Treo A', '2022-07-01', A), await draft('Treo B', '2022-07-01')];
    await send(api, a, b);
    await placeSomeNews(api.app, 0);
    const sending = sendSome(api.app, QUICK);
    await expect.poll(() => mail.arrived.length, { timeout: 700 }).toBe(1);
    await sending;
    expect(await sendSome(api.app, QUICK)).toBe(0);
    expect(gateway.calls).toHaveLength(1);
    // A process that ends waits for none of it, and another one goes on at once.
    at('2022-07-01T05:10:00Z');
    const worker = new MessageWorker(api.app);
    const looking = worker.look();
    await expect.poll(() => gateway.calls.length).toBe(2);
    const began = Date.now();
    await worker.stop();
    await looking;
    expect(Date.now() - began).toBeLessThan(1_500);
    const { rows } = await api.db.query(`select lease from outbox where state = 'QUEUED' and lease is not null`);
    expect(rows).toEqual([]);
  });
});
