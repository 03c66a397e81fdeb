import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from './edit-distance.ts';
import { suggestProcedures } from './suggest-procedures.ts';
import { suggestUnits, type KnownUnit, type UnknownUnit } from './suggest-units.ts';
import { suggestValue } from './suggest-value.ts';

const unit = (unitId: number, name: string, facts: Partial<KnownUnit> = {}): KnownUnit => ({
  unitId,
  code: String(5_500 + unitId).padStart(5, '0'),
  names: [name, `Xã ${name}`],
  parentId: 1,
  organisations: [],
  ...facts,
});
const unknown = (facts: Partial<UnknownUnit> = {}): UnknownUnit => ({
  organisation: 'H55.164.9',
  names: [],
  others: new Map(),
  ...facts,
});

describe('the distance of two texts', () => {
  it('counts letters put in, taken out, replaced and exchanged with their neighbour', () => {
    expect(editDistance('tan cuong', 'tan cuong')).toBe(0);
    expect(editDistance('tan cuong', 'tan cung')).toBe(1);
    expect(editDistance('2.000815', '2.000851')).toBe(1);
    expect(editDistance('abc', 'xyz')).toBe(3);
    expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3);
  });

  it('is the same both ways, and none only where they are the same', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('units that may be meant', () => {
  it('bear the name that the rows say, whatever office they say it of, marks or not', () => {
    const known = [unit(3, 'Tân Cương'), unit(4, 'Phúc Trìu')];
    const [first, ...others] = suggestUnits(unknown({ names: ['UBND xã Tan Cuong'] }), known);
    expect(first).toMatchObject({ unitId: 3, grounds: [{ kind: 'NAME', said: 'UBND xã Tan Cuong' }] });
    expect(others).toEqual([]);
  });

  it('bear it with something in brackets behind it', () => {
    const [first] = suggestUnits(unknown({ names: ['UBND xa Tan Cuong (moi)'] }), [unit(3, 'Tân Cương')]);
    expect(first).toMatchObject({ unitId: 3, grounds: [{ kind: 'NAME' }] });
  });

  it('bear one that is a few letters away', () => {
    const [first] = suggestUnits(unknown({ names: ['Xã Tân Cuơngg'] }), [unit(3, 'Tân Cương'), unit(4, 'Phúc Trìu')]);
    expect(first).toMatchObject({ unitId: 3, grounds: [{ kind: 'CLOSE_NAME', letters: 1 }] });
  });

  it('lie below the unit to which neighbouring identifiers belong, and have none themselves', () => {
    const known = [
      unit(3, 'Tân Cương', { organisations: ['H55.164.3'] }),
      unit(4, 'Phúc Trìu'),
      unit(5, 'Hòa Bình', { parentId: 2 }),
    ];
    const found = suggestUnits(unknown({ organisation: 'H55.164.91' }), known);
    expect(found.map(({ unitId }) => unitId)).toEqual([4]);
    expect(found[0]?.grounds).toEqual([{ kind: 'NEIGHBOUR', organisation: 'H55.164.3', neighbours: 1 }]);
  });

  it('are where most other rows of the same senders went', () => {
    const known = [unit(3, 'Tân Cương'), unit(4, 'Phúc Trìu')];
    const found = suggestUnits(
      unknown({
        others: new Map([
          [4, 90],
          [3, 10],
        ]),
      }),
      known,
    );
    expect(found).toMatchObject([{ unitId: 4, grounds: [{ kind: 'SENDER', share: 90 }] }]);
  });

  it('are at most three, the likeliest first, the same in whatever order units are known', () => {
    const known = Array.from({ length: 8 }, (_, at) => unit(at, 'Tân Cương'));
    const asked = unknown({ names: ['Tân Cương'] });
    fc.assert(
      fc.property(fc.shuffledSubarray(known, { minLength: 8 }), (order) => {
        expect(suggestUnits(asked, order)).toEqual(suggestUnits(asked, known));
      }),
    );
    expect(suggestUnits(asked, known).map(({ unitId }) => unitId)).toEqual([0, 1, 2]);
  });

  it('are none where nothing speaks for any', () => {
    expect(suggestUnits(unknown({ names: ['Sở Y tế'] }), [unit(3, 'Tân Cương')])).toEqual([]);
  });
});

describe('procedures that may be meant', () => {
  it('are a slip away: another first digit, two exchanged, others; those in force first', () => {
    const known = ['1.000815', '2.000851', '2.000816', '2.999999', '2.000185'].map((code) => ({ code, inForce: true }));
    expect(suggestProcedures('2.000815', known, 9).map(({ code, grounds }) => [code, grounds[0]?.kind])).toEqual([
      ['1.000815', 'OTHER_GROUP'],
      ['2.000185', 'EXCHANGED'],
      ['2.000851', 'EXCHANGED'],
      ['2.000816', 'DIGITS'],
    ]);
    const repealed = [
      { code: '2.000816', inForce: false },
      { code: '2.000817', inForce: true },
    ];
    expect(suggestProcedures('2.000815', repealed).map(({ code }) => code)).toEqual(['2.000817', '2.000816']);
  });
});

describe('values that may be meant', () => {
  it('are the same number without zeros, blanks and decimals, where that is allowed', () => {
    expect(suggestValue('KenhThucHien', '02')).toEqual({ value: '2', ground: 'PADDED' });
    expect(suggestValue('TrangThaiHoSo', '10,0')).toEqual({ value: '10', ground: 'PADDED' });
    expect(suggestValue('KenhThucHien', 'TRUCTUYEN')).toEqual({ value: '2', ground: 'WORD' });
    for (const text of ['4', '0', '2', 'x', '']) expect(suggestValue('KenhThucHien', text)).toBeNull();
    expect(suggestValue('MaTTHC', '02')).toBeNull();
  });
});
