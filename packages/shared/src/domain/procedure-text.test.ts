import { describe, expect, it } from 'vitest';
import { changedFields, rewrite, textOn, type DatedText, type ProcedureText } from './procedure-text.ts';
import { merged, threeWay } from './three-way.ts';

const TEXT: ProcedureText = {
  name: 'Chứng thực bản sao',
  field: 'Chứng thực',
  tiers: ['COMMUNE'],
  authority: null,
  legalBases: ['Nghị định 23/2015/NĐ-CP'],
  processingDays: 1,
  fees: null,
  documents: [],
  links: [],
  conditions: null,
};
const dated = (from: string | null, to: string | null, name: string): DatedText => ({
  from,
  to,
  text: { ...TEXT, name },
});

describe('where a new text goes', () => {
  const texts = [dated(null, '2022-06-30', 'A'), dated('2022-07-01', null, 'B')];

  it('is everywhere where there is none', () => {
    expect(rewrite([], TEXT, { from: '2022-01-01', on: '2022-05-01' })).toEqual({
      superseded: null,
      recorded: [{ from: null, to: null, isNew: true }],
    });
  });

  it('is the place of the text of the day, and leaves what is to come', () => {
    expect(rewrite(texts, TEXT, { from: null, on: '2022-05-01' })).toEqual({
      superseded: texts[0],
      recorded: [{ from: null, to: '2022-06-30', isNew: true }],
    });
  });

  it('is from its day on: what held until then ends the day before', () => {
    expect(rewrite(texts, TEXT, { from: '2022-05-01', on: '2022-01-01' })).toEqual({
      superseded: texts[0],
      recorded: [
        { from: null, to: '2022-04-30', isNew: false },
        { from: '2022-05-01', to: '2022-06-30', isNew: true },
      ],
    });
    expect(rewrite(texts, TEXT, { from: '2022-07-01', on: '2022-01-01' })?.recorded).toEqual([
      { from: '2022-07-01', to: null, isNew: true },
    ]);
  });

  it('is nowhere where it says what is there', () => {
    expect(rewrite(texts, { ...TEXT, name: 'B' }, { from: '2023-01-01', on: '2022-01-01' })).toBeNull();
  });

  it('leaves one text for every day', () => {
    expect(['2021-01-01', '2022-06-30', '2022-07-01'].map((day) => textOn(texts, day)?.text.name)).toEqual([
      'A',
      'A',
      'B',
    ]);
  });
});

it('tells the fields in which two texts differ', () => {
  expect(changedFields(TEXT, { ...TEXT, fees: '2.000 đồng/trang', legalBases: [] })).toEqual(['legalBases', 'fees']);
  expect(changedFields(TEXT, { ...TEXT })).toEqual([]);
  expect(changedFields(null, TEXT)).toContain('name');
});

describe('two who began from the same text', () => {
  const fields = ['name', 'field', 'fees'] as const;
  const rows = {
    ancestor: { name: 'A', field: 'F', fees: null as string | null },
    current: { name: 'A', field: 'G', fees: '1' },
    own: { name: 'B', field: 'F', fees: '1' },
  };

  it('are told who touched what', () => {
    expect(threeWay(fields, rows).map(({ field, touchedBy }) => `${field} ${touchedBy}`)).toEqual([
      'name OWN',
      'field CURRENT',
      'fees SAME',
    ]);
    expect(threeWay(fields, { ...rows, own: { ...rows.own, field: 'H' } })[1]?.touchedBy).toBe('BOTH');
  });

  it('need nobody to choose where each touched other fields', () => {
    expect(merged(fields, rows)).toEqual({ name: 'B', field: 'G', fees: '1' });
    expect(merged(fields, { ...rows, own: { ...rows.own, field: 'H' } })).toBeNull();
  });
});
