import { Context } from '../src/app/context.ts';
import { lookAtRules, type Looked } from '../src/features/urging/looks/look-at-rules.ts';
import type { Api } from './api.ts';
import type { Answer, Caller } from './caller.ts';
import { dossierCode, dossierRow } from './factories.ts';

let number = 0;

/** Dossiers of an organisation that were finished on the fifteenth of a month, some of them online. */
export function monthOf(organisation: string, month: number, online: number, all = 40): Record<string, string>[] {
  const day = `2022${String(month).padStart(2, '0')}15`;
  return Array.from({ length: all }, (_none, index) =>
    dossierRow({
      MaHoSo: dossierCode(organisation, (number += 1)),
      KenhThucHien: index < online ? '2' : '1',
      NgayTiepNhan: `${day}080000`,
      NgayKetThucXuLy: `${day}160000`,
    }),
  );
}

/** An address of a unit that was confirmed. */
export async function addContact(api: Api, unit: string, email: string): Promise<void> {
  await api.db.query(
    `insert into contact (province_id, unit_id, name, email, confirmed_at, code_until, recorded_by)
     select p.id, v.unit_id, 'Văn phòng', $2, now(), now(), (select max(id) from moment)
       from unit p, unit_version v where p.kind = 'PROVINCE' and v.code = $1 and v.superseded_by is null limit 1`,
    [unit, email],
  );
}

/** What a rule says unless a test says otherwise: communes of Sông Công, two months running. */
export const RULE = {
  name: 'Chậm mốc hai tháng liền',
  kind: 'BEHIND_MILESTONE',
  indicator: 'ONLINE_RESOLUTION_L4',
  months: 2,
  settleDays: 5,
  kinds: ['COMMUNE'],
  under: '165',
  answerDays: 10,
  subject: 'Đôn đốc {{unit}}',
  body: '{{unit}} đạt {{rate}} ({{numerator}}/{{denominator}}), mốc {{mark}}.\nMã {{reference?}}. Trả lời trước {{deadline}}.',
};

export function saveRule(
  api: Caller,
  input: Record<string, unknown> = {},
  { id = null, expectedVersion = 0 }: { id?: string | null; expectedVersion?: number } = {},
): Promise<Answer<{ saveUrgeRule: { id: string; version: number; enabled: boolean } }>> {
  return api.gql(
    `mutation ($id: ID, $input: UrgeRuleInput!, $expectedVersion: Int!) {
       saveUrgeRule(id: $id, input: $input, expectedVersion: $expectedVersion) { id version enabled } }`,
    { id, input: { ...RULE, ...input }, expectedVersion },
  );
}

/** A rule that is on. */
export async function buildRule(api: Caller, input: Record<string, unknown> = {}): Promise<string> {
  const { data, errors } = await saveRule(api, input);
  if (!data) throw new Error(`refused: ${JSON.stringify(errors)}`);
  const { id } = data.saveUrgeRule;
  await api.ask(`mutation { switchUrgeRule(id: "${id}", enabled: true) { enabled } }`);
  return id;
}

/** Looks by the rules on a day, as the server does by itself. */
export async function look(api: Api, day: string): Promise<Looked> {
  api.app.now = () => new Date(`${day}T05:00:00Z`);
  const ctx = new Context(api.app, { account: null, locale: 'vi', requestId: 'look', isProcess: true });
  try {
    return await lookAtRules(ctx);
  } finally {
    await ctx.end();
  }
}

export interface ReminderSeen {
  id: string;
  version: number;
  unit: { code: string };
  state: string;
  closedWhy: string | null;
  sentence: string;
  began: string;
  lastOn: string;
  deadline: string;
  subject: string;
  body: string;
  snoozedUntil: string | null;
  raisedTo: { code: string } | null;
  figure: { reference: string; numerator: number; denominator: number; holds: boolean } | null;
  acts: string[];
  steps: {
    kind: string;
    note: string | null;
    why: string | null;
    figure: { numerator: number } | null;
    body: string | null;
  }[];
}

export const REMINDER = `id version unit { code } state closedWhy sentence began lastOn deadline subject body snoozedUntil raisedTo { code }
  figure { reference numerator denominator holds } acts steps { kind note why figure { numerator } body }`;

export async function remindersOf(api: Caller, more = ''): Promise<ReminderSeen[]> {
  const found = await api.ask<{ reminders: { nodes: ReminderSeen[]; totalCount: number } }>(
    `{ reminders${more} { nodes { ${REMINDER} } totalCount } }`,
  );
  return found.reminders.nodes;
}

/** Does something about a reminder; `args` as they stand in the question. */
export function act(api: Caller, field: string, id: string, args = ''): Promise<Answer<Record<string, ReminderSeen>>> {
  return api.gql(`mutation { ${field}(id: "${id}"${args}) { ${REMINDER} } }`);
}

export function send(api: Caller, ...ids: string[]): Promise<Answer<{ sendReminders: ReminderSeen[] }>> {
  return api.gql(`mutation ($ids: [ID!]!) { sendReminders(ids: $ids) { ${REMINDER} } }`, { ids });
}
