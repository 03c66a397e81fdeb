import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../test/caller.ts';
import { openApi, type Api } from '../../../test/api.ts';
import {
  amendList,
  buildAccount,
  dossierCode,
  dossierRow,
  figure,
  nameUnits,
  saveProcedures,
} from '../../../test/factories.ts';
import { createPlan, movePlan, setTargets } from '../../../test/plans.ts';
import { differences } from '../../../test/verifying.ts';

let api: Api;

beforeAll(async () => {
  api = await openApi();
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815', '1.000689');
  await api.ingest([dossierRow({ MaHoSo: dossierCode('H55.164.3', 1) })]);
});
afterAll(() => api.close());

interface Decision {
  id: string;
  version: number;
  number: string;
  issuedOn: string;
  effectiveOn: string;
  title: string | null;
  signer: string | null;
  notes: string | null;
  issuer: { code: string };
  files: { sha256: string; name: string; mediaType: string; bytes: number }[];
}

const FIELDS = `id version number issuedOn effectiveOn title signer notes issuer { code } files { sha256 name mediaType bytes }`;
const SAVE = `mutation ($input: DecisionHeaderInput!) { saveDecision(input: $input) { ${FIELDS} } }`;

function save(input: Record<string, unknown>): Promise<Answer<{ saveDecision: Decision }>> {
  return api.gql(SAVE, { input });
}

let count = 0;
async function saved(more: Record<string, unknown> = {}): Promise<Decision> {
  const { data, errors } = await save({ number: `${(count += 1)}/QĐ-THỬ`, issuedOn: '2022-01-01', ...more });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.saveDecision;
}

async function decisionOf(number: string): Promise<Decision> {
  const { decisions } = await api.ask<{ decisions: { nodes: Decision[] } }>(
    `query ($search: String) { decisions(search: $search) { nodes { ${FIELDS} } } }`,
    { search: number },
  );
  const [found] = decisions.nodes;
  if (!found) throw new Error('there is none');
  return found;
}

describe('the header of a decision', () => {
  it('is kept with everything that is told of it', async () => {
    const made = await saved({
      effectiveOn: '2022-02-01',
      issuer: '164',
      signer: ' Trịnh Việt Hùng ',
      title: 'Danh mục dịch vụ công',
      notes: 'Bản có dấu.',
    });
    expect(made).toMatchObject({
      version: 1,
      issuedOn: '2022-01-01',
      effectiveOn: '2022-02-01',
      issuer: { code: '164' },
      signer: 'Trịnh Việt Hùng',
      title: 'Danh mục dịch vụ công',
      notes: 'Bản có dấu.',
      files: [],
    });
    const found = await api.ask(`query ($id: ID!) { decision(id: $id) { ${FIELDS} } }`, { id: made.id });
    expect(found).toEqual({ decision: made });
    expect(await api.ask('{ decision(id: "0") { id } none: decision(id: "x") { id } }')).toEqual({
      decision: null,
      none: null,
    });
  });

  it('changes as a whole, with the next version, and stays known as it was', async () => {
    const made = await saved({ signer: 'Một', title: 'Cũ' });
    const answer = await save({
      id: made.id,
      expectedVersion: 1,
      number: made.number,
      issuedOn: '2022-01-01',
      title: 'Mới',
    });
    expect(answer.data?.saveDecision).toMatchObject({ version: 2, title: 'Mới', signer: null });
    const { rows } = await api.db.query(
      'select version, title, superseded_by is null as current from decision_version where decision_id = $1 order by version',
      [made.id],
    );
    expect(rows).toEqual([
      { version: 1, title: 'Cũ', current: false },
      { version: 2, title: 'Mới', current: true },
    ]);
  });

  it('is a conflict for whoever saw an earlier version, and nothing is changed', async () => {
    const made = await saved();
    const change = { id: made.id, expectedVersion: 1, number: made.number, issuedOn: '2022-01-01' };
    const answers = await Promise.all(['a', 'b'].map((title) => save({ ...change, title })));
    expect(answers.map(({ code }) => code).sort()).toEqual(['CONFLICT', undefined]);
    const lost = answers.find(({ code }) => code === 'CONFLICT');
    expect(lost?.errors[0]?.extensions?.['version']).toBe(2);
  });

  it('tells whoever lost the race field by field what was there, what is there and what they want', async () => {
    const account = await buildAccount(api, { role: 'ADMINISTRATOR' });
    const made = await saved({ signer: 'Một', title: 'Cũ' });
    const change = { id: made.id, expectedVersion: 1, number: made.number, issuedOn: '2022-01-01', signer: 'Một' };
    await api.as(account).gql(SAVE, { input: { ...change, title: 'Của người khác', notes: 'Đã so.' } });
    const lost = await save({ ...change, title: 'Của tôi', effectiveOn: '2022-05-01' });
    const [conflict] = lost.errors[0]?.extensions?.['conflicts'] as Record<string, unknown>[];
    expect(conflict).toMatchObject({ index: 0, code: made.number, expectedVersion: 1, version: 2 });
    const fields = conflict?.['fields'] as Record<string, unknown>[];
    expect(
      fields.map(({ field, ancestor, current, own, touchedBy, changedBy }) => [
        field,
        ancestor,
        current,
        own,
        touchedBy,
        changedBy,
      ]),
    ).toEqual([
      ['effectiveOn', '2022-01-01', '2022-01-01', '2022-05-01', 'OWN', null],
      ['title', 'Cũ', 'Của người khác', 'Của tôi', 'BOTH', account.username],
      ['notes', null, 'Đã so.', null, 'CURRENT', account.username],
    ]);
  });

  it('is a conflict with another decision of the same number, day and issuer', async () => {
    const [one, other] = [await saved(), await saved()];
    expect((await save({ number: one.number, issuedOn: '2022-01-01' })).code).toBe('CONFLICT');
    expect((await save({ id: other.id, number: one.number, issuedOn: '2022-01-01' })).code).toBe('CONFLICT');
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no number', { number: ' ' }, 'input.number'],
    ['a number of 101 signs', { number: 'x'.repeat(101) }, 'input.number'],
    ['an unknown issuer', { issuer: '99999' }, 'input.issuer'],
    ['a long title', { title: 'x'.repeat(1_001) }, 'input.title'],
    ['a long name of who signed', { signer: 'x'.repeat(201) }, 'input.signer'],
    ['notes that cannot be stored', { notes: 'a\0' }, 'input.notes'],
    ['a file that was not sent', { files: [{ sha256: 'a'.repeat(64) }] }, 'input.files.0.sha256'],
    ['too many files', { files: Array.from({ length: 21 }, () => ({ sha256: 'a' })) }, 'input.files'],
  ])('is refused with %s', async (_what, facts, path) => {
    const answer = await save({ number: 'x', issuedOn: '2022-01-01', ...facts });
    expect([answer.code, answer.fields.map((field) => field.path)]).toEqual(['BAD_USER_INPUT', [path]]);
  });

  it('that is not there is NOT_FOUND', async () => {
    for (const id of ['999999', 'x', '']) {
      const answer = await save({ id, number: 'x', issuedOn: '2022-01-01' });
      expect(answer.code).toBe(id === '' ? undefined : 'NOT_FOUND');
    }
  });

  it('leaves an event in the audit trail without its texts', async () => {
    const made = await saved({ title: 'Một tên rất riêng', notes: 'Ghi chú riêng' });
    const { auditTrail } = await api.ask<{ auditTrail: { nodes: { text: string }[] } }>(
      `{ auditTrail(about: "DECISION:${made.id}") { nodes { text differences { field before after } } } }`,
    );
    expect(auditTrail.nodes.map(({ text }) => text)).toEqual([
      expect.stringContaining(`nhập quyết định ${made.number}`),
    ]);
    expect(JSON.stringify(auditTrail)).not.toContain('riêng');
  });

  it('is not changed by who may not edit the catalogue', async () => {
    const clerk = api.as(await buildAccount(api, { role: 'CLERK' }));
    expect((await clerk.gql(SAVE, { input: { number: 'x', issuedOn: '2022-01-01' } })).code).toBe('FORBIDDEN');
  });
});

describe('a decision entered with its lines', () => {
  const AMEND = 'mutation ($input: ServiceListAmendmentInput!) { amendServiceList(input: $input) { code } }';
  const decision = { number: '55/QĐ', issuedOn: '2021-03-01' };
  const changes = [{ action: 'ADD', procedure: '1.000689', tier: 'COMMUNE', level: 'FULL' }];

  it('takes what is told of it in one step, and later what was missing', async () => {
    const kept = await api.raw({ method: 'POST', url: '/files', payload: Buffer.from('%PDF-1.7 55') });
    const { sha256 } = kept.json<{ sha256: string }>();
    const files = [{ sha256, name: '55.pdf' }];
    await api.ask(AMEND, { input: { list: 'QD55', name: 'Mới', decision, changes, about: { signer: 'Một', files } } });
    expect(await decisionOf('55/QĐ')).toMatchObject({
      signer: 'Một',
      title: null,
      files: [{ sha256, name: '55.pdf' }],
    });
    await api.ask(AMEND, { input: { list: 'QD56', name: 'Khác', decision, changes, about: { title: 'Tên', files } } });
    expect(await decisionOf('55/QĐ')).toMatchObject({ signer: 'Một', title: 'Tên', files: [{ sha256 }] });
  });

  it('is refused with what is wrong about it, and nothing is entered', async () => {
    const about = { title: 'x'.repeat(1_001) };
    const answer = await api.gql(AMEND, { input: { list: 'QD57', name: 'Mới', decision, changes, about } });
    expect([answer.code, answer.fields[0]?.path]).toEqual(['BAD_USER_INPUT', 'input.about.title']);
    expect(await api.ask('{ serviceList(code: "QD57") { code } }')).toEqual({ serviceList: null });
  });
});

describe('the days of a decision', () => {
  it('take lists and figures with them, and what was known before stays', async () => {
    await amendList(api, '2022-04-01', [{ procedure: '2.000815' }]);
    const { serviceList } = await api.ask<{ serviceList: { decisions: Decision[] } }>(
      `{ serviceList(code: "QD402") { decisions { ${FIELDS} } } }`,
    );
    const decision = serviceList.decisions.at(-1);
    if (!decision) throw new Error('there is none');
    expect(await figure(api, '05503')).toBe('0/0');
    const { rows } = await api.db.query<{ at: Date }>('select max(at) as at from moment');
    const before = rows[0]?.at ?? new Date();
    const moved = { id: decision.id, number: decision.number, issuedOn: '2022-01-01', effectiveOn: '2022-02-01' };
    expect((await save(moved)).code).toBeUndefined();
    expect(await figure(api, '05503')).toBe('1/1');
    expect(await figure(api, '05503', { knownAt: before.toISOString() })).toBe('0/0');
    expect(await differences(api)).toEqual([]);
    expect(await differences(api, before)).toEqual([]);
  });

  it('stay where a later decision would no longer make sense', async () => {
    await amendList(api, '2021-01-01', [{ procedure: '1.000689' }], 'QD-NGAY');
    await amendList(api, '2021-06-01', [{ procedure: '1.000689', action: 'REMOVE' }], 'QD-NGAY');
    const { serviceList } = await api.ask<{ serviceList: { decisions: Decision[] } }>(
      `{ serviceList(code: "QD-NGAY") { decisions { ${FIELDS} } } }`,
    );
    const [first] = serviceList.decisions;
    const answer = await save({
      id: first?.id,
      number: first?.number,
      issuedOn: '2021-01-01',
      effectiveOn: '2021-07-01',
    });
    expect([answer.code, answer.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', ['input.effectiveOn']]);
    expect(await differences(api)).toEqual([]);
  });

  it('stay once a plan was issued by it', async () => {
    const { plan } = await createPlan(api, { issuer: '164', year: 2021 });
    await setTargets(api, plan.id, [{ unit: '05503', percent: 50 }]);
    for (const to of ['SUBMITTED', 'APPROVED'] as const) await movePlan(api, plan.id, to);
    const decision = { number: '793/QĐ', issuedOn: '2021-02-01' };
    await api.ask(
      'mutation ($plan: ID!, $decision: DecisionInput) { movePlan(plan: $plan, to: ISSUED, reason: "Thiếu xã.", decision: $decision) { id } }',
      { plan: plan.id, decision },
    );
    const { id } = await decisionOf('793/QĐ');
    expect((await save({ id, number: '793/QĐ', issuedOn: '2021-02-02', issuer: '164' })).code).toBe('CONFLICT');
    expect(
      (await save({ id, number: '793/QĐ', issuedOn: '2021-02-01', issuer: '164', title: 'Giao' })).code,
    ).toBeUndefined();
  });
});

describe('the decisions', () => {
  interface Page {
    totalCount: number;
    pageInfo: { endCursor: string | null; hasNextPage: boolean };
    nodes: { number: string }[];
  }
  const page = async (variables: Record<string, unknown>): Promise<Page> =>
    (
      await api.ask<{ decisions: Page }>(
        `query ($search: String, $year: Int, $first: Int, $after: String) {
           decisions(search: $search, year: $year, first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage } nodes { number } } }`,
        variables,
      )
    ).decisions;

  it('are found by words of number, title and signer, without marks', async () => {
    await saved({ number: '1234/QĐ-TÌM', title: 'Công bố danh mục', signer: 'Lê Quang Tiến' });
    for (const search of ['1234 tim', 'danh muc cong bo', 'TIEN quang', '1234/QĐ-TÌM'])
      expect((await page({ search })).nodes.map(({ number }) => number)).toContain('1234/QĐ-TÌM');
    expect(await page({ search: '1234 không có' })).toMatchObject({ totalCount: 0, nodes: [] });
    expect(await page({ search: '???' })).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('come latest first, by year, on pages that stay as they are while others are entered', async () => {
    const days = ['1999-01-01', '1999-05-01', '1999-05-01', '1999-12-31'];
    for (const [at, issuedOn] of days.entries()) await saved({ number: `năm ${at}`, issuedOn });
    const first = await page({ year: 1999, first: 2 });
    expect(first).toMatchObject({ totalCount: 4, nodes: [{ number: 'năm 3' }, { number: 'năm 2' }] });
    await saved({ number: 'mới nhất', issuedOn: '1999-12-31' });
    const next = await page({ year: 1999, first: 2, after: first.pageInfo.endCursor });
    expect(next.nodes.map(({ number }) => number)).toEqual(['năm 1', 'năm 0']);
    expect(next.pageInfo.hasNextPage).toBe(false);
  });
});
