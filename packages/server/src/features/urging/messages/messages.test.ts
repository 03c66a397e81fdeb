import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, buildAccount, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { Gateway, GATEWAY_SECRET } from '../../../../test/gateway.ts';
import { MailServer, silentServer, smtpAt } from '../../../../test/mail-server.ts';
import { issuePlan } from '../../../../test/plans.ts';
import { TEST_KEY } from '../../../../test/second-factor.ts';
import { act, buildRule, look, monthOf, remindersOf, send } from '../../../../test/urging.ts';
import { signatureOf } from './call-gateway.ts';
import { placeSomeNews } from './place-news.ts';
import { PORTION, sendSome } from './send-messages.ts';

const QUICK = { connectMs: 300, idleMs: 400, wholeMs: 1_500 };
const [A, B] = ['05506', '05509'] as const;
let api: Api;
let mail: MailServer;

beforeAll(async () => {
  api = await openApi({
    now: new Date('2022-03-20T05:00:00Z'),
    config: { secretsKey: TEST_KEY, publicUrl: 'https://chitieu.example' },
  });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2015-01-01', [{ procedure: '2.000815' }]);
  await nameUnits(api, { [A]: ['H55.1.1'], [B]: ['H55.1.2'] });
  await api.ingest([1, 2].flatMap((month) => [...monthOf('H55.1.1', month, 8), ...monthOf('H55.1.2', month, 8)]));
  await issuePlan(api, { issuer: '165' }, [
    { unit: A, percent: 55 },
    { unit: B, percent: 30 },
  ]);
});
afterAll(() => api.close());

beforeEach(async () => {
  mail = new MailServer();
  api.app.config.smtp = await mail.listen();
  api.app.config.webhook = null;
});
afterEach(() => mail.close());

const at = (instant: string): void => void (api.app.now = () => new Date(instant));

/** Everything that is due, as the worker does it. */
async function work(): Promise<void> {
  while ((await placeSomeNews(api.app, 0)) > 0);
  while ((await sendSome(api.app, QUICK)) > 0);
}

interface Message {
  state: string;
  address: string | null;
  tries: number;
  failure: string | null;
  subject: string | null;
  body: string | null;
  figures: string[];
  id: string;
}
async function messages(more = ''): Promise<Message[]> {
  const found = await api.ask<{ urgeMessages: { nodes: Message[] } }>(
    `{ urgeMessages${more} { nodes { id state address tries failure subject body figures unit { code } } totalCount } }`,
  );
  return found.urgeMessages.nodes;
}

async function confirmed(unit: string, email: string): Promise<string> {
  const added = await api.ask<{ addUrgeContact: { id: string } }>(
    'mutation ($unit: ID!, $email: String!) { addUrgeContact(unit: $unit, name: "Văn phòng", email: $email) { id confirmedAt } }',
    { unit, email },
  );
  await work();
  const code = /\n(\d{8})\n/.exec(mail.arrived.findLast(({ to }) => to.includes(email))?.text ?? '')?.[1];
  const { id } = added.addUrgeContact;
  await api.ask(`mutation { confirmUrgeContact(id: "${id}", code: "${code}") { confirmedAt } }`);
  return id;
}

/** Drafts of one month’s rule of their own, for A and B. */
async function drafts(name: string, day = '2022-03-20'): Promise<{ a: string; b: string }> {
  const rule = await buildRule(api, { name, months: 1, settleDays: 0, subject: `${name}: {{unit}}` });
  await look(api, day);
  const found = await remindersOf(api, `(rule: "${rule}")`);
  const of = (code: string): string => found.find(({ unit }) => unit.code === code)?.id ?? '';
  return { a: of(A), b: of(B) };
}

describe('an address', () => {
  it('is written to once the code that was sent there was told, and wrong ones are counted', async () => {
    const bad = await api.gql(`mutation { addUrgeContact(unit: "${A}", name: "x", email: "a@b.vn, c@d.vn") { id } }`);
    expect(bad.fields).toMatchObject([{ path: 'email' }]);
    const { addUrgeContact } = await api.ask<{ addUrgeContact: { id: string } }>(
      `mutation { addUrgeContact(unit: "${B}", name: "Văn thư", email: "b@xa.example") { id } }`,
    );
    await work();
    expect(mail.arrived).toMatchObject([{ to: ['b@xa.example'], from: 'dondoc@thainguyen.example' }]);
    const code = /\n(\d{8})\n/.exec(mail.arrived[0]?.text ?? '')?.[1] ?? '';
    const confirm = (typed: string) =>
      api.gql(`mutation { confirmUrgeContact(id: "${addUrgeContact.id}", code: "${typed}") { confirmedAt } }`);
    for (let n = 0; n < 5; n += 1) expect((await confirm('00000000')).code).toBe('BAD_USER_INPUT');
    expect((await confirm(code)).code).toBe('BAD_USER_INPUT');
    // Another code gives no other tries on the same day.
    const again = `mutation { sendUrgeContactCode(id: "${addUrgeContact.id}") { id } }`;
    expect((await api.gql(again)).code).toBe('BAD_USER_INPUT');
    at('2022-03-21T05:00:00Z');
    await api.ask(again);
    await work();
    const second = /\n(\d{8})\n/.exec(mail.arrived[1]?.text ?? '')?.[1] ?? '';
    expect((await confirm(second)).errors).toEqual([]);
    // The code is nowhere in the database.
    const kept = await api.db.query<{ body: string | null }>(`select body from outbox where kind = 'CODE'`);
    expect(kept.rows.every(({ body }) => body === null)).toBe(true);
    const twice = await api.gql(`mutation { addUrgeContact(unit: "${B}", name: "x", email: "B@xa.example") { id } }`);
    expect(twice.errors[0]?.message).toBe('Đơn vị đã có địa chỉ này.');
  });

  it('of a unit is for those who may write to it, and for its own people', async () => {
    const clerk = api.as(await buildAccount(api, { role: 'CLERK', unit: B }));
    const other = api.as(await buildAccount(api, { role: 'CLERK', unit: A }));
    const ask = `{ urgeContacts(unit: "${B}") { email } }`;
    expect((await clerk.gql(ask)).data).toEqual({ urgeContacts: [{ email: 'b@xa.example' }] });
    expect((await other.gql(ask)).code).toBe('FORBIDDEN');
  });
});

describe('what a unit is told', () => {
  it('arrives once, with its letter and links, under the message’s key, and is kept as it was sent', async () => {
    const { b } = await drafts('Lần một');
    await send(api, b);
    await work();
    await work();
    expect(mail.arrived).toHaveLength(1);
    const [arrived] = mail.arrived;
    const [kept] = await messages(`(reminder: "${b}")`);
    const [reminder] = (await remindersOf(api)).filter(({ id }) => id === b);
    expect(arrived?.to).toEqual(['b@xa.example']);
    expect(arrived?.headers.get('message-id')).toBe(`<${kept?.id}@thainguyen.example>`);
    expect(arrived?.headers.get('subject')).toBe(reminder?.subject);
    expect(arrived?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(arrived?.text).toContain(reminder?.body);
    expect(arrived?.text).toContain(`https://chitieu.example/so-lieu/${reminder?.figure?.reference}`);
    expect(kept).toMatchObject({ state: 'SENT', tries: 1, address: 'b@xa.example', body: arrived?.text.trimEnd() });
    expect(kept?.figures).toEqual([reminder?.figure?.reference]);
  });

  it('is one digest a day: what comes after it goes with the next one, and nothing twice', async () => {
    const [first, second] = [await drafts('Lần hai'), await drafts('Lần ba')];
    await send(api, first.b, second.b);
    await work();
    // Today's has gone.
    expect(mail.arrived).toHaveLength(0);
    at('2022-03-21T00:30:00Z');
    await work();
    expect(mail.arrived.map(({ headers }) => headers.get('subject'))).toEqual(['2 việc đôn đốc mới']);
    at('2022-03-22T00:30:00Z');
    await work();
    expect(mail.arrived).toHaveLength(1);
  });

  it('goes to the next unit above where the unit has no address', async () => {
    at('2022-04-01T05:00:00Z');
    await confirmed('165', 'tp@songcong.example');
    const { a } = await drafts('Không địa chỉ', '2022-04-01');
    await send(api, a);
    await work();
    expect(mail.arrived.at(-1)).toMatchObject({ to: ['tp@songcong.example'] });
  });

  it('is asked for again before it goes: what was closed meanwhile is dropped', async () => {
    const { b } = await drafts('Rút lại', '2022-04-02');
    await send(api, b);
    await placeSomeNews(api.app, 0);
    await act(api, 'withdrawReminder', b, ', reason: "Nhầm."');
    await work();
    expect(mail.arrived).toHaveLength(0);
    expect(await messages(`(reminder: "${b}")`)).toMatchObject([{ state: 'DROPPED' }]);
  });
});

describe('a mail server that', () => {
  let day = 10;
  /** A message that waits, on a day of its own. */
  async function waiting(): Promise<string> {
    day += 1;
    const { b } = await drafts(`Ngày ${day}`, `2022-04-${day}`);
    await send(api, b);
    await placeSomeNews(api.app, 0);
    return b;
  }

  it('is down keeps nothing from being sent later', async () => {
    const id = await waiting();
    const { smtp } = api.app.config;
    api.app.config.smtp = smtpAt(1);
    await sendSome(api.app, QUICK);
    expect(await messages(`(reminder: "${id}")`)).toMatchObject([
      { state: 'QUEUED', tries: 1, failure: 'UNREACHABLE' },
    ]);
    api.app.config.smtp = smtp;
    // Not before its time.
    expect(await sendSome(api.app, QUICK)).toBe(0);
    at(`2022-04-${day}T05:02:00Z`);
    await sendSome(api.app, QUICK);
    expect(await messages(`(reminder: "${id}")`)).toMatchObject([{ state: 'SENT', tries: 2, failure: null }]);
  });

  it('refuses a receiver ends the message, by its number', async () => {
    const id = await waiting();
    mail.refusal = 'RECEIVER_550';
    await sendSome(api.app, QUICK);
    expect(await messages(`(reminder: "${id}")`)).toMatchObject([{ state: 'REFUSED', failure: 'SMTP_550' }]);
  });

  it('says later is asked later, and given up as refused in the end', async () => {
    const id = await waiting();
    mail.refusal = 'LATER_451';
    let instant = Date.parse(`2022-04-${day}T05:00:00Z`);
    for (let n = 0; n < 12; n += 1) {
      at(new Date(instant).toISOString());
      await sendSome(api.app, QUICK);
      instant += 30 * 3_600_000;
    }
    expect(await messages(`(reminder: "${id}")`)).toMatchObject([{ state: 'REFUSED', tries: 8, failure: 'SMTP_451' }]);
    day += 16;
  });

  it('never says a word is broken off, and the others wait', async () => {
    day = 12;
    const silent = await silentServer();
    at('2022-05-12T05:00:00Z');
    const { b } = await drafts('Im lặng', '2022-05-12');
    await send(api, b);
    await placeSomeNews(api.app, 0);
    api.app.config.smtp = smtpAt(silent.port);
    await sendSome(api.app, QUICK);
    expect(await messages(`(reminder: "${b}")`)).toMatchObject([{ state: 'QUEUED', failure: 'TIMEOUT' }]);
    await silent.close();
  });

  it('hangs once it has the text may have it: it is tried again under the same key, and left uncertain in the end', async () => {
    await api.db.query(`update outbox set state = 'DROPPED' where state = 'QUEUED'`);
    const { b } = await drafts('Treo', '2022-06-12');
    await send(api, b);
    await placeSomeNews(api.app, 0);
    mail.refusal = 'HANGS_AFTER_TEXT';
    let instant = Date.parse('2022-06-12T05:00:00Z');
    for (let n = 0; n < 9; n += 1) {
      at(new Date(instant).toISOString());
      await sendSome(api.app, { ...QUICK, idleMs: 250 });
      instant += 30 * 3_600_000;
    }
    const [message] = await messages(`(reminder: "${b}")`);
    expect(message).toMatchObject({ state: 'UNCERTAIN', tries: 8 });
    const keys = mail.arrived
      .filter(({ text }) => text.includes('Treo'))
      .map(({ headers }) => headers.get('message-id'));
    expect(keys.length).toBe(8);
    expect(new Set(keys)).toEqual(new Set([`<${message?.id}@thainguyen.example>`]));
  });
});

describe('many messages', () => {
  beforeAll(() => api.db.query(`update outbox set state = 'DROPPED' where state = 'QUEUED'`));

  it('are sent portion by portion: a portion is claimed, and nobody else sends it', async () => {
    at('2022-12-05T05:00:00Z');
    await api.db.query(
      `insert into contact (province_id, unit_id, name, email, confirmed_at, code_until, recorded_by)
       select province_id, unit_id, 'n', 'n' || g || '@xa.example', now(), now(), recorded_by from contact, generate_series(1, 10000) g
        where email = 'b@xa.example'`,
    );
    const queued = await api.db.query(
      `insert into outbox (id, province_id, unit_id, channel, kind, contact_id, day, state, next_try_at)
       select gen_random_uuid(), province_id, unit_id, 'EMAIL', 'DIGEST', id, '2022-12-05', 'QUEUED', '2022-12-05' from contact where name = 'n'`,
    );
    expect(queued.rowCount).toBe(10_000);
    const waits = async () =>
      Number(
        (
          await api.db.query<{ n: string }>(
            `select count(*) as n from outbox where state = 'QUEUED' and day = '2022-12-05'`,
          )
        ).rows[0]?.n,
      );
    const both = await Promise.all([sendSome(api.app, QUICK), sendSome(api.app, QUICK)]);
    expect(both).toEqual([PORTION, PORTION]);
    // They tell of nothing, so each was dropped by whoever had claimed it.
    expect(await waits()).toBe(10_000 - 2 * PORTION);
    // What is written meanwhile waits for none of them.
    expect((await api.gql(`mutation { switchUrgeRule(id: "1", enabled: true) { id } }`)).errors).toEqual([]);
    await api.db.query(`update outbox set state = 'DROPPED' where state = 'QUEUED'`);
  });

  it('that a server had claimed when it ended are sent by another one, as what may have arrived', async () => {
    await api.db.query(
      `insert into outbox (id, province_id, unit_id, channel, kind, contact_id, day, state, next_try_at, lease, lease_until, tries)
       select gen_random_uuid(), province_id, unit_id, 'EMAIL', 'DIGEST', id, '2022-12-06', 'QUEUED', '2022-12-05', gen_random_uuid(),
              '2022-12-05T05:10:00Z', 1 from contact where email = 'b@xa.example'`,
    );
    expect(await sendSome(api.app, QUICK)).toBe(0);
    at('2022-12-05T05:11:00Z');
    expect(await sendSome(api.app, QUICK)).toBe(1);
    const { rows } = await api.db.query(`select may_have_arrived, tries from outbox where day = '2022-12-06'`);
    expect(rows).toEqual([{ may_have_arrived: true, tries: 2 }]);
  });

  it('that a restored database had unsent are held until somebody lets them go', async () => {
    await api.db.query(`update outbox set state = 'HELD', ended_at = null where day = '2022-12-06'`);
    expect(await sendSome(api.app, QUICK)).toBe(0);
    const clerk = api.as(await buildAccount(api, { role: 'MONITOR', unit: '165' }));
    expect((await clerk.gql('mutation { releaseMessages(sends: false) }')).code).toBe('FORBIDDEN');
    expect(
      (await api.ask<{ releaseMessages: number }>('mutation { releaseMessages(sends: false) }')).releaseMessages,
    ).toBe(1);
  });
});

describe('the gateway', () => {
  let gateway: Gateway;
  let day = 10;

  beforeEach(async () => {
    gateway = new Gateway();
    api.app.config.smtp = null;
    api.app.config.webhook = await gateway.listen();
  });
  afterEach(() => gateway.close());

  async function told(): Promise<string> {
    day += 1;
    await api.db.query(`update outbox set state = 'DROPPED' where state = 'QUEUED'`);
    const { b } = await drafts(`Gọi ${day}`, `2022-12-${day}`);
    await send(api, b);
    await placeSomeNews(api.app, 0);
    await sendSome(api.app, QUICK);
    return b;
  }

  it('is called with what a unit is told, signed over time and body, under the message’s key', async () => {
    const id = await told();
    const [call] = gateway.calls;
    const time = String(call?.headers['x-message-time']);
    expect(call?.headers['x-message-signature']).toBe(`v1=${signatureOf(GATEWAY_SECRET, time, call?.body ?? '')}`);
    const body = JSON.parse(call?.body ?? '{}') as { id: string; news: { reminder: string }[] };
    expect(body.news).toMatchObject([{ reminder: id, kind: 'SENT' }]);
    expect(call?.headers['idempotency-key']).toBe(body.id);
    expect(await messages(`(reminder: "${id}")`)).toMatchObject([{ state: 'SENT', address: null }]);
  });

  it('that hangs is broken off, and asked again: it may have it', async () => {
    gateway.answers = 'HANGS';
    const id = await told();
    expect(await messages(`(reminder: "${id}")`)).toMatchObject([{ state: 'QUEUED', failure: 'TIMEOUT' }]);
  });

  it('that refuses is not asked again; one that cannot now is', async () => {
    gateway.answers = 400;
    const refused = await told();
    expect(await messages(`(reminder: "${refused}")`)).toMatchObject([{ state: 'REFUSED', failure: 'HTTP_400' }]);
    gateway.answers = 503;
    const later = await told();
    expect(await messages(`(reminder: "${later}")`)).toMatchObject([{ state: 'QUEUED', failure: 'HTTP_503' }]);
  });

  it('of the own network is not called unless it is named', async () => {
    const { webhook } = api.app.config;
    if (webhook) api.app.config.webhook = { ...webhook, privateHosts: [] };
    const id = await told();
    expect(gateway.calls).toEqual([]);
    expect(await messages(`(reminder: "${id}")`)).toMatchObject([{ state: 'QUEUED', failure: 'PRIVATE_ADDRESS' }]);
  });
});
