import { describe, expect, it } from 'vitest';
import type { Cell, CellKind } from './cell.ts';
import { checkRow, type FieldCells } from './check-row.ts';
import type { ImportField } from './fields.ts';

const cell = (text: string, kind: CellKind = 'TEXT', more: Partial<Cell> = {}): Cell => ({ text, kind, ...more });
const GOOD: FieldCells = { CODE: cell('2.000815'), NAME: cell('Chứng thực bản sao') };

/** The problems of a good row in which some cells are others, as `code@field=suggestion`. */
function told(cells: FieldCells): string[] {
  return checkRow({ ...GOOD, ...cells }).problems.map(
    ({ code, field, suggestion }) => `${code}@${field ?? ''}${suggestion === undefined ? '' : `=${suggestion}`}`,
  );
}

describe('one row of an import', () => {
  it('gives what its cells tell, and nothing of columns that are not there', () => {
    const { procedure, problems } = checkRow({
      CODE: cell(' 2.000815 '),
      NAME: cell('Chứng  thực\nbản sao'),
      TIERS: cell('Cấp Quận/huyện, Cấp Xã/phường'),
      IN_FORCE_FROM: cell('01/07/2022'),
    });
    expect(problems).toEqual([]);
    expect(procedure).toEqual({
      code: '2.000815',
      name: 'Chứng thực bản sao',
      tiers: ['DISTRICT', 'COMMUNE'],
      droppedTiers: [],
      inForceFrom: '2022-07-01',
    });
  });

  it('gives who decides, in how many working days, by which texts, for which fees and on which conditions', () => {
    const { procedure, problems } = checkRow({
      ...GOOD,
      AUTHORITY: cell(' UBND  cấp xã '),
      PROCESSING_DAYS: cell('0,5 ngày làm việc'),
      LEGAL_BASES: cell('- Luật Hộ tịch\n- Nghị định 123/2015/NĐ-CP; Luật Hộ tịch'),
      FEES: cell('2.000 đồng/trang\n\n từ trang thứ 3:  1.000 đồng '),
      CONDITIONS: cell(''),
    });
    expect(problems).toEqual([]);
    expect(procedure).toMatchObject({
      authority: 'UBND cấp xã',
      processingDays: 0.5,
      legalBases: ['Luật Hộ tịch', 'Nghị định 123/2015/NĐ-CP'],
      fees: '2.000 đồng/trang\n\ntừ trang thứ 3: 1.000 đồng',
      conditions: null,
    });
  });

  it('takes an empty cell for "there is none", and an absent one for nothing told', () => {
    expect(checkRow({ ...GOOD, FIELD: cell(''), IN_FORCE_TO: cell('', 'ABSENT') }).procedure).toEqual({
      code: '2.000815',
      name: 'Chứng thực bản sao',
      droppedTiers: [],
      field: null,
    });
  });

  it.each<[string, FieldCells, string[]]>([
    ['no code', { CODE: cell('') }, ['MISSING@CODE']],
    ['no name', { NAME: cell(' ') }, ['MISSING@NAME']],
    ['a code with another first digit', { CODE: cell('7.000815') }, ['BAD_CODE@CODE']],
    ['a code with a comma', { CODE: cell('2,000815') }, ['BAD_CODE@CODE=2.000815']],
    ['a code without its point', { CODE: cell('2000815', 'NUMBER') }, ['BAD_CODE@CODE=2.000815']],
    ['a code with letters for digits', { CODE: cell('2.OOO8l5') }, ['BAD_CODE@CODE=2.000815']],
    ['a code among words', { CODE: cell('TTHC 2.000815') }, ['BAD_CODE@CODE=2.000815']],
    ['a name of 2,001 characters', { NAME: cell('a'.repeat(2_001)) }, ['TOO_LONG@NAME']],
    [
      'days that may be no working days',
      { PROCESSING_DAYS: cell('30 ngày') },
      ['BAD_DAYS@PROCESSING_DAYS=30 ngày làm việc'],
    ],
    ['hours', { PROCESSING_DAYS: cell('4 giờ') }, ['BAD_DAYS@PROCESSING_DAYS']],
    [
      '1/2 that a spreadsheet took for a day',
      { PROCESSING_DAYS: cell('2026-02-01', 'DATE') },
      ['BAD_DAYS@PROCESSING_DAYS'],
    ],
    [
      'too many legal bases',
      { LEGAL_BASES: cell(Array.from({ length: 201 }, (_, n) => `Luật ${n}`).join(';')) },
      ['TOO_MANY@LEGAL_BASES'],
    ],
    ['a legal basis of 2,001 characters', { LEGAL_BASES: cell('a'.repeat(2_001)) }, ['TOO_LONG@LEGAL_BASES']],
    ['fees of 10,001 characters', { FEES: cell('a'.repeat(10_001)) }, ['TOO_LONG@FEES']],
    ['a tier that is none', { TIERS: cell('Cấp thôn') }, ['UNKNOWN_TIER@TIERS']],
    ['a day that does not exist', { IN_FORCE_FROM: cell('30/02/2022') }, ['NO_SUCH_DAY@IN_FORCE_FROM']],
    ['a day with the month first', { IN_FORCE_FROM: cell('12/31/2022') }, ['NO_SUCH_DAY@IN_FORCE_FROM']],
    ['something else than a day', { IN_FORCE_TO: cell('chưa rõ') }, ['BAD_DAY@IN_FORCE_TO']],
    [
      'an end before the beginning',
      { IN_FORCE_FROM: cell('02/01/2022'), IN_FORCE_TO: cell('01/01/2022') },
      ['ENDS_BEFORE_START@IN_FORCE_TO'],
    ],
    ['a formula that failed', { NAME: cell('#N/A', 'ERROR', { isFormula: true }) }, ['ERROR_CELL@NAME']],
    ['what was not kept', { FIELD: cell('', 'HIDDEN') }, ['HIDDEN@FIELD']],
    ['a character that cannot be stored', { NAME: cell('a\0b') }, ['BAD_CHARACTER@NAME']],
  ])('is kept out by %s', (_what, cells, problems) => {
    expect(told(cells)).toEqual(problems);
    expect(checkRow({ ...GOOD, ...cells }).procedure).toBeNull();
  });

  it('tells all of its problems at once', () => {
    expect(told({ CODE: cell('x'), NAME: cell(''), TIERS: cell('?'), IN_FORCE_FROM: cell('?') })).toEqual([
      'BAD_CODE@CODE',
      'MISSING@NAME',
      'UNKNOWN_TIER@TIERS',
      'BAD_DAY@IN_FORCE_FROM',
    ]);
  });

  it.each<[string, FieldCells, string[], ImportField | 'droppedTiers', unknown]>([
    ['a code that a spreadsheet took for a number', { CODE: cell('2.000815', 'NUMBER') }, [], 'CODE', '2.000815'],
    [
      'the zeros that a number has lost',
      { CODE: cell('1.00001', 'NUMBER') },
      ['CODE_FROM_NUMBER@CODE'],
      'CODE',
      '1.000010',
    ],
    ['a suffix', { CODE: cell('2.000815.000.00.00.H55') }, ['SUFFIX@CODE'], 'CODE', '2.000815'],
    ['a code that looks internal', { CODE: cell('5.000815') }, ['INTERNAL_CODE@CODE'], 'CODE', '5.000815'],
    ['a formula', { NAME: cell('Tên', 'TEXT', { isFormula: true }) }, ['FORMULA@NAME'], 'NAME', 'Tên'],
    ['a merged cell', { FIELD: cell('Hộ tịch', 'TEXT', { isMerged: true }) }, ['MERGED@FIELD'], 'FIELD', 'Hộ tịch'],
    [
      'the number of a day',
      { IN_FORCE_FROM: cell('44743', 'NUMBER') },
      ['DAY_FROM_NUMBER@IN_FORCE_FROM'],
      'IN_FORCE_FROM',
      '2022-07-01',
    ],
    [
      'a day as a spreadsheet holds it',
      { IN_FORCE_FROM: cell('2022-07-01T00:00:00', 'DATE') },
      [],
      'IN_FORCE_FROM',
      '2022-07-01',
    ],
    [
      'a day in digits whose zero was lost',
      { IN_FORCE_FROM: cell('1072022', 'NUMBER') },
      [],
      'IN_FORCE_FROM',
      '2022-07-01',
    ],
    ['a tier of the ministry', { TIERS: cell('MINISTRY|COMMUNE') }, ['MINISTRY@TIERS'], 'TIERS', ['COMMUNE']],
    ['no tier', { TIERS: cell('') }, ['NO_TIER@TIERS'], 'TIERS', []],
    [
      'a service with offices of its own',
      { FIELD: cell('Hải quan'), TIERS: cell('COMMUNE') },
      ['LOCAL_OFFICE@TIERS'],
      'TIERS',
      ['COMMUNE'],
    ],
    ['a long name', { NAME: cell('a'.repeat(1_094)) }, ['LONG_NAME@NAME'], 'NAME', 'a'.repeat(1_094)],
  ])('is taken in with %s, which is noted', (_what, cells, problems, field, value) => {
    expect(told(cells)).toEqual(problems);
    const { procedure } = checkRow({ ...GOOD, ...cells });
    const says: Record<string, unknown> = {
      CODE: procedure?.code,
      NAME: procedure?.name,
      FIELD: procedure?.field,
      TIERS: procedure?.tiers,
      IN_FORCE_FROM: procedure?.inForceFrom,
    };
    expect(says[field]).toEqual(value);
  });
});
