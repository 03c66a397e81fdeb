import { describe, expect, it } from 'vitest';
import { fraction, tenThousandths } from './fraction.ts';
import { gainsOf } from './gains.ts';
import { componentsOf, differsFrom, faultsOf, type IndexSetFacts } from './index-set.ts';
import { scoreOf } from './score.ts';

/** The group of online services of the national evaluation set (766/QĐ-TTg): 12 points. */
const SET: IndexSetFacts = {
  name: 'Nhóm chỉ số dịch vụ công trực tuyến',
  source: '766/QĐ-TTg',
  inputs: [
    { name: 'A', label: 'Dịch vụ toàn trình', kind: 'RATE', indicator: 'SERVICES_FULL_ONLINE' },
    { name: 'B', label: 'Dịch vụ có hồ sơ trực tuyến', kind: 'RATE', indicator: 'SERVICES_WITH_ONLINE' },
    { name: 'C', label: 'Hồ sơ tiếp nhận trực tuyến', kind: 'RATE', indicator: 'RECEPTION_ONLINE' },
  ],
  components: [
    { code: '1', name: 'Cung cấp', maximum: '2', expression: 'min(2; 2×A/0,8)', evidence: null },
    { code: '2', name: 'Phát sinh', maximum: '4', expression: '4×B', evidence: null },
    { code: '3', name: 'Tiếp nhận', maximum: '6', expression: 'min(6; 6×C/0,5)', evidence: null },
  ],
};
const INDICATORS = ['SERVICES_FULL_ONLINE', 'SERVICES_WITH_ONLINE', 'RECEPTION_ONLINE'];
const faults = (changes: Partial<IndexSetFacts>): string[] =>
  faultsOf({ ...SET, ...changes }, INDICATORS).map(({ path, problem, found }) => `${path} ${problem} ${found}`.trim());

describe('a set', () => {
  it('that is written well has no faults, and is scored as by hand', () => {
    expect(faultsOf(SET, INDICATORS)).toEqual([]);
    const inputs = new Map([
      ['A', fraction(4, 10)],
      ['B', fraction(1, 2)],
      ['C', fraction(1, 4)],
    ]);
    expect(tenThousandths(scoreOf(componentsOf(SET), inputs).sum)).toBe(60_000);
  });

  it('may not divide by what is nought whatever the inputs are', () => {
    const formula = (expression: string): string[] =>
      faults({ components: [{ code: '1', name: 'Một', maximum: '2', expression, evidence: null }] });
    for (const text of ['A/0', 'A/(2-2)', 'min(2; A/(B-B))', '1/(A×0)', 'A+B÷(C−C+0,0)'])
      expect(formula(text)).toEqual(['components.0.expression DIVIDED_BY_NOUGHT']);
    for (const text of ['0/A', 'A/(A+B)', 'A/(1-B)', 'A/(A-B)']) expect(formula(text)).toEqual([]);
  });

  it('says which version of the same decision it counts otherwise than', () => {
    const versions = [
      { ...SET, version: 1 },
      { ...SET, version: 2, name: 'Tên khác' },
      { ...SET, version: 3, components: SET.components.map((one) => ({ ...one, maximum: '5' })) },
      { ...SET, version: 4, source: '1012/QĐ-UBND', components: SET.components.slice(1) },
    ];
    expect(versions.map((set) => differsFrom(set, versions))).toEqual([null, null, 1, null]);
  });

  it('tells all that is wrong with it, each where it is', () => {
    expect(faults({ name: ' ', components: [] })).toEqual(['name EMPTY', 'components EMPTY']);
    const [a, b, c] = SET.inputs;
    if (!a || !b || !c) throw new Error('three inputs');
    expect(faults({ inputs: [a, { ...b, name: 'A' }, { ...c, name: 'min' }, { ...c, name: '2x' }] })).toEqual([
      'inputs.1.name TWICE A',
      'inputs.2.name NAME min',
      'inputs.3.name NAME 2x',
      'components.1.expression UNKNOWN_INPUT B',
      'components.2.expression UNKNOWN_INPUT C',
    ]);
    expect(
      faults({
        inputs: [
          { ...a, indicator: 'NOPE' },
          { ...b, indicator: null },
          { ...c, label: '' },
        ],
      }),
    ).toEqual(['inputs.0.indicator INDICATOR NOPE', 'inputs.1.indicator INDICATOR', 'inputs.2.label EMPTY']);
    const [first] = SET.components;
    if (!first) throw new Error('a component');
    expect(
      faults({
        components: [
          { ...first, maximum: '0' },
          { ...first, maximum: 'hai', expression: '2 ×' },
          { ...first, code: '', name: 'x'.repeat(201) },
        ],
      }),
    ).toEqual([
      'components.0.maximum MAXIMUM 0',
      'components.1.code TWICE 1',
      'components.1.maximum MAXIMUM hai',
      'components.1.expression UNEXPECTED',
      'components.2.name LONG',
      'components.2.code NAME',
    ]);
    expect(faults({ inputs: Array.from({ length: 41 }, (_nothing, at) => ({ ...a, name: `A${at}` })) })[0]).toBe(
      'inputs MANY 40',
    );
  });

  it('that cannot be read is not scored', () => {
    const [first] = SET.components;
    expect(() => componentsOf({ ...SET, components: first ? [{ ...first, expression: '(' }] : [] })).toThrow(
      RangeError,
    );
  });
});

describe('what an improvement is worth', () => {
  it('is told for each rate, the most worthwhile first, in dossiers', () => {
    const inputs = new Map([
      ['A', fraction(4, 10)],
      ['B', fraction(1, 2)],
      ['C', fraction(100, 400)],
    ]);
    const rates = [
      { input: 'A', counts: { numerator: 4, denominator: 10 } },
      { input: 'B', counts: { numerator: 50, denominator: 100 } },
      { input: 'C', counts: { numerator: 100, denominator: 400 } },
    ];
    // One service more of ten is ten points of A: 0,25. One percent more of B is 0,04, of C 0,12.
    expect(
      gainsOf(componentsOf(SET), inputs, rates).map(
        ({ input, more, points }) => `${input} +${more} ${tenThousandths(points)}`,
      ),
    ).toEqual(['A +1 2500', 'C +4 1200', 'B +1 400']);
  });

  it('is nothing where nothing is counted, or all is online already', () => {
    const rates = [
      { input: 'A', counts: { numerator: 0, denominator: 0 } },
      { input: 'B', counts: { numerator: 5, denominator: 5 } },
    ];
    expect(gainsOf(componentsOf(SET), new Map(), rates)).toEqual([]);
  });
});
