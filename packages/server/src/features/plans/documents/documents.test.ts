import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentFacts } from '@chi-tieu/shared/domain/decision-document/facts';
import { DISTRICT_TEMPLATE } from '@chi-tieu/shared/domain/decision-document/defaults';
import { openApi, type Api } from '../../../../test/api.ts';
import type { Caller } from '../../../../test/caller.ts';
import { amendList, buildAccount, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { annexRows, pdfText, sheetRows, textOf, readXml, unzipped } from '../../../../test/papers.ts';
import { createPlan, issuePlan, movePlan, movePlanUpTo, setTargets } from '../../../../test/plans.ts';
import { setInputs } from '../../../../test/scenarios.ts';

let api: Api;
let planner: Caller;
let approver: Caller;
let sibling: Caller;
let clerk: Caller;

beforeAll(async () => {
  api = await openApi();
  await nameUnits(api, { '05506': ['H55.165.6'], '165': ['H55.165'] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-01-01', [
    { procedure: '2.000815', tier: 'COMMUNE' },
    { procedure: '2.000815', tier: 'DISTRICT' },
  ]);
  const times = { NgayTiepNhan: '20210301080000', NgayKetThucXuLy: '20210302080000' };
  await api.ingest(
    [1, 2, 3, 4].map((at) =>
      dossierRow({ MaHoSo: `H55.165.6-210301-000${at}`, KenhThucHien: at === 1 ? '2' : '1', ...times }),
    ),
  );
  await api.ingest([dossierRow({ MaHoSo: 'H55.165-210301-0001', KenhThucHien: '2', ...times })]);
  planner = api.as(await buildAccount(api, { role: 'PLANNER', unit: '165' }));
  approver = api.as(await buildAccount(api, { role: 'APPROVER', unit: '165' }));
  sibling = api.as(await buildAccount(api, { role: 'PLANNER', unit: '164' }));
  clerk = api.as(await buildAccount(api, { role: 'CLERK', unit: '165' }));
});
afterAll(() => api.close());

const PAPER = `reference madeAt by planVersion state content sums { volume baseline achieved before }
  plan { id } standing { standing isCurrent replacedFrom replacedBy { id } }`;

interface PaperSeen {
  reference: string;
  planVersion: number;
  state: string;
  content: { number: string; isDraft: boolean; subject: string[] };
  sums: { volume: number; baseline: number | null; achieved: number | null; before: number | null };
  standing: { standing: string; isCurrent: boolean; replacedFrom: string | null; replacedBy: { id: string } | null };
}

const make = (plan: string, caller: Caller = api, more: object = {}) =>
  caller.gql<{ makePlanDocument: PaperSeen }>(
    `mutation ($plan: ID!, $expectedVersion: Int) { makePlanDocument(plan: $plan, expectedVersion: $expectedVersion) { ${PAPER} } }`,
    { plan, ...more },
  );
async function made(plan: string, caller: Caller = api): Promise<PaperSeen> {
  const { data, errors } = await make(plan, caller);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.makePlanDocument;
}
const look = async (reference: string, caller: Caller = api) =>
  (
    await caller.ask<{ planDocument: PaperSeen | null }>(
      `query ($reference: ID!) { planDocument(reference: $reference) { ${PAPER} } }`,
      { reference },
    )
  ).planDocument;
const fetchFile = (name: string, caller: Caller = api) => caller.raw({ method: 'GET', url: `/plans/${name}` });

const words = (more: object = {}) => ({ ...DISTRICT_TEMPLATE, ...more });
const save = (template: object, more: object = {}, caller: Caller = api) =>
  caller.gql<{ saveDocumentTemplate: { version: number; origin: string } }>(
    `mutation ($unit: ID, $template: DecisionWordsInput!, $expectedVersion: Int) {
       saveDocumentTemplate(unit: $unit, template: $template, expectedVersion: $expectedVersion) { version origin } }`,
    { unit: '165', template, ...more },
  );
const template = (unit: string | null, caller: Caller = api) =>
  caller.gql<{
    documentTemplate: { version: number; origin: string; words: { subject: string }; versions: { version: number }[] };
  }>(
    'query ($unit: ID) { documentTemplate(unit: $unit) { unit version origin words { subject } versions { version by } } }',
    { unit },
  );

describe('the paper of a plan', () => {
  it('tells the numbers of the plan, and its annex adds up to what the plan does', async () => {
    const { plan } = await createPlan(api, { year: 2022 });
    await setTargets(api, plan.id, [{ unit: '05506', percent: 60 }]);
    const paper = await made(plan.id, planner);
    expect(paper).toMatchObject({
      planVersion: 2,
      state: 'DRAFT',
      content: { isDraft: true, number: 'Số: ……/QĐ-UBND' },
      // Four of the commune at 60, one of the city's own at what it did: 100.
      sums: { volume: 5, baseline: 40, achieved: 68, before: null },
      standing: { standing: 'CURRENT', isCurrent: true, replacedBy: null },
    });
    expect(paper.reference).toMatch(/^165-2022-[0-9A-HJKMNP-TV-Z]{10}$/);
    const { targetPlan } = await api.ask<{
      targetPlan: { rollUp: { achieved: number }; documentFacts: DocumentFacts };
    }>('query ($id: ID!) { targetPlan(id: $id) { rollUp { achieved } documentFacts } }', { id: plan.id });
    expect(paper.sums.achieved).toBe(targetPlan.rollUp.achieved);
    expect(targetPlan.documentFacts.units.find(({ code }) => code === '05506')).toMatchObject({
      name: expect.stringMatching(/./) as string,
      volume: 4,
      baseline: 2_500,
      target: 6_000,
    });
    await movePlan(api, plan.id, 'SUBMITTED');
    await movePlan(api, plan.id, 'DRAFT', { reason: 'Để bài kiểm tra sau bắt đầu lại.' });
  });

  it('is one paper however often it is made out in the same words and numbers, and another one after a change', async () => {
    const { plan } = await createPlan(api, { year: 2023 });
    const [first, again] = [await made(plan.id), await made(plan.id)];
    expect(again.reference).toBe(first.reference);
    await setTargets(api, plan.id, [{ unit: '05506', percent: 61 }]);
    const second = await made(plan.id);
    expect(second.reference).not.toBe(first.reference);
    expect((await look(first.reference))?.standing).toMatchObject({ standing: 'CHANGED', isCurrent: false });
    expect((await look(second.reference.toLowerCase()))?.standing).toMatchObject({
      standing: 'CURRENT',
      isCurrent: true,
    });
    await save(words({ subject: 'Về việc khác' }));
    const third = await made(plan.id);
    expect(third.content.subject).toEqual(['Về việc khác']);
    expect((await look(second.reference))?.standing.standing).toBe('REMADE');
    const { code, errors } = await make(plan.id, api, { expectedVersion: 1 });
    expect([code, errors[0]?.extensions?.['version']]).toEqual(['CONFLICT', 2]);
  });

  it('stays as it was made out when the plan is replaced, and says from which day', async () => {
    const targets = [{ unit: '05506', percent: 55 }];
    const decision = { number: '12/QĐ-UBND', issuedOn: '2024-02-01' };
    const issued = await issuePlan(api, { year: 2024 }, targets, decision);
    const paper = await made(issued.id, approver);
    expect(paper).toMatchObject({ state: 'ISSUED', content: { isDraft: false, number: 'Số: 12/QĐ-UBND' } });
    const { plan } = await createPlan(api, { year: 2024, amends: issued.id });
    await setTargets(api, plan.id, [{ unit: '05506', percent: 57 }]);
    const later = { number: '99/QĐ-UBND', issuedOn: '2024-09-20', effectiveOn: '2024-10-01' };
    await movePlanUpTo(api, plan.id, 'ISSUED', { reason: 'Điều chỉnh.', decision: later });
    const seen = await look(paper.reference);
    expect(seen?.content).toEqual(paper.content);
    expect(seen?.standing).toEqual({
      standing: 'AMENDED',
      isCurrent: false,
      replacedFrom: '2024-10-01',
      replacedBy: { id: plan.id },
    });
    const amending = await made(plan.id);
    const rows = annexRows((await fetchFile(`${amending.reference}.docx`)).rawPayload);
    expect(rows[0]?.slice(4)).toEqual(['Chỉ tiêu đã giao (%)', 'Chỉ tiêu điều chỉnh (%)', 'Tăng, giảm (điểm %)']);
    expect(rows.find((row) => row[5] === '57,00')?.slice(4)).toEqual(['55,00', '57,00', '+2,00']);
  });

  it('signs what was typed in the plan instead of counted', async () => {
    const { plan } = await createPlan(api, { year: 2030 });
    await setInputs(api, plan.id, { units: [{ unit: '05506', volume: 999 }] });
    const { reference } = await made(plan.id);
    const rows = annexRows((await fetchFile(`${reference}.docx`)).rawPayload);
    expect(rows.filter((row) => row[2] === '999*')).toHaveLength(1);
    expect(rows.filter((row) => row[2]?.endsWith('*'))).toHaveLength(2);
  });

  it('leaves an event that tells its reference', async () => {
    const { plan } = await createPlan(api, { year: 2025 });
    const paper = await made(plan.id);
    const { auditTrail } = await api.ask<{ auditTrail: { nodes: { text: string }[] } }>(
      'query ($about: ID!) { auditTrail(about: $about) { nodes { text } } }',
      { about: `PLAN:${plan.id}` },
    );
    expect(auditTrail.nodes.some(({ text }) => text.includes(paper.reference))).toBe(true);
  });
});

describe('the file of a paper', () => {
  it('is the same decision in Word, as PDF and as a spreadsheet, under a name that says what it is', async () => {
    const decision = { number: '793/QĐ-UBND', issuedOn: '2021-02-05' };
    const plan = await issuePlan(api, { year: 2021 }, [{ unit: '05506', percent: 55.25 }], decision);
    const { reference } = await made(plan.id);
    const docx = await fetchFile(`${reference}.docx`, sibling);
    expect(docx.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': `attachment; filename="quyet-dinh-793-qd-ubnd-${reference.toLowerCase()}.docx"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
    const text = textOf(readXml(unzipped(docx.rawPayload)['word/document.xml'] ?? ''));
    expect(text).toContain('Số: 793/QĐ-UBND');
    const pdf = await fetchFile(`${reference}.pdf`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect((await pdfText(pdf.rawPayload)).join(' ')).toContain(`Mã tham chiếu: ${reference}`);
    const xlsx = await fetchFile(`${reference.toLowerCase()}.xlsx`);
    const row = sheetRows(xlsx.rawPayload).find(([, code]) => code === '05506');
    expect([row?.[5], annexRows(docx.rawPayload).find(([, name]) => name === row?.[2])?.[4]]).toEqual([
      '55.25',
      '55,25',
    ]);
  });

  it('is not there for nobody, for a reference that nobody made out, and for what is no reference', async () => {
    const { plan } = await createPlan(api, { issuer: '167', year: 2022 });
    const { reference } = await made(plan.id);
    expect((await api.server.inject({ method: 'GET', url: `/plans/${reference}.docx` })).statusCode).toBe(401);
    for (const name of ['165-2022-0000000000.docx', "' or true.pdf", '%00.docx'].map(encodeURIComponent))
      expect((await fetchFile(name)).statusCode).toBe(404);
    expect(await look("x' or '1'='1")).toBeNull();
  });

  it.each(['DRAFT', 'SUBMITTED', 'APPROVED'])(
    'made out at %s is given within reach of the issuer alone, also once the plan is issued',
    async (state) => {
      const year = { DRAFT: 2026, SUBMITTED: 2027, APPROVED: 2028 }[state] ?? 0;
      const { plan } = await createPlan(api, { year });
      if (state !== 'DRAFT') await movePlanUpTo(api, plan.id, state);
      const { reference } = await made(plan.id);
      const all = async () => [
        (await fetchFile(`${reference}.docx`, sibling)).statusCode,
        (await fetchFile(`${reference}.docx`, clerk)).statusCode,
        (await fetchFile(`${reference}.docx`, planner)).statusCode,
        await look(reference, sibling),
      ];
      expect(await all()).toEqual([404, 404, 200, null]);
      const moves = ['SUBMITTED', 'APPROVED', 'ISSUED'];
      for (const to of moves.slice(moves.indexOf(state) + 1)) await movePlan(api, plan.id, to, { reason: 'Ban hành.' });
      expect(await all()).toEqual([404, 404, 200, null]);
      const issued = await made(plan.id);
      expect((await fetchFile(`${issued.reference}.pdf`, sibling)).statusCode).toBe(200);
      const query = 'query ($id: ID!) { targetPlan(id: $id) { documentFacts documents { reference } } }';
      const seen = async (caller: Caller) =>
        (
          await caller.ask<{ targetPlan: { documentFacts: unknown; documents: { reference: string }[] } }>(query, {
            id: plan.id,
          })
        ).targetPlan;
      expect(await seen(sibling)).toEqual({ documentFacts: null, documents: [{ reference: issued.reference }] });
      expect((await seen(planner)).documents).toHaveLength(2);
    },
  );

  it('is made out by who drafts or approves at the issuer, and by nobody else', async () => {
    const { plan } = await createPlan(api, { year: 2029 });
    const codes = [];
    for (const caller of [planner, approver, sibling, clerk]) codes.push((await make(plan.id, caller)).code);
    expect(codes).toEqual([undefined, undefined, 'FORBIDDEN', 'FORBIDDEN']);
  });
});

describe('the words of decisions', () => {
  it('are those of the unit, else those for all, else ours; each version stays', async () => {
    const before = (await template('169')).data?.documentTemplate;
    expect(before).toMatchObject({ version: 0, origin: 'BUILT_IN', versions: [] });
    await save(words({ subject: 'Mẫu chung' }), { unit: null });
    expect((await template('169')).data?.documentTemplate).toMatchObject({
      version: 0,
      origin: 'ALL',
      words: { subject: 'Mẫu chung' },
    });
    expect((await template('19')).data?.documentTemplate.origin).toBe('BUILT_IN');
    await save(words({ subject: 'Lần một' }), { unit: '169', expectedVersion: 0 });
    await save(words({ subject: 'Lần hai' }), { unit: '169', expectedVersion: 1 });
    // The same words again are no new version.
    await save(words({ subject: 'Lần hai' }), { unit: '169', expectedVersion: 2 });
    expect((await template('169')).data?.documentTemplate).toMatchObject({
      version: 2,
      origin: 'UNIT',
      words: { subject: 'Lần hai' },
      versions: [{ version: 2 }, { version: 1 }],
    });
    const then = (version: number) =>
      api.gql<{ documentTemplate: { version: number; words: { subject: string } } }>(
        `{ documentTemplate(unit: "169", version: ${version}) { version words { subject } } }`,
      );
    expect((await then(1)).data?.documentTemplate).toEqual({ version: 2, words: { subject: 'Lần một' } });
    expect((await then(3)).code).toBe('NOT_FOUND');
    const { code, errors } = await save(words(), { unit: '169', expectedVersion: 1 });
    expect([code, errors[0]?.extensions?.['version']]).toEqual(['CONFLICT', 2]);
  });

  it('of two who save at once one is told', async () => {
    const both = await Promise.all(
      ['Một', 'Hai'].map((subject) => save(words({ subject }), { unit: '167', expectedVersion: 0 })),
    );
    expect(both.map(({ code }) => code ?? 'saved').sort()).toEqual(['CONFLICT', 'saved']);
  });

  it('are refused by the name of a place that nobody knows, where it stands', async () => {
    const { code, errors } = await save(words({ bases: ['Căn cứ {{year}};', 'Căn cứ {{nam}};'], subject: '  ' }));
    expect([code, errors[0]?.extensions?.['fields']]).toEqual([
      'BAD_USER_INPUT',
      [
        { path: 'template.subject', message: 'Phần này không được để trống.' },
        { path: 'template.bases.1', message: 'Không có chỗ điền nào tên là «nam».' },
      ],
    ]);
  });

  it('are refused where they are too much as a whole, or more lines than a head has room for', async () => {
    const articles = Array.from({ length: 16 }, () => 'x'.repeat(4_000));
    const { errors } = await save(words({ body: Array.from({ length: 13 }, () => 'Dòng'), articles }));
    expect(errors[0]?.extensions?.['fields']).toEqual([
      { path: 'template.body.12', message: 'Không được quá 12 mục.' },
      {
        path: 'template',
        message: expect.stringMatching(/^Toàn bộ mẫu không được dài quá 60.?000 ký tự\.$/) as string,
      },
    ]);
  });

  it('are written by who drafts at the unit, for all at the province, and not seen elsewhere', async () => {
    const outcomes = [];
    for (const caller of [planner, approver, sibling, clerk]) {
      outcomes.push((await save(words(), { unit: '165' }, caller)).code ?? 'saved');
      outcomes.push((await save(words(), { unit: null }, caller)).code ?? 'saved');
      outcomes.push((await template('165', caller)).code ?? 'read');
    }
    const refused = ['FORBIDDEN', 'FORBIDDEN'];
    expect(outcomes).toEqual([
      ...['saved', 'FORBIDDEN', 'read'],
      ...[...refused, 'read'],
      ...[...refused, 'FORBIDDEN'],
      ...[...refused, 'FORBIDDEN'],
    ]);
  });
});
