import { expect, type APIRequestContext } from '@playwright/test';
import { ask, communesOf, dayAgo, INDICATOR } from './api.ts';

/** What one quarter is about, and what is sent of it. */
export interface Quarter {
  from: string;
  to: string;
  year: number;
  number: number;
}

const ROMAN = ['I', 'II', 'III', 'IV'];
/** So many days after its end nothing of it is waited for any more. */
const SETTLED_DAYS = 25;

export const nameOf = ({ number, year }: Quarter): string => `Quý ${ROMAN[number - 1] ?? ''}/${String(year)}`;

const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** The last quarter that is over and has settled. */
export function lastQuarter(): Quarter {
  const [year = 0, month = 0] = dayAgo(SETTLED_DAYS).split('-').map(Number);
  const at = Math.floor((month - 1) / 3) - 1;
  const [of, number] = at < 0 ? [year - 1, 4] : [year, at + 1];
  return { from: iso(of, number * 3 - 3, 1), to: iso(of, number * 3, 0), year: of, number };
}

/** Weekdays from one day to another, both of them with. */
function weekdays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    const day = new Date(at);
    if (day.getUTCDay() % 6 !== 0) days.push(day.toISOString().slice(0, 10));
  }
  return days;
}

export type Row = Record<string, string>;

/** A dossier that was received and finished on a day. */
export function row(organisation: string, number: number, day: string, isOnline: boolean): Row {
  const stamp = day.replaceAll('-', '');
  return {
    MaHoSo: `${organisation}-${stamp.slice(2)}-${String(number)}`,
    MaTTHC: '2.000815',
    KenhThucHien: isOnline ? '2' : '1',
    NgayTiepNhan: `${stamp}080000`,
    NgayKetThucXuLy: `${stamp}160000`,
    TrangThaiHoSo: '10',
  };
}

/** How many of ten dossiers come online, by district: two of the four are far from 55 of a hundred. */
export const ONLINE: Readonly<Record<string, number>> = { '164': 8, '165': 7, '171': 3, '172': 4 };
export const BEHIND = ['171', '172'];

/** Of two communes of each district a dossier on every weekday, from the beginning of the quarter until yesterday. */
export async function dossiersOf(
  request: APIRequestContext,
  quarter: Quarter,
): Promise<{ during: Row[]; after: Row[]; organisationOf: ReadonlyMap<string, string> }> {
  const organisationOf = new Map<string, string>();
  const rows: { day: string; row: Row }[] = [];
  for (const [district, online] of Object.entries(ONLINE)) {
    const communes = await communesOf(request, district);
    const organisations = communes
      .flatMap(({ aliases }) => aliases.find((alias) => /^H55\.\d+\.\d+$/.test(alias)) ?? [])
      .slice(0, 2);
    expect(organisations, `communes of ${district} with an organisation`).toHaveLength(2);
    organisationOf.set(district, organisations[0] ?? '');
    for (const organisation of organisations)
      for (const [at, day] of weekdays(quarter.from, dayAgo(1)).entries())
        rows.push({ day, row: row(organisation, 4000 + at, day, at % 10 < online) });
  }
  const of = (wanted: (day: string) => boolean): Row[] => rows.filter(({ day }) => wanted(day)).map((one) => one.row);
  return { during: of((day) => day <= quarter.to), after: of((day) => day > quarter.to), organisationOf };
}

/** The province gives the four districts 55 percent for each year that is looked at, with a mark of 55 in every month. */
export async function assignTargets(request: APIRequestContext, quarter: Quarter): Promise<void> {
  for (const year of new Set([quarter.year, Number(dayAgo(SETTLED_DAYS).slice(0, 4))])) {
    const { createTargetPlan } = await ask<{ createTargetPlan: { id: string } }>(
      request,
      'mutation ($input: TargetPlanInput!) { createTargetPlan(input: $input) { id } }',
      { input: { issuer: '19', indicator: INDICATOR, year } },
    );
    const plan = createTargetPlan.id;
    const units = Object.keys(ONLINE);
    const targets = units.map((unit) => ({ unit, percent: 55 }));
    const marks = units.flatMap((unit) =>
      Array.from({ length: 11 }, (_none, at) => ({ unit, month: at + 1, percent: 55 })),
    );
    await ask(
      request,
      'mutation ($plan: ID!, $targets: [TargetInput!]!) { setTargets(plan: $plan, targets: $targets) { id } }',
      {
        ...{ plan, targets },
      },
    );
    await ask(
      request,
      'mutation ($plan: ID!, $marks: [MilestoneInput!]!) { setMilestones(plan: $plan, marks: $marks) { id } }',
      {
        ...{ plan, marks },
      },
    );
    const decision = { number: `${String(year)}/QĐ-UBND`, issuer: '19', issuedOn: `${String(year)}-01-01` };
    const steps = [
      { to: 'SUBMITTED', decision: null },
      { to: 'APPROVED', decision: null },
      { to: 'ISSUED', decision: { ...decision, effectiveOn: `${String(year)}-01-01` } },
    ];
    for (const step of steps)
      await ask(
        request,
        `mutation ($plan: ID!, $to: PlanState!, $decision: DecisionInput) {
           movePlan(plan: $plan, to: $to, decision: $decision, reason: "Theo quyết định.") { id } }`,
        { plan, ...step },
      );
  }
}

/** Who receives for a unit, with a code that was sent there. */
export async function addReceiver(request: APIRequestContext, unit: string): Promise<{ id: string; email: string }> {
  const email = `vp.${unit}@thainguyen.example`;
  const { addUrgeContact } = await ask<{ addUrgeContact: { id: string } }>(
    request,
    'mutation ($unit: ID!, $email: String!) { addUrgeContact(unit: $unit, name: "Văn phòng", email: $email) { id } }',
    { unit, email },
  );
  return { id: addUrgeContact.id, email };
}

/** Who is behind the mark at the end of the last month that has settled. */
export async function addRule(request: APIRequestContext): Promise<void> {
  const input = {
    ...{
      name: 'Chậm mốc',
      kind: 'BEHIND_MILESTONE',
      indicator: INDICATOR,
      months: 1,
      settleDays: 5,
      kinds: ['DISTRICT'],
    },
    subject: 'Đôn đốc {{unit}}',
    body: '{{unit}} đạt {{rate}} ({{numerator}}/{{denominator}}), mốc {{mark}}. Trả lời trước {{deadline}}.\nMã số liệu {{reference?}}.',
  };
  const { saveUrgeRule } = await ask<{ saveUrgeRule: { id: string } }>(
    request,
    'mutation ($input: UrgeRuleInput!) { saveUrgeRule(input: $input, expectedVersion: 0) { id } }',
    { input },
  );
  await ask(request, 'mutation ($id: ID!) { switchUrgeRule(id: $id, enabled: true) { id } }', { id: saveUrgeRule.id });
}

export interface Counts {
  numerator: number;
  denominator: number;
}

/** What a unit has counted in a quarter, as known now. */
export async function countsOf(request: APIRequestContext, unit: string, { from, to }: Quarter): Promise<Counts> {
  const answer = await ask<{ unit: { attainment: Counts } }>(
    request,
    `query ($unit: ID!, $from: Date!, $to: Date!) { unit(code: $unit, on: $to) {
       attainment(indicator: "${INDICATOR}", from: $from, to: $to) { numerator denominator } } }`,
    { unit, from, to },
  );
  return answer.unit.attainment;
}

export async function push(request: APIRequestContext, rows: readonly Row[]): Promise<void> {
  const answer = await request.post('/ingest/dossiers', { data: rows });
  const { result } = (await answer.json()) as { result: { rejected: number } };
  expect(result.rejected).toBe(0);
}
