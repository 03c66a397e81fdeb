import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownKey, readDossierKey, readOwnKey } from './dossier-key.ts';
import { sameDossiers, type Likeness } from './same-dossier.ts';
import { theOneThatStands, whichStands, type Word } from './which-stands.ts';

const at = (minute: number) => new Date(Date.UTC(2022, 2, 1, 1, minute));

describe('which of two words about one dossier stands', () => {
  it.each([
    ['the better rank, though it is older', { rank: 1, at: at(0) }, { rank: 50, at: at(9) }, 'FIRST'],
    ['the better rank, whichever comes first', { rank: 50, at: at(9) }, { rank: 1, at: at(0) }, 'SECOND'],
    ['of the same rank the later', { rank: 50, at: at(0) }, { rank: 50, at: at(1) }, 'SECOND'],
    ['a person’s word over an older one of any source', { rank: 1, at: at(0) }, { rank: null, at: at(1) }, 'SECOND'],
    ['a source’s word over an older one of a person', { rank: null, at: at(0) }, { rank: 90, at: at(1) }, 'SECOND'],
    ['the first of two at once', { rank: null, at: at(0) }, { rank: null, at: at(0) }, 'FIRST'],
  ] as const)('is %s', (_, first, second, expected) => {
    expect(whichStands(first, second)).toBe(expected);
  });

  it('is one of them, and none of none', () => {
    const word = fc.record<Word>({ rank: fc.option(fc.nat({ max: 3 })), at: fc.nat({ max: 5 }).map(at) });
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const found = theOneThatStands(words);
        expect(found === null ? words : words.includes(found)).toEqual(found === null ? [] : true);
      }),
    );
  });
});

describe('dossiers that may be one', () => {
  const one: Likeness = { codeKey: 'H55.16-220301-0007', unitId: 1, procedureId: 1, receivedAt: at(0) };
  const told = (changes: Partial<Likeness>) =>
    sameDossiers(one, [{ ...one, ...changes }]).map(({ grounds }) => grounds.join(' '))[0] ?? 'no';

  it.each([
    [{ codeKey: 'H55.16.03-220301-0007' }, 'SAME_SERIAL UNIT_BELOW SAME_TIME SAME_PROCEDURE SAME_UNIT'],
    [{ codeKey: 'H55.900.16-220301-00007', receivedAt: at(10) }, 'SAME_SERIAL NEAR_TIME SAME_PROCEDURE SAME_UNIT'],
    [{ codeKey: 'H55.16-220301-0008' }, 'SAME_TIME SAME_PROCEDURE SAME_UNIT'],
    [{ codeKey: 'H55.16-220301-0008', receivedAt: at(1) }, 'no'],
    [{ codeKey: 'H55.16-220301-0007#12' }, 'no'],
    [{ codeKey: 'H55.16.03-220301-0007', unitId: 2 }, 'no'],
    [{ codeKey: 'H55.16.03-220301-0007', procedureId: 2 }, 'no'],
    [{}, 'no'],
  ])('%j: %s', (changes, expected) => expect(told(changes)).toBe(expected));

  it('come with the likeliest first', () => {
    const codes = ['H55.16-220301-0008', 'H55.16.03-220301-0007', 'H55.9-220301-0007'];
    const others = codes.map((codeKey) => ({ ...one, codeKey }));
    expect(sameDossiers(one, others).map(({ dossier }) => dossier.codeKey)).toEqual([
      'H55.16.03-220301-0007',
      'H55.9-220301-0007',
      'H55.16-220301-0008',
    ]);
  });
});

describe('what a dossier of one source is called', () => {
  it('is read back, and is no code', () => {
    const key = ownKey('H55.16-220301-0007', 12);
    expect(readOwnKey(key)).toEqual({ codeKey: 'H55.16-220301-0007', sourceId: 12 });
    expect(readDossierKey('000.00.16.H55-20220301-0007#12')).toBe(key);
    expect(readDossierKey('000.00.16.H55-20220301-0007')).toBe('H55.16-220301-0007');
    expect([readDossierKey('H55'), readDossierKey('#1'), readOwnKey('H55.16-220301-0007')]).toEqual([null, null, null]);
  });
});
