import { describe, expect, it } from 'vitest';
import { chosenValues, clashingFields, type ProcedureValues } from './procedureClash.ts';

const before: ProcedureValues = {
  name: 'Chứng thực bản sao',
  field: 'Chứng thực',
  tiers: ['DISTRICT', 'COMMUNE'],
  inForceFrom: '2020-01-01',
  inForceTo: null,
};
const withChange = (change: Partial<ProcedureValues>): ProcedureValues => ({ ...before, ...change });

describe('two edits of one procedure', () => {
  it('keep both changes where they are about different fields', () => {
    const [stored, mine] = [withChange({ name: 'Chứng thực chữ ký' }), withChange({ field: 'Tư pháp' })];
    const choices = clashingFields(before, stored, mine);
    expect(choices).toEqual({ name: 'stored', field: 'mine' });
    expect(chosenValues(stored, mine, choices)).toEqual({ ...before, name: 'Chứng thực chữ ký', field: 'Tư pháp' });
  });

  it('suggest mine where both changed the same field, and take what is chosen instead', () => {
    const [stored, mine] = [withChange({ tiers: ['COMMUNE'] }), withChange({ tiers: ['PROVINCE'] })];
    expect(clashingFields(before, stored, mine)).toEqual({ tiers: 'mine' });
    expect(chosenValues(stored, mine, { tiers: 'stored' })).toEqual(stored);
    expect(chosenValues(stored, mine, { tiers: 'mine' })).toEqual(mine);
  });

  it('have nothing to choose where both wrote the same', () => {
    const [stored, mine] = [withChange({ inForceTo: '2022-12-31' }), withChange({ inForceTo: '2022-12-31' })];
    expect(clashingFields(before, stored, mine)).toEqual({});
  });

  it('keep what is stored where somebody enters a procedure that is there already', () => {
    const mine = withChange({ name: 'Tên khác', inForceFrom: null });
    expect(clashingFields(null, before, mine)).toEqual({ name: 'stored', inForceFrom: 'stored' });
  });
});
