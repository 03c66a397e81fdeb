import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../days.ts';
import type { AnnexTable } from '../paper/table.ts';
import { attainmentStatus } from '../rate.ts';
import { composeReport, romanOf, type ReportParts } from './compose.ts';
import { DEFAULT_REPORT } from './defaults.ts';
import { differencesOf } from './differences.ts';
import type { CitedCounts, ReportFacts, ReportRow } from './facts.ts';
import { numbersIn, strangeNumbers } from './numbers.ts';
import {
  addReception,
  NO_RECEPTION,
  openAfter,
  receivedIn,
  receptionOf,
  resolvedIn,
  type ReceivedDossier,
} from './reception.ts';
import { judgesReport, movesOfReport, REPORT_STATES, rightsToMoveReport, withdrawsReport } from './report-state.ts';
import { changesTable, unitsTable } from './tables.ts';
import { reportFaults, sentenceFaults, tidyReportTemplate } from './template.ts';
import { resultInWords } from './values.ts';

const counts: fc.Arbitrary<CitedCounts> = fc
  .record({ denominator: fc.nat(20_000), part: fc.nat(1_000), target: fc.option(fc.integer({ min: 0, max: 10_000 })) })
  .map(({ denominator, part, target }) => {
    return {
      numerator: Math.floor((denominator * part) / 1_000),
      denominator,
      target,
      reference: '19-2022-0123456789',
    };
  });
const unit = (code: string, kind: 'DEPARTMENT' | 'DISTRICT' | 'PROVINCE', name = `Huyện ${code}`) => ({
  code,
  name,
  type: 'Huyện',
  kind,
});
const row = (code: string, kind: 'DEPARTMENT' | 'DISTRICT'): fc.Arbitrary<ReportRow> =>
  fc
    .record({ now: counts, before: fc.option(counts) })
    .map(({ now, before }) => ({ unit: unit(code, kind), ...now, before }));
const facts: fc.Arbitrary<ReportFacts> = fc
  .record({
    province: fc.record({ now: counts, before: fc.option(counts) }),
    units: fc
      .integer({ min: 0, max: 12 })
      .chain((n) =>
        fc.tuple(
          ...Array.from({ length: n }, (_, at) => row(String(100 + at), at < n / 2 ? 'DEPARTMENT' : 'DISTRICT')),
        ),
      ),
    cumulative: fc.option(counts),
    hasBefore: fc.boolean(),
  })
  .map(({ province, units, cumulative, hasBefore }) => ({
    ...{ kind: 'MONTHLY' as const, period: { from: '2022-03-01', to: '2022-03-31', name: 'Tháng 3/2022' } },
    ...{ indicator: { code: 'X_Y', name: 'Tỷ lệ' }, knownAt: '2022-04-05T03:00:00.000Z', day: '2022-04-05' },
    province: {
      unit: unit('19', 'PROVINCE', 'Tỉnh Thái Nguyên'),
      ...province.now,
      before: hasBefore ? province.before : null,
    },
    units: units.map((one) => (hasBefore ? one : { ...one, before: null })),
    cumulative,
    required: 5_500,
    before: hasBefore ? { from: '2022-02-01', to: '2022-02-28', name: 'Tháng 2/2022', isReported: false } : null,
    difficulties: { groups: [], reports: 0, units: 0 },
    reception: null,
    list: null,
  }));
const partsOf = (of: ReportFacts, written: Record<string, string> = {}): ReportParts => ({
  ...{ template: DEFAULT_REPORT, facts: of, written, number: null, day: null, isDraft: true },
});
const cells = (table: AnnexTable): string[][] => table.rows.map((one) => one.cells.map(({ text }) => text));

describe('what a report says', () => {
  it('says how far a unit is from its target', () => {
    expect(resultInWords({ numerator: 5_499, denominator: 10_000, target: 5_500, reference: '' })).toBe(
      'đạt 54,99\u00a0%, còn thiếu 1 hồ sơ',
    );
    expect(resultInWords({ numerator: 11, denominator: 20, target: 5_500, reference: '' })).toBe('đạt 55,00\u00a0%');
  });

  it('holds the province against the one target of all its units where nothing is said of it itself', () => {
    const one = (target: number, numerator: number) => ({ numerator, denominator: 100, target, reference: '' });
    const district = (target: number) => ({ unit: unit('164', 'DISTRICT'), ...one(target, 40), before: null });
    const of = (targets: number[]): ReportFacts => ({
      ...(fc.sample(facts, 1)[0] as ReportFacts),
      province: { unit: unit('19', 'PROVINCE', 'Tỉnh Thái Nguyên'), ...one(0, 54), target: null, before: null },
      required: null,
      cumulative: null,
      units: targets.map(district),
    });
    const said = (targets: number[]) => JSON.stringify(composeReport(partsOf(of(targets))).blocks);
    expect(said([5_500, 5_500])).toContain(
      'so với chỉ tiêu 55% giao chung cho các đơn vị, toàn Tỉnh Thái Nguyên chưa đạt, còn thiếu 1 hồ sơ.',
    );
    expect(said([5_500, 6_000])).not.toContain('giao chung');
  });

  it('leaves no place open and has every unit with its own numbers in its table', () => {
    fc.assert(
      fc.property(facts, (of) => {
        const { blocks, sections } = composeReport(partsOf(of));
        expect(sections.flatMap(({ sentences }) => sentences.flatMap(({ strange }) => strange))).toEqual([]);
        expect(JSON.stringify(blocks)).not.toMatch(/\{\{|undefined|NaN|null hồ sơ/);
        const table = unitsTable(of);
        const coded = table.rows.filter(({ code }) => code !== null);
        expect(coded.map(({ code }) => code)).toEqual(of.units.map((one) => one.unit.code));
        for (const [at, one] of of.units.entries()) {
          expect(coded[at]?.cells.slice(2, 4).map(({ value }) => value)).toEqual([one.numerator, one.denominator]);
          const isMissing = attainmentStatus(one, one.target) === 'NOT_MET';
          expect(coded[at]?.cells[7]?.text !== '').toBe(isMissing);
        }
        for (const line of [...cells(table), ...cells(changesTable(of) ?? { columns: [], rows: [] })])
          expect(line.length).toBeGreaterThan(5);
      }),
    );
  });

  it('counts every unit once among those that met, missed, had nothing and have no target', () => {
    fc.assert(
      fc.property(facts, (of) => {
        const [line] = composeReport(partsOf({ ...of, kind: 'YEARLY' })).sections[1]?.sentences ?? [];
        const [all = 0, withTarget = 0, met = 0, notMet = 0, none = 0] = numbersIn(line?.text ?? '', of.period.to).map(
          Number,
        );
        expect(all).toBe(of.units.length);
        expect(met + notMet + none).toBeGreaterThanOrEqual(withTarget);
        expect(met + notMet).toBeLessThanOrEqual(withTarget);
      }),
    );
  });

  it('numbers only the parts of which something is left', () => {
    expect([1, 4, 9, 12, 14].map(romanOf)).toEqual(['I', 'IV', 'IX', 'XII', 'XIV']);
    const [one] = fc.sample(
      facts.filter(({ before, province }) => before === null && province.denominator > 0),
      1,
    );
    const headings = composeReport(partsOf(one!)).blocks.flatMap((block) =>
      block.kind === 'TEXT' && block.look === 'section' ? [block.text] : [],
    );
    expect(headings).toEqual([
      'I. KẾT QUẢ CHUNG',
      'II. KẾT QUẢ CỦA CÁC SỞ, BAN, NGÀNH VÀ CẤP HUYỆN',
      'III. KHÓ KHĂN, VƯỚNG MẮC',
      'IV. ĐỀ XUẤT, KIẾN NGHỊ',
    ]);
  });
});

describe('an overwritten sentence', () => {
  it('is told where it names a number that neither its places nor those of the sentence it stands for say', () => {
    const [one] = fc.sample(
      facts.filter(({ province }) => province.denominator > 0),
      1,
    );
    const sentence = (text: string) => composeReport(partsOf(one!, { '0.0': text })).sections[0]?.sentences[0];
    expect(sentence('Toàn tỉnh có {{denominator}} hồ sơ, đạt {{rate}}.')?.strange).toEqual([]);
    expect(sentence('Toàn tỉnh đạt 99,98 %, hơn 777777 đơn vị.')?.strange).toEqual(['99,98', '777777']);
    // A number that stands in the template itself is none of a figure either, also where the sentence is worded otherwise.
    const template = { ...DEFAULT_REPORT, sections: [{ heading: 'Kết quả', sentences: ['Đạt 99,98 % ({{rate}}).'] }] };
    const said = (written: Record<string, string>) =>
      composeReport({ ...partsOf(one!, written), template }).sections[0]?.sentences[0]?.strange;
    expect([said({}), said({ '0.0': 'Đạt 99,98 %.' })]).toEqual([['99,98'], ['99,98']]);
  });

  it.each([
    ['đạt 45/2360 hồ sơ', ['45', '2360']],
    ['đạt 4/2022 hồ sơ', ['4', '2022']],
    ['tháng 99 %', ['99']],
    ['tháng 9 %', ['9']],
    ['tháng 13', ['13']],
    ['quý 9', ['9']],
    ['năm 9999 hồ sơ', ['9999']],
    ['31/13/2022', ['31', '13', '2022']],
    ['đạt ９９,９ phần trăm', ['99,9']],
    ['đạt ⁹⁹ phần trăm', ['99']],
    ['đạt 9\u200b9', ['99']],
    ['đạt ٩٩', ['٩٩']],
    ['trong tháng 3/2022 hồ sơ tăng, quý 4/2021, ngày 05/4/2022, năm 2025', []],
    ['theo Quyết định số 766/QĐ-TTg và Nghị định số 30/2020/NĐ-CP', []],
  ])('tells the numbers of: %s', (text, expected) => {
    expect(strangeNumbers(text, [], '2022-03-31')).toEqual(expected);
  });

  it('knows its own numbers, whatever stands around them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1 }), (all) => {
        const text = all.map((n) => `có ${n} hồ sơ`).join('; ');
        expect(strangeNumbers(text, [text], '2022-03-31')).toEqual([]);
        expect(strangeNumbers(`${text}; trước 30/11/2022, tháng 10, năm 2023`, [text], '2022-03-31')).toEqual([]);
        expect(strangeNumbers(text, [], '2022-03-31')).toEqual([...new Set(all.map(String))]);
      }),
    );
  });
});

describe('the words of reports', () => {
  it('are refused where a place is unknown, a table stands within a text, or something is missing', () => {
    expect(reportFaults(tidyReportTemplate(DEFAULT_REPORT))).toEqual([]);
    const sections = [{ heading: '', sentences: ['{{ratte}}', 'Bảng {{unitsTable}}', '{{unitsTable}}', 'mở {{'] }];
    const faults = reportFaults({ ...DEFAULT_REPORT, sections, subject: '' });
    expect(faults.map(({ path, kind, place }) => [path, kind, place])).toEqual([
      ['subject', 'EMPTY', undefined],
      ['sections.0.sentences.0', 'UNKNOWN_PLACE', 'ratte'],
      ['sections.0.sentences.1', 'TABLE_IN_TEXT', 'unitsTable'],
      ['sections.0.sentences.3', 'OPEN_BRACES', undefined],
    ]);
    expect(sentenceFaults('', '{{unitsTable?}}')).toEqual([]);
  });

  it('name no citizen and no dossier, and hold nothing that is not seen', () => {
    const faultsOf = (more: Partial<typeof DEFAULT_REPORT>) =>
      reportFaults(tidyReportTemplate({ ...DEFAULT_REPORT, ...more })).map(({ path, kind }) => [path, kind]);
    const sections = [{ heading: 'H55.31.25-220831-0001', sentences: ['Ông A, CCCD 019190000123, {{rate}}.'] }];
    expect(faultsOf({ sections, signer: '0912 345 678', recipients: ['000.00.16.H55-220831-0001'] })).toEqual([
      ['recipients.0', 'DOSSIER'],
      ['signer', 'CITIZEN'],
      ['sections.0.heading', 'DOSSIER'],
      ['sections.0.sentences.0', 'CITIZEN'],
    ]);
    expect(faultsOf({ subject: '\u200b', body: ['\u202e'] })).toEqual([
      ['body', 'EMPTY'],
      ['subject', 'EMPTY'],
    ]);
    expect(tidyReportTemplate({ ...DEFAULT_REPORT, signer: 'A\u202e\u0007B' }).signer).toBe('A B');
  });

  it('have each table twice at the most', () => {
    const sections = Array.from({ length: 3 }, () => ({
      heading: '',
      sentences: ['{{unitsTable}}', '{{receptionTable?}}'],
    }));
    expect(reportFaults({ ...DEFAULT_REPORT, sections: sections.slice(1) })).toEqual([]);
    expect(reportFaults({ ...DEFAULT_REPORT, sections })).toEqual([
      { path: 'sections.2.sentences.0', kind: 'TABLE_OFTEN', place: 'unitsTable', most: 2 },
      { path: 'sections.2.sentences.1', kind: 'TABLE_OFTEN', place: 'receptionTable', most: 2 },
    ]);
  });
});

describe('what drawing a report up anew changed', () => {
  it('names exactly the units whose figures differ', () => {
    fc.assert(
      fc.property(facts, fc.nat(12), (of, at) => {
        expect(differencesOf(of, of)).toEqual([]);
        const changed = of.units.map((one, index) =>
          index === at ? { ...one, denominator: one.denominator + 1 } : one,
        );
        const found = differencesOf(of, { ...of, units: changed });
        expect(found.map(({ code }) => code)).toEqual(at < of.units.length ? [String(100 + at)] : []);
      }),
    );
  });
});

describe('the states of a report', () => {
  it('lead forward one by one, and back to the draft until it is published; a draft can be given up', () => {
    const moves = REPORT_STATES.flatMap((from) =>
      movesOfReport(from).map((to) => `${from} ${to} ${rightsToMoveReport(from, to).join('|')}`),
    );
    expect(moves).toEqual([
      'DRAFT SUBMITTED report.draft',
      'DRAFT GIVEN_UP report.draft',
      'SUBMITTED APPROVED report.approve',
      'SUBMITTED DRAFT report.draft|report.approve',
      'APPROVED PUBLISHED report.approve',
      'APPROVED DRAFT report.approve',
    ]);
    expect(rightsToMoveReport('PUBLISHED', 'DRAFT')).toEqual([]);
    expect(REPORT_STATES.filter(judgesReport)).toEqual(['APPROVED', 'PUBLISHED']);
    const withdrawn = REPORT_STATES.filter((from) => withdrawsReport(from, 'DRAFT', true));
    expect([withdrawn, withdrawsReport('SUBMITTED', 'DRAFT', false)]).toEqual([['SUBMITTED'], false]);
  });
});

describe('form II.06a', () => {
  const PERIOD = { from: '2022-03-01', to: '2022-03-31' };
  const day = fc.integer({ min: -60, max: 60 }).map((n) => addDays('2022-03-15', n));
  const at = day.map((one) => new Date(`${one}T09:00:00+07:00`));
  const dossier: fc.Arbitrary<ReceivedDossier> = fc
    .record({
      status: fc.integer({ min: 1, max: 10 }),
      channel: fc.constantFrom('IN_PERSON', 'ONLINE', 'POSTAL', 'UNKNOWN'),
      receivedDay: day,
      finishedDay: fc.option(day),
      dueAt: fc.option(at),
    })
    .map((one) => {
      const { finishedDay } = one;
      return { ...one, finishedAt: finishedDay === null ? null : new Date(`${finishedDay}T09:00:00+07:00`) };
    });

  it('has what was received and carried over equal to what was resolved, left and is open', () => {
    fc.assert(
      fc.property(fc.array(dossier), (dossiers) => {
        const sums = dossiers.reduce((all, one) => {
          const columns = receptionOf(one, PERIOD);
          if (columns === null) return all;
          return addReception(all, { ...NO_RECEPTION, [columns[0]]: 1, [columns[1]]: 1 });
        }, NO_RECEPTION);
        expect(receivedIn(sums) + sums.carriedOver).toBe(resolvedIn(sums) + sums.left + openAfter(sums));
      }),
    );
  });

  it('is carried over from one month to the next as it was open at its end', () => {
    fc.assert(
      fc.property(fc.array(dossier), (dossiers) => {
        const inMonth = (from: string, to: string) => dossiers.map((one) => receptionOf(one, { from, to }));
        const open = inMonth('2022-03-01', '2022-03-31').map((columns) => columns?.[1].startsWith('open') ?? false);
        const carried = inMonth('2022-04-01', '2022-04-30').map((columns) => columns?.[0] === 'carriedOver');
        expect(carried).toEqual(open);
      }),
    );
  });

  const OPEN = { status: 4, finishedDay: null, finishedAt: null } as const;
  const base: ReceivedDossier = {
    ...{ status: 10, channel: 'ONLINE', receivedDay: '2022-03-10', finishedDay: '2022-03-15' },
    ...{ finishedAt: new Date('2022-03-15T09:00:00+07:00'), dueAt: new Date('2022-03-15T17:00:00+07:00') },
  };
  it.each([
    ['on the due day', {}, ['online', 'onTime']],
    ['at the very instant at which it was due', { dueAt: new Date('2022-03-15T09:00:00+07:00') }, ['online', 'onTime']],
    ['done on the first day', { receivedDay: '2022-02-10', finishedDay: '2022-03-01' }, ['carriedOver', 'early']],
    [
      'open and due on the last day',
      { ...OPEN, dueAt: new Date('2022-03-31T17:00:00+07:00') },
      ['online', 'openOverdue'],
    ],
    ['open and due the day after', { ...OPEN, dueAt: new Date('2022-04-01T08:00:00+07:00') }, ['online', 'openInTime']],
    ['open without a due day', { ...OPEN, dueAt: null }, ['online', 'openInTime']],
    ['received on the last day', { receivedDay: '2022-03-31', ...OPEN, dueAt: null }, ['online', 'openInTime']],
    ['received the day after', { receivedDay: '2022-04-01', ...OPEN }, null],
    ['stopped', { status: 8 }, ['online', 'left']],
    ['only registered', { status: 1 }, null],
    ['of an unknown channel', { channel: 'UNKNOWN' }, ['unknownChannel', 'onTime']],
    ['at the counter', { channel: 'IN_PERSON' }, ['direct', 'onTime']],
    ['before the due day', { dueAt: new Date('2022-03-16T08:00:00+07:00') }, ['online', 'early']],
    ['after it was due', { dueAt: new Date('2022-03-15T08:00:00+07:00') }, ['online', 'late']],
    ['without a due day', { dueAt: null }, ['online', 'withoutDue']],
    ['received before', { receivedDay: '2022-02-10' }, ['carriedOver', 'onTime']],
    ['done before', { receivedDay: '2022-02-10', finishedDay: '2022-02-11' }, null],
    ['done later', { finishedDay: '2022-04-02' }, ['online', 'openOverdue']],
    ['withdrawn without a day', { status: 7, finishedDay: null, finishedAt: null }, ['online', 'left']],
    ['by post', { channel: 'POSTAL' }, ['direct', 'onTime']],
    ['refused at the counter', { status: 3 }, null],
  ] as const)('%s', (_name, more, expected) => {
    expect(receptionOf({ ...base, ...more }, PERIOD)).toEqual(expected);
  });
});
