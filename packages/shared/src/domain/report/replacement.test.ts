import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeReport } from './compose.ts';
import { DEFAULT_REPORT } from './defaults.ts';
import { differencesOf } from './differences.ts';
import type { ReportFacts, ReportRow, SaidSentence } from './facts.ts';
import { NO_RECEPTION } from './reception.ts';
import { saidIn, sentenceChanges } from './replacement.ts';
import { changesTable, unitsTable } from './tables.ts';
import { markStatusIn, reportValues } from './values.ts';

const said = fc
  .array(fc.record({ at: fc.nat(9), text: fc.constantFrom('A', 'B', 'C', 'D', 'E') }), { maxLength: 8 })
  .map((all) => all.map(({ text }, at): SaidSentence => ({ key: `0.${at}`, heading: 'Kết quả', text })));
const bag = (texts: readonly string[]): string => [...texts].sort().join('');

const cited = (numerator: number, denominator: number, target: number | null = null) => ({
  ...{ numerator, denominator, target, reference: '19-2022-0123456789' },
});
const unit = { code: '164', name: 'Thành phố Thái Nguyên', type: 'Thành phố', kind: 'DISTRICT' } as const;
const city = (more: Partial<ReportRow> = {}): ReportRow => ({ unit, ...cited(10, 20, 5_500), before: null, ...more });
const facts = (more: Partial<ReportFacts> = {}): ReportFacts => ({
  ...{ kind: 'MONTHLY', period: { from: '2022-03-01', to: '2022-03-31', name: 'Tháng 3/2022' } },
  ...{ indicator: { code: 'X', name: 'Tỷ lệ' }, knownAt: '2022-04-05T03:00:00.000Z', day: '2022-04-05' },
  province: {
    ...city(),
    unit: { code: '19', name: 'Tỉnh Thái Nguyên', type: 'Tỉnh', kind: 'PROVINCE' },
  },
  ...{ required: null, units: [city()], cumulative: null, before: null, reception: null, list: null },
  difficulties: { groups: [], reports: 0, units: 0 },
  ...more,
});
const blocksOf = (of: ReportFacts, written: Record<string, string> = {}) =>
  composeReport({ template: DEFAULT_REPORT, facts: of, written, number: null, day: null, isDraft: true });

describe('what a replacing report says otherwise', () => {
  it('is nothing where both say the same, in whatever order', () => {
    fc.assert(
      fc.property(said, (all) => {
        expect(sentenceChanges(all, all)).toEqual([]);
        expect(sentenceChanges(all, all.toReversed())).toEqual([]);
      }),
    );
  });

  it('turns the one into the other', () => {
    fc.assert(
      fc.property(said, said, (before, after) => {
        const changes = sentenceChanges(before, after);
        const left = before.map(({ text }) => text);
        for (const { before: gone } of changes) if (gone !== null) left.splice(left.indexOf(gone), 1);
        const added = changes.flatMap((change) => change.after ?? []);
        expect(bag([...left, ...added])).toBe(bag(after.map(({ text }) => text)));
        expect(changes.every((change) => change.before !== change.after)).toBe(true);
      }),
    );
  });

  it('stands first in its text and beside the old words in an annex of its own', () => {
    const old = facts();
    const replaces = {
      ...{ number: '12/BC-VP', dated: '2022-04-05', reference: '19-2022-AAAAAAAAAA', why: 'Bổ sung hồ sơ.' },
      ...{ figures: [{ code: '164', name: unit.name, before: cited(10, 20, 5_500), after: cited(12, 22, 5_500) }] },
      ...{ reception: 2, said: saidIn(blocksOf(old).sections) },
    };
    const { blocks, changes } = blocksOf({ ...old, replaces }, { '5.0': 'Đề nghị rà soát.' });
    expect(changes.map(({ after }) => after)).toEqual(['Đề nghị rà soát.']);
    const text = JSON.stringify(blocks);
    expect(text).toContain('thay thế Báo cáo số 12/BC-VP ngày 05 tháng 4 năm 2022 (mã tham chiếu 19-2022-AAAAAAAAAA).');
    expect(text).toContain('thay đổi 1 số liệu của các đơn vị, 2 dòng của Biểu II.06a, 1 câu, nêu tại Phụ lục II.');
    expect(text.indexOf('Báo cáo này thay thế')).toBeLessThan(text.indexOf('KẾT QUẢ CHUNG'));
    expect(text).toContain('"10/20"');
    expect(text).toContain('"12/22"');
    const same = JSON.stringify(blocksOf({ ...old, replaces: { ...replaces, figures: [], reception: 0 } }).blocks);
    expect(same).toContain('không thay đổi so với báo cáo được thay thế');
    expect(same).not.toContain('PHỤ LỤC II');
  });

  it('tells of everything that a paper cites what reads otherwise: own, year so far, mark, period before, form II.06a', () => {
    const kinds = (before: ReportFacts, after: ReportFacts) =>
      differencesOf(before, after).map(({ kind, code }) => `${kind ?? ''} ${code}`);
    const [before, after] = [facts({ cumulative: cited(1, 2) }), facts({ cumulative: cited(1, 3) })];
    expect(kinds(before, before)).toEqual([]);
    expect(differencesOf(before, after)).toMatchObject([
      { kind: 'YEAR_SO_FAR', code: '19', after: { denominator: 3 } },
    ]);
    const reception = (late: number) =>
      facts({ reception: { province: NO_RECEPTION, units: [{ unit, sums: { ...NO_RECEPTION, late } }] } });
    expect([kinds(reception(1), reception(1)), kinds(reception(1), reception(2))]).toEqual([[], ['RECEPTION 164']]);
    const of = (more: Partial<ReportRow>) =>
      facts({ units: [city({ cumulative: cited(30, 60, 5_500), mark: 5_200, before: cited(3, 4), ...more })] });
    const was = of({});
    expect(kinds(was, of({ numerator: 11 }))).toEqual(['OWN 164']);
    expect(kinds(was, of({ cumulative: cited(31, 60, 5_500) }))).toEqual(['YEAR_SO_FAR 164']);
    expect(kinds(was, of({ mark: 5_300 }))).toEqual(['YEAR_SO_FAR 164']);
    expect(kinds(was, of({ before: cited(4, 4) }))).toEqual(['BEFORE 164']);
  });
});

describe('a month within its year', () => {
  const below = city({ cumulative: cited(30, 60, 5_500), mark: 5_200 });
  const above = city({ cumulative: cited(54, 100, 5_500), mark: 5_200 });

  it('is judged by the year so far beside the mark of the month, not by the month alone', () => {
    // Half of the month online is below the target of 55 %; the year so far is above its mark.
    expect([below, above].map(markStatusIn)).toEqual(['NOT_MET', 'MET']);
    expect(markStatusIn(city({ cumulative: null, mark: 4_900 }))).toBe('MET');
    expect([markStatusIn(city({ mark: null })), markStatusIn(city())]).toEqual(['NO_TARGET', null]);
    const { columns, rows } = unitsTable(facts({ units: [below] }));
    // As wide as a page on its long side is written on.
    expect(columns.reduce((sum, { width }) => sum + width, 0)).toBe(257);
    const [line] = rows;
    expect(line?.cells.slice(2).map(({ text }) => text)).toEqual([
      ...['10', '20', '50,00', '30', '60', '50,00', '52', '55', 'Dưới mốc', '2'],
    ]);
    const text = JSON.stringify(blocksOf(facts({ units: [below, above] })).blocks);
    expect(text).toContain('so với mốc của tháng, trong 2 đơn vị: 1 đơn vị đạt mốc, 1 đơn vị dưới mốc.');
    expect(text).toContain('Dưới mốc: thành phố Thái Nguyên (đạt 50,00\u00a0%, còn thiếu 2 hồ sơ).');
    expect(JSON.stringify(blocksOf(facts({ kind: 'YEARLY' })).blocks)).not.toContain('mốc');
  });

  it('has the province in the sum of its table as its sentences say it: the period, the year so far, what it is held against', () => {
    const of = facts({
      province: { ...facts().province, ...cited(2_784, 4_198, null) },
      ...{ required: null, cumulative: cited(23_713, 45_877, null), units: [below, above] },
    });
    const sum = unitsTable(of)
      .rows.at(-1)
      ?.cells.map(({ text }) => text);
    expect(sum?.slice(2)).toEqual([
      ...['2.784', '4.198', '66,32', '23.713', '45.877', '51,69', '–', '55', 'Chưa đạt', '1.520'],
    ]);
    const { sections, blocks } = blocksOf(of);
    const said = sections[0]?.sentences.flatMap(({ text }) => text ?? []).join(' ');
    const sofar = 'đạt 51,69\u00a0% (23.713/45.877 hồ sơ)';
    for (const told of [
      sofar,
      '2.784 hồ sơ đạt',
      '4.198 hồ sơ được',
      '66,32\u00a0%',
      'chưa đạt, còn thiếu 1.520 hồ sơ',
    ])
      expect(said).toContain(told);
    // The year so far leads: targets are of the year.
    expect(said?.indexOf(sofar)).toBeLessThan(said?.indexOf('66,32') ?? 0);
    // Its table lies on a page on its long side, after the signature.
    const kinds = blocks.map((block) => (block.kind === 'PAGE' ? `PAGE ${String(block.wide ?? false)}` : block.kind));
    expect(kinds.filter((kind) => /PAGE|TABLE|SIDES/.test(kind))).toEqual([
      ...['SIDES', 'SIDES', 'PAGE true', 'TABLE', 'PAGE false', 'TABLE'],
    ]);
  });

  it('names who is held against no mark, and nobody of few dossiers as the highest', () => {
    const few = city({ unit: { ...unit, code: 'S1', name: 'Sở Một' }, numerator: 1, denominator: 1, mark: 5_200 });
    const none = city({ unit: { ...unit, code: 'S2', name: 'Sở Hai' }, mark: 5_200, cumulative: cited(0, 0) });
    const values = reportValues(facts({ units: [below, above, few, none] }));
    expect([values.marksMet, values.marksMissed]).toEqual(['2', '1']);
    expect(values.marksOther).toContain('1 đơn vị không có hồ sơ được tính (');
    expect(`${values.best} ${values.worst}`).not.toContain('100,00');
    const odd = reportValues(facts({ units: [below, above, city({ mark: 2_600 })] })).marksOdd;
    expect(odd).toContain('mốc 26%');
  });

  it('turned by what it is judged by: the year so far beside the mark, not the month', () => {
    const before = { from: '2022-02-01', to: '2022-02-28', name: 'Tháng 2/2022', isReported: false };
    const turned = (more: Partial<ReportRow>) => {
      const { nowMet, nowNotMet } = reportValues(
        facts({ before, units: [city({ before: cited(9, 10, 5_500), mark: 5_200, ...more })] }),
      );
      return [nowMet !== null, nowNotMet !== null];
    };
    expect(turned({ cumulative: cited(54, 100, 5_500), stoodBefore: 'NOT_MET' })).toEqual([true, false]);
    expect(turned({ cumulative: cited(30, 60, 5_500), stoodBefore: 'MET' })).toEqual([false, true]);
    expect(turned({ cumulative: cited(30, 60, 5_500), stoodBefore: 'NOT_MET' })).toEqual([false, false]);
    expect(turned({ cumulative: cited(30, 60, 5_500) })).toEqual([false, false]);
  });

  it('fell by so many points with the sign of subtraction', () => {
    const before = { from: '2022-02-01', to: '2022-02-28', name: 'Tháng 2/2022', isReported: false };
    const table = changesTable(facts({ before, units: [city({ before: cited(3, 4) })] }));
    expect(table?.rows[0]?.cells[4]?.text).toBe('−25,00');
  });
});
