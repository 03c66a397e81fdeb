import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDossierCode } from './dossier-code.ts';

describe("a dossier's code", () => {
  it.each([
    ['000.00.16.H55-220831-0001', 'H55.16', 'H55.16-220831-0001'],
    ['H55.16-220831-0001', 'H55.16', 'H55.16-220831-0001'],
    ['H55.16-20220831-0001', 'H55.16', 'H55.16-220831-0001'],
    ['h55.16-220831-0001', 'H55.16', 'H55.16-220831-0001'],
    ['  000.00.16.H55-220831-0001\n', 'H55.16', 'H55.16-220831-0001'],
    ['H57.132-260804-0583', 'H57.132', 'H57.132-260804-0583'],
    ['000.03.900.H55-220831-1234567', 'H55.900.03', 'H55.900.03-220831-1234567'],
    ['000.00.00.H55-240229-0001', 'H55', 'H55-240229-0001'],
    ['H55.16-19991231-0001', 'H55.16', 'H55.16-19991231-0001'],
  ])('%s names the organisation %s and is compared as %s', (text, organisation, key) => {
    expect(readDossierCode(text)).toEqual({ organisation, key });
  });

  it.each([
    '',
    'abc',
    '--',
    '-220831-0001',
    'H55.16-0001',
    'H55.16-220831',
    'H55.16-220831-',
    'H55.16-220831-001',
    'H55.16-220831-12345678',
    'H55.16-220831-00O1',
    'H55.16-2208311-0001',
    'H55.16-2208-0001',
    'H55.16-221301-0001',
    'H55.16-220230-0001',
    'H55.16-220229-0001',
    'H55.16-20220230-0001',
    'H55.16-220831-0001-2',
    'H55.1234567-220831-0001',
    '05503-220831-0001',
    'H55.16 220831 0001',
    'H55.16–220831–0001',
    `${'9'.repeat(9000)}-220831-0001`,
  ])('is malformed as «%s»', (text) => expect(readDossierCode(text)).toBeNull());

  it('is one key in every way of writing it, and another for another serial', () => {
    const unit = fc.integer({ min: 1, max: 999 });
    const serial = fc.integer({ min: 1000, max: 9_999_999 });
    fc.assert(
      fc.property(unit, unit, serial, (department, below, number) => {
        const older = readDossierCode(`000.${below}.${department}.H55-220831-${number}`);
        const newer = readDossierCode(`H55.${department}.${below}-20220831-${number}`);
        expect(older).toEqual(newer);
        expect(newer?.key).toBe(`H55.${department}.${below}-220831-${number}`);
      }),
    );
  });

  it('keeps the zeros of a serial: 0001 and 00001 are two dossiers', () => {
    expect(readDossierCode('H55.16-220831-0001')?.key).not.toBe(readDossierCode('H55.16-220831-00001')?.key);
  });
});
