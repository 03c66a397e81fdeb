import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { CatalogueHand, CODE } from '../../../test/catalogue-hand.ts';

let api: Api;
const hand = new CatalogueHand(() => api);
beforeAll(async () => {
  api = await openApi({ now: new Date('2022-06-15T05:00:00Z') });
});
afterAll(() => api.close());

it('a procedure of which decisions left no day in force stays out of force when its text is saved', async () => {
  await hand.save({ inForceFrom: '2022-03-01' });
  const change = 'mutation ($input: ForceChangesInput!) { changeForce(input: $input) { code } }';
  const decision = { number: '9/QĐ-UBND', issuedOn: '2022-01-15', effectiveOn: '2022-03-01' };
  await api.ask(change, { input: { decision, changes: [{ action: 'REPEALED', procedure: CODE }] } });
  const read = `{ procedure(code: "${CODE}") { name isInForce inForceFrom inForceTo periods { from to } } }`;
  const before = await api.ask<{ procedure: object }>(read);
  expect(before.procedure).toMatchObject({ isInForce: false, inForceFrom: null, inForceTo: null, periods: [] });

  await hand.save({ name: 'Tên mới' });
  const after = await api.ask<{ procedure: object }>(read);
  expect(after.procedure).toEqual({ ...before.procedure, name: 'Tên mới' });
});
