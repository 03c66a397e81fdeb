import { randomUUID } from 'node:crypto';
import type { Api } from './api.ts';
import { smtpAt } from './mail-server.ts';
import { RULE } from './urging.ts';
import { all, COMMUNE, LEFT_OUT, OPEN, PLACE, PROVINCE, type Case } from './walk.ts';

const ANYWHERE: Case['expected'] = {
  ...{ ...PROVINCE, sibling: 'given', child: 'given', inside: 'given' },
};
const OF_COMMUNE: Case['expected'] = { ...LEFT_OUT, child: 'given' };

/** A reminder of the commune 05503, its address and a message to it, each as new for every caller. */
class UrgingWorld {
  private readonly api: () => Api;
  private count = 0;

  constructor(api: () => Api) {
    this.api = api;
  }

  private async one<T>(text: string, params: unknown[] = []): Promise<T> {
    const { rows } = await this.api().db.query<{ x: T }>(text, params);
    if (!rows[0]) throw new Error('nothing there');
    return rows[0].x;
  }

  async rule(): Promise<string> {
    const { db } = this.api();
    const found = await db.query<{ id: number }>(`select id from urge_rule limit 1`);
    if (found.rows[0]) return String(found.rows[0].id);
    const id = await this.one<number>(
      'insert into urge_rule (province_id, enabled) select province_id, false from unit_version limit 1 returning id as x',
    );
    await db.query(
      `insert into urge_rule_version (province_id, rule_id, version, name, condition, kinds, sends_itself, answer_days, subject, body, recorded_by)
       select province_id, id, 1, 'Thử', '{"kind": "SOURCE_SILENT", "days": 3}', '{COMMUNE}', false, 10, 'x', 'y', (select min(id) from moment)
         from urge_rule where id = $1`,
      [id],
    );
    return String(id);
  }

  async reminder(state: 'DRAFT' | 'SENT' | 'ANSWERED'): Promise<string> {
    const rule = await this.rule();
    const { db } = this.api();
    await db.query(`update reminder set state = 'CLOSED', closed_why = 'WITHDRAWN'`);
    this.count += 1;
    return this.one<string>(
      `insert into reminder (id, province_id, rule_id, rule_version, unit_id, began, last_on, state, facts, subject, body, deadline, told_on,
                             recorded_by, changed_by)
       select $1, v.province_id, $2, 1, v.unit_id, date '2022-01-01' + $3::int, '2026-01-01', $4,
              '{"kind": "SOURCE_SILENT", "lastDay": "2022-01-01", "days": 9}', 'x', 'y', current_date + 9,
              case when $4 <> 'DRAFT' then current_date end, m.id, m.id
         from unit_version v, (select min(id) as id from moment) m where v.code = '05503' and v.superseded_by is null limit 1
       returning id as x`,
      [randomUUID(), rule, this.count, state],
    );
  }

  async message(): Promise<void> {
    await this.api().db.query(
      `insert into outbox (id, province_id, unit_id, channel, kind, day, state, next_try_at)
       select gen_random_uuid(), province_id, unit_id, 'WEBHOOK', 'DIGEST', '2022-01-01', 'DROPPED', now()
         from unit_version where code = '05503' and superseded_by is null limit 1 on conflict do nothing`,
    );
  }

  async contact(): Promise<string> {
    this.api().app.config.smtp = smtpAt(1);
    this.count += 1;
    await this.api().db.query('update contact set removed_at = now() where removed_at is null');
    const id = await this.one<number>(
      `insert into contact (province_id, unit_id, name, email, confirmed_at, code_until, recorded_by)
       select province_id, unit_id, 'Văn thư', $1, now(), now(), recorded_by from unit_version
        where code = '05503' and superseded_by is null limit 1 returning id as x`,
      [this.email()],
    );
    return String(id);
  }

  email(): string {
    this.api().app.config.smtp = smtpAt(1);
    return `n${(this.count += 1)}@xa.example`;
  }
}

const dayAhead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What is asked about rules, reminders and what is sent. */
export function urgingCases(api: () => Api): Record<string, Case> {
  const world = new UrgingWorld(api);
  const input = { ...RULE, under: null };
  const draft = async () => ({ id: await world.reminder('DRAFT') });
  const sent = async () => ({ id: await world.reminder('SENT') });
  const contact = async () => ({ id: await world.contact() });
  const about = (field: string, args = '', type = 'id'): string =>
    `mutation ($id: ID!) { ${field}(id: $id${args}) { ${type} } }`;
  const letter = `, input: { subject: "Thư", body: "Đề nghị.", deadline: "${dayAhead(9)}" }, expectedVersion: 1`;
  return {
    'Query.urgeRules': {
      query: '{ urgeRules { id } }',
      variables: async () => ({ rule: await world.rule() }),
      expected: ANYWHERE,
    },
    'Query.tryUrgeRule': {
      query: 'query ($input: UrgeRuleInput!) { tryUrgeRule(input: $input) { looked } }',
      variables: () => ({ input }),
      expected: PROVINCE,
    },
    'Query.reminders': { query: '{ reminders { nodes { id } } }', variables: draft, expected: OF_COMMUNE },
    // Whoever only looks has nothing to do, and is told of no letter; difficulties they would see.
    'Query.myWork': { query: '{ myWork { kind } }', variables: draft, expected: OF_COMMUNE },
    'Query.myNews': { query: '{ myNews { kind } }', expected: all('left out') },
    'Mutation.readNews': { query: 'mutation { readNews(ids: ["REMINDER_ANSWERED:1"]) }', expected: OPEN },
    'Query.unitMatters': {
      query: '{ unitMatters(under: "164") { reminders } }',
      variables: sent,
      expected: OF_COMMUNE,
    },
    'Query.reminder': {
      query: 'query ($id: ID!) { reminder(id: $id) { id } }',
      variables: draft,
      expected: OF_COMMUNE,
    },
    'Query.urgeMessages': {
      query: '{ urgeMessages { nodes { id } } }',
      variables: () => world.message().then(() => ({})),
      expected: OF_COMMUNE,
    },
    'Query.urgeMessageStatus': { query: '{ urgeMessageStatus { queued } }', expected: ANYWHERE },
    'Query.unitSpeakers': {
      query: '{ unitSpeakers(under: "164") { beyond } }',
      variables: draft,
      expected: OF_COMMUNE,
    },
    'Query.urgeContacts': { query: '{ urgeContacts(unit: "05503") { id } }', variables: contact, expected: COMMUNE },
    'Mutation.saveUrgeRule': {
      query: 'mutation ($input: UrgeRuleInput!) { saveUrgeRule(input: $input, expectedVersion: 0) { version } }',
      variables: () => ({ input }),
      expected: PROVINCE,
    },
    'Mutation.switchUrgeRule': {
      query: 'mutation ($id: ID!) { switchUrgeRule(id: $id, enabled: false) { enabled } }',
      variables: async () => ({ id: await world.rule() }),
      expected: PROVINCE,
    },
    'Mutation.lookByUrgeRules': { query: 'mutation { lookByUrgeRules { begun } }', expected: PROVINCE },
    'Mutation.editReminder': { query: about('editReminder', letter), variables: draft, expected: PLACE },
    'Mutation.sendReminders': {
      query: 'mutation ($id: ID!) { sendReminders(ids: [$id]) { id } }',
      variables: draft,
      // Nothing of it is so: who may send is told that.
      expected: { ...all('FORBIDDEN'), inside: 'CONFLICT', province: 'CONFLICT' },
    },
    // Who administers a unit does not speak for it.
    'Mutation.acknowledgeReminder': {
      query: about('acknowledgeReminder'),
      variables: sent,
      expected: all('FORBIDDEN'),
    },
    'Mutation.answerReminder': {
      query: about('answerReminder', ', text: "Đã làm."'),
      variables: sent,
      expected: all('FORBIDDEN'),
    },
    'Mutation.snoozeReminder': {
      query: 'mutation ($id: ID!, $until: Date!) { snoozeReminder(id: $id, until: $until, reason: "Chờ.") { id } }',
      variables: async () => ({
        ...(await draft()),
        until: dayAhead(5),
      }),
      expected: PLACE,
    },
    'Mutation.acceptReminder': {
      query: about('acceptReminder'),
      variables: async () => ({ id: await world.reminder('ANSWERED') }),
      expected: PLACE,
    },
    'Mutation.raiseReminder': {
      query: about('raiseReminder', ', note: "Chưa có chuyển biến."'),
      variables: sent,
      expected: PLACE,
    },
    'Mutation.withdrawReminder': {
      query: about('withdrawReminder', ', reason: "Nhầm."'),
      variables: draft,
      expected: PLACE,
    },
    'Mutation.addUrgeContact': {
      query: 'mutation ($email: String!) { addUrgeContact(unit: "05503", name: "Văn thư", email: $email) { id } }',
      variables: () => ({ email: world.email() }),
      expected: COMMUNE,
    },
    'Mutation.sendUrgeContactCode': { query: about('sendUrgeContactCode'), variables: contact, expected: COMMUNE },
    'Mutation.confirmUrgeContact': {
      query: about('confirmUrgeContact', ', code: "12345678"'),
      variables: contact,
      expected: COMMUNE,
    },
    'Mutation.removeUrgeContact': {
      query: 'mutation ($id: ID!) { removeUrgeContact(id: $id) }',
      variables: contact,
      expected: COMMUNE,
    },
    'Mutation.resendRefusedMessages': { query: 'mutation { resendRefusedMessages }', expected: PROVINCE },
    'Mutation.releaseMessages': { query: 'mutation { releaseMessages(sends: false) }', expected: PROVINCE },
  };
}
