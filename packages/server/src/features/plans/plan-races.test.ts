import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import type { Caller } from '../../../test/caller.ts';
import { buildAccount } from '../../../test/factories.ts';
import { createPlan, issuePlan, movePlan, movePlanUpTo, setTargets } from '../../../test/plans.ts';
import {
  addComment,
  answerProposal,
  consultationsOf,
  openConsultation,
  propose,
  withdrawProposal,
} from '../../../test/talk.ts';

const [CITY, UNIT, FOREIGN] = ['165', '05506', '05854'] as const;
const REASON = { reason: 'Theo quyết định.' };
let api: Api;
let clerk: Caller;
let year = 2030;

beforeAll(async () => {
  api = await openApi();
  clerk = api.as(await buildAccount(api, { role: 'CLERK', unit: UNIT }));
});
afterAll(() => api.close());
beforeEach(() => {
  year += 1;
  at(`${year}-03-10`);
});

const at = (day: string): void => void (api.app.now = () => new Date(`${day}T05:00:00Z`));
const outcomes = (answers: { code: string | undefined }[]) => answers.map(({ code }) => code ?? 'done').sort();
const draft = async () => {
  const { plan } = await createPlan(api, { issuer: CITY, year });
  return (await setTargets(api, plan.id, [{ unit: UNIT, percent: 55 }])).plan;
};

describe('of several who are at it at the same moment', () => {
  it('one issues a plan, and the others are told', async () => {
    const { id } = await draft();
    for (const to of ['SUBMITTED', 'APPROVED']) await movePlan(api, id, to);
    const decisions = ['1/QĐ', '2/QĐ', '3/QĐ'].map((number) => ({
      number: `${number}-${year}`,
      issuedOn: `${year}-02-01`,
    }));
    const answers = await Promise.all(
      decisions.map((decision) => movePlan(api, id, 'ISSUED', { ...REASON, decision })),
    );
    expect(outcomes(answers)).toEqual(['CONFLICT', 'CONFLICT', 'done']);
    const { rowCount } = await api.db.query('select from decision where number like $1', [`%-${year}`]);
    expect(rowCount).toBe(1);
  });

  it('one begins to amend a plan, and one of issuing and sending back the amending one comes through', async () => {
    const issued = await issuePlan(api, { issuer: CITY, year }, [{ unit: UNIT, percent: 55 }]);
    const begun = await Promise.all([1, 2, 3].map(() => createPlan(api, { issuer: CITY, year, amends: issued.id })));
    expect(outcomes(begun)).toEqual(['CONFLICT', 'CONFLICT', 'done']);
    const id = begun.find(({ code }) => code === undefined)?.plan.id ?? '';
    for (const to of ['SUBMITTED', 'APPROVED']) await movePlan(api, id, to);
    const both = await Promise.all([movePlan(api, id, 'ISSUED', REASON), movePlan(api, id, 'DRAFT', REASON)]);
    expect(outcomes(both)).toEqual(['CONFLICT', 'done']);
    const { rows } = await api.db.query<{ state: string }>('select state from target_plan where id = any ($1)', [
      [issued.id, id],
    ]);
    expect([
      ['ISSUED', 'SUPERSEDED'],
      ['DRAFT', 'ISSUED'],
    ]).toContainEqual(rows.map(({ state }) => state).sort());
  });

  it('a proposal is either accepted or withdrawn, and the target says which', async () => {
    const plan = await draft();
    await openConsultation(api, plan.id, `${year}-03-20`);
    const { id } = (await propose(clerk, plan.id, UNIT, 45)).value;
    const accept = () => answerProposal(api, id, 'ACCEPT', { expectedVersion: plan.version });
    const answers = await Promise.all([accept(), withdrawProposal(clerk, id), accept()]);
    expect(outcomes(answers)).toEqual(['CONFLICT', 'CONFLICT', 'done']);
    const [asked] = (await consultationsOf(clerk)).filter((one) => one.plan === plan.id);
    const state = asked?.counterProposals[0]?.state;
    expect(asked?.percent).toBe(state === 'ACCEPTED' ? 45 : 55);
    expect(['ACCEPTED', 'WITHDRAWN']).toContain(state);
  });
});

describe('what is said', () => {
  it('after the last day of a consultation, or of a unit of somebody else, is refused, and nothing is read', async () => {
    const plan = await draft();
    await openConsultation(api, plan.id, `${year}-03-20`);
    expect((await addComment(clerk, plan.id, 'Được.', { unit: UNIT })).code).toBeUndefined();
    for (const unit of ['05509', FOREIGN, undefined])
      expect((await addComment(clerk, plan.id, 'Không được.', unit ? { unit } : {})).code).not.toBeUndefined();
    at(`${year}-03-21`);
    expect((await addComment(clerk, plan.id, 'Muộn.', { unit: UNIT })).code).toBe('FORBIDDEN');
    expect((await propose(clerk, plan.id, UNIT, 40)).code).toBe('FORBIDDEN');
    expect((await consultationsOf(clerk)).filter((one) => one.plan === plan.id)).toEqual([]);
  });

  it.each([
    ['more than there is room for', 'ý'.repeat(100_000)],
    ['nothing that one sees', ' \u200b\u00a0\t\u2060 '],
  ])('is told where it is %s', async (_what, body) => {
    const plan = await draft();
    expect((await addComment(api, plan.id, body)).code).toBe('BAD_USER_INPUT');
    const issued = await movePlanUpTo(api, plan.id, 'SUBMITTED');
    expect((await movePlan(api, issued.id, 'DRAFT', { reason: body })).code).toBe('BAD_USER_INPUT');
  });

  it('is refused where it has half of a character or one that no text has', async () => {
    const plan = await draft();
    for (const body of ['a\u0000b', 'a\ud800'])
      expect((await addComment(api, plan.id, body)).code).toBe('BAD_USER_INPUT');
  });
});
