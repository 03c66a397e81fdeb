import { describe, expect, it } from 'vitest';
import { addLines, emptyDraft, type DraftLine } from './amendmentDraft.ts';
import { nameUnits, unitFinder, unitProblems, type NamedUnit } from './unitNaming.ts';

const unit = (code: string, name: string, tier: NamedUnit['tier'], ...aliases: string[]): NamedUnit => ({
  code,
  name,
  tier,
  aliases,
});
const find = unitFinder([
  unit('164', 'Thành phố Thái Nguyên', 'DISTRICT', 'H55.164'),
  unit('05434', 'Phường Hoàng Văn Thụ', 'COMMUNE', 'P. Hoàng Văn Thụ'),
  unit('05600', 'Xã Tân Thành', 'COMMUNE'),
  unit('05700', 'Xã Tân Thành', 'COMMUNE'),
]);
const codes = (text: string): string[] => find(text).map(({ code }) => code);

function linesNaming(...units: string[]): DraftLine[] {
  const draft = emptyDraft('QD402');
  addLines(
    draft,
    units.map((name) => ({ procedure: '2.000815', action: 'ADD', tier: 'PROVINCE', level: 'FULL', unit: name })),
  );
  return draft.lines;
}

describe('a unit in a pasted column', () => {
  it.each([
    ['05434', ['05434']],
    ['phường hoàng văn thụ', ['05434']],
    ['UBND phường Hoàng Văn Thụ', ['05434']],
    ['P. Hoàng Văn Thụ', ['05434']],
    ['h55.164', ['164']],
    ['Xã Tân Thành', ['05600', '05700']],
    ['Phuong Hoang Van Thu', []],
    ['Xã Không Có', []],
  ])('%j names %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('is taken for its code, and the line for its tier; what nobody knows stays as it was written, and is told', () => {
    const lines = linesNaming('UBND thành phố Thái Nguyên', 'Xã Tân Thành', 'Xã Không Có', '');
    nameUnits(lines, find);
    expect(lines.map(({ unit: named, tier }) => [named, tier])).toEqual([
      ['164', 'DISTRICT'],
      ['Xã Tân Thành', 'PROVINCE'],
      ['Xã Không Có', 'PROVINCE'],
      ['', 'PROVINCE'],
    ]);
    expect([...unitProblems(lines, find)]).toEqual([
      [2, { unit: 'manyUnits' }],
      [3, { unit: 'unknownUnit' }],
    ]);
  });
});
