import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import type { Caller } from '../../../../test/caller.ts';
import { buildAccount } from '../../../../test/factories.ts';
import { createPlan, issuePlan, movePlanUpTo } from '../../../../test/plans.ts';

let api: Api;
let planner: Caller;
let approver: Caller;
let sibling: Caller;
let viewer: Caller;
const plans = { issued: '', other: '' };

beforeAll(async () => {
  api = await openApi();
  planner = api.as(await buildAccount(api, { role: 'PLANNER', unit: '165' }));
  approver = api.as(await buildAccount(api, { role: 'APPROVER', unit: '165' }));
  sibling = api.as(await buildAccount(api, { role: 'PLANNER', unit: '164' }));
  viewer = api.as(await buildAccount(api, { role: 'VIEWER', unit: '165' }));
  const decision = { number: '31/QĐ-UBND', issuedOn: '2022-03-01' };
  plans.issued = (await issuePlan(api, { year: 2022 }, [{ unit: '05506', percent: 55 }], decision)).id;
  plans.other = (await createPlan(api, { issuer: '164', year: 2022 })).plan.id;
});
afterAll(() => api.close());

const pdf = (): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(20)]);
const send = (plan: string, payload: Buffer, caller: Caller = planner) =>
  caller.raw({ method: 'POST', url: `/plans/${plan}/scan`, payload });
async function kept(payload = pdf(), caller: Caller = planner): Promise<string> {
  const answer = await send(plans.issued, payload, caller);
  expect(answer.statusCode).toBe(200);
  return answer.json<{ sha256: string }>().sha256;
}
interface Seen {
  scans: { sha256: string; name: string }[];
  decision: { id: string; version: number; files: { sha256: string; name: string }[] };
}
const SEEN = 'scans { sha256 name } decision { id version files { sha256 name } }';
const attach = (files: { sha256: string; name?: string }[], plan = plans.issued, caller: Caller = planner) =>
  caller.gql<{ attachScan: Seen }>(
    `mutation ($plan: ID!, $files: [ScanInput!]!) { attachScan(plan: $plan, files: $files) { ${SEEN} } }`,
    { plan, files },
  );
const seen = async (caller: Caller = api): Promise<Seen> =>
  (await caller.ask<{ targetPlan: Seen }>(`query ($id: ID!) { targetPlan(id: $id) { ${SEEN} } }`, { id: plans.issued }))
    .targetPlan;

describe('the scan of a decision', () => {
  it('is attached by who drafts or approves at the issuer, and read by whoever is signed in', async () => {
    const sha256 = await kept();
    const look = async (caller: Caller) => (await caller.raw({ method: 'GET', url: `/files/${sha256}` })).statusCode;
    expect(await look(sibling)).toBe(404);
    const { data } = await attach([{ sha256, name: 'QĐ 31 (đã ký).pdf' }], plans.issued, approver);
    expect(data?.attachScan.scans).toEqual([{ sha256, name: 'QĐ 31 (đã ký).pdf' }]);
    expect(data?.attachScan.decision.files).toEqual([{ sha256, name: 'QĐ 31 (đã ký).pdf' }]);
    expect([await look(sibling), await look(viewer)]).toEqual([200, 200]);
    expect((await attach([])).data?.attachScan.scans).toEqual([]);
    expect(await look(sibling)).toBe(404);
  });

  it('leaves other files of the decision alone, and stays a scan when its keepers save it', async () => {
    const own = (await api.raw({ method: 'POST', url: '/files', payload: pdf() })).json<{ sha256: string }>().sha256;
    const { decision } = await seen();
    const saveFiles = (files: { sha256: string; name: string }[]) =>
      api.ask('mutation ($input: DecisionHeaderInput!) { saveDecision(input: $input) { id } }', {
        input: { id: decision.id, number: '31/QĐ-UBND', issuedOn: '2022-03-01', issuer: '165', files },
      });
    await saveFiles([{ sha256: own, name: 'phụ lục.pdf' }]);
    const sha256 = await kept();
    await attach([{ sha256, name: 'quét.pdf' }]);
    await saveFiles((await seen()).decision.files);
    expect(await seen()).toMatchObject({
      scans: [{ sha256, name: 'quét.pdf' }],
      decision: { files: [{ sha256: own }, { sha256 }] },
    });
    // Its keepers' file is not theirs to take away, not even by naming it.
    await attach([{ sha256: own, name: 'của tôi.pdf' }]);
    expect(await seen()).toMatchObject({ scans: [], decision: { files: [{ sha256: own, name: 'phụ lục.pdf' }] } });
  });

  it('is the same decision where nothing changes, and its next version where something does', async () => {
    const sha256 = await kept();
    const before = (await seen()).decision.version;
    await attach([{ sha256, name: 'một.pdf' }]);
    await attach([{ sha256, name: 'một.pdf' }]);
    expect((await seen()).decision.version).toBe(before + 1);
  });

  it('is a PDF or a picture, known, and of few files', async () => {
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(8)]);
    expect((await send(plans.issued, png)).statusCode).toBe(200);
    const zip = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from('word/document.xml')]);
    expect((await send(plans.issued, zip)).statusCode).toBe(415);
    expect((await send(plans.issued, Buffer.from('<!doctype html>'))).statusCode).toBe(415);
    expect((await send(plans.issued, Buffer.alloc(0))).statusCode).toBe(400);
    const word = (await api.raw({ method: 'POST', url: '/files', payload: zip })).json<{ sha256: string }>().sha256;
    expect((await attach([{ sha256: word }])).code).toBe('BAD_USER_INPUT');
    const { errors } = await attach([{ sha256: 'a'.repeat(64) }]);
    expect(errors[0]?.extensions?.['fields']).toEqual([
      { path: 'files.0.sha256', message: 'Tệp này chưa được gửi lên.' },
    ]);
    const many = Array.from({ length: 11 }, (_, at) => ({ sha256: String(at).padStart(64, '0') }));
    expect((await attach(many)).code).toBe('BAD_USER_INPUT');
  });

  it('is refused at a plan that is not issued, elsewhere, for lookers-on, and from a form', async () => {
    expect((await send(plans.issued, pdf(), sibling)).statusCode).toBe(403);
    expect((await send(plans.issued, pdf(), viewer)).statusCode).toBe(403);
    expect((await attach([], plans.issued, sibling)).code).toBe('FORBIDDEN');
    expect((await send(plans.other, pdf(), sibling)).statusCode).toBe(409);
    expect((await attach([], plans.other, sibling)).code).toBe('CONFLICT');
    expect((await send('no-plan', pdf())).statusCode).toBe(404);
    const url = `/plans/${plans.issued}/scan`;
    expect((await api.server.inject({ method: 'POST', url, payload: pdf() })).statusCode).toBe(401);
    const { cookie = '' } = await api.headers();
    const form = { method: 'POST', url, payload: pdf(), headers: { cookie, 'content-type': 'text/plain' } } as const;
    expect((await api.server.inject(form)).statusCode).toBe(403);
  });

  it('opens no other door of the catalogue', async () => {
    const { decision } = await seen();
    const payload = pdf();
    const sha256 = await kept(payload);
    expect((await planner.raw({ method: 'POST', url: '/files', payload })).statusCode).toBe(403);
    expect((await planner.raw({ method: 'GET', url: `/files/${sha256}` })).statusCode).toBe(404);
    const input = { id: decision.id, number: '31/QĐ-UBND', issuedOn: '2022-03-01', files: [{ sha256, name: 'x.pdf' }] };
    const save = 'mutation ($input: DecisionHeaderInput!) { saveDecision(input: $input) { id } }';
    expect((await planner.gql(save, { input })).code).toBe('FORBIDDEN');
  });

  it('does not come to a decision of a higher unit that a plan cites', async () => {
    const decision = { number: '793/QĐ-UBND', issuedOn: '2023-01-10', issuer: '19' };
    const input = { ...decision, effectiveOn: '2023-01-10' };
    await api.ask('mutation ($input: DecisionHeaderInput!) { saveDecision(input: $input) { id } }', { input });
    const { plan } = await createPlan(api, { year: 2023, decision });
    await movePlanUpTo(api, plan.id, 'ISSUED', { reason: 'Theo quyết định của tỉnh.' });
    const sha256 = await kept();
    expect((await attach([{ sha256 }], plan.id)).code).toBe('FORBIDDEN');
    expect((await attach([{ sha256 }], plan.id, api)).data?.attachScan.scans).toHaveLength(1);
  });
});
