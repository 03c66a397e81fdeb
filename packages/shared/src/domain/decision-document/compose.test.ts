import { describe, expect, it } from 'vitest';
import { annexTable } from './annex.ts';
import { blocksOf } from './blocks.ts';
import { composeDocument } from './compose.ts';
import { defaultTemplate, DISTRICT_TEMPLATE, PROVINCE_TEMPLATE } from './defaults.ts';
import type { DocumentFacts, UnitFacts } from './facts.ts';
import { PLACES } from './places.ts';
import { sumsOf } from './sums.ts';
import { tidyTemplate, templateFaults, type DecisionTemplate } from './template.ts';
import { dayInWords, percentInWords, unitsInWords } from './words.ts';

const unit = (code: string, name: string, more: Partial<UnitFacts> = {}): UnitFacts => ({
  code,
  name,
  type: name.startsWith('Thị trấn') ? 'Thị trấn' : 'Xã',
  kind: 'COMMUNE',
  volume: 100,
  baseline: 5000,
  target: 5500,
  before: null,
  isGone: false,
  ...more,
});

const PROVINCE = { code: '19', name: 'Tỉnh Thái Nguyên', type: 'Tỉnh', kind: 'PROVINCE' } as const;

const FACTS: DocumentFacts = {
  state: 'ISSUED',
  year: 2022,
  issuer: { code: '171', name: 'Huyện Đại Từ', type: 'Huyện', kind: 'DISTRICT' },
  superior: PROVINCE,
  province: PROVINCE,
  indicator: 'Tỷ lệ hồ sơ giải quyết trực tuyến mức độ 4',
  decision: { number: '1234/QĐ-UBND', issuedOn: '2022-03-15', signer: 'Nguyễn Văn A' },
  parent: { number: '793/QĐ-UBND', issuedOn: '2022-02-05', issuer: PROVINCE },
  amended: null,
  from: '2022-03-15',
  until: '2022-12-31',
  basisFrom: '2021-01-01',
  basisTo: '2021-12-31',
  required: 5500,
  units: [
    unit('05700', 'Thị trấn Hùng Sơn', { volume: 300, baseline: 4000 }),
    unit('05701', 'Xã Phú Xuyên', { target: 6000 }),
  ],
  own: null,
};

const template = (more: Partial<DecisionTemplate>): DecisionTemplate => ({ ...DISTRICT_TEMPLATE, ...more });
const paper = (more: Partial<DocumentFacts> = {}, words: DecisionTemplate = DISTRICT_TEMPLATE) =>
  composeDocument(words, { ...FACTS, ...more });

describe('a decision', () => {
  it('bears its number, day, signer and the decision that it rests on', () => {
    const { document, missing } = paper();
    expect(missing).toEqual([]);
    expect(document).toMatchObject({
      isDraft: false,
      body: ['ỦY BAN NHÂN DÂN', 'HUYỆN ĐẠI TỪ'],
      number: 'Số: 1234/QĐ-UBND',
      placeAndDay: 'Đại Từ, ngày 15 tháng 3 năm 2022',
      signature: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
      signer: 'Nguyễn Văn A',
      annex: {
        under: '(Kèm theo Quyết định số 1234/QĐ-UBND ngày 15 tháng 3 năm 2022 của Ủy ban nhân dân huyện Đại Từ)',
      },
    });
    expect(document.bases.join('\n')).toContain(
      'Căn cứ Quyết định số 793/QĐ-UBND ngày 05 tháng 02 năm 2022 của Ủy ban nhân dân tỉnh Thái Nguyên',
    );
    expect(document.articles[0]?.paragraphs[0]).toContain('cho 2 xã, thị trấn thuộc huyện Đại Từ');
    expect(document.articles.map(({ heading }) => heading)).toEqual(['Điều 1.', 'Điều 2.', 'Điều 3.', 'Điều 4.']);
  });

  it('leaves lines out whose optional places have no value', () => {
    const { document, missing } = paper({ parent: null, required: null });
    expect(document.bases.some((line) => line.includes('……'))).toBe(false);
    expect(document.bases).toHaveLength(paper().document.bases.length - 1);
    expect(document.articles[0]?.paragraphs).toHaveLength(2);
    expect(missing).toEqual([]);
  });

  it('has room for number and day until they are told, and says which places had no value where a line needs one', () => {
    const bare = { number: null, issuedOn: null, signer: null };
    const words = template({ subject: 'Số {{number}}, lần {{ number }}, {{signer?}}', bases: ['{{day}}'] });
    const { document, missing } = paper({ decision: bare, state: 'DRAFT' }, words);
    expect([document.isDraft, document.number, document.placeAndDay, document.signer]).toEqual([
      true,
      'Số: ……/QĐ-UBND',
      'Đại Từ, ngày …… tháng …… năm 2022',
      null,
    ]);
    expect(missing).toEqual([{ field: 'bases', line: 0, place: 'day' }]);
    expect(document.bases).toEqual(['……']);
  });

  it('is a draft on paper until it is issued, also once approved, and stays issued when it is replaced', () => {
    const drafts = (['DRAFT', 'SUBMITTED', 'APPROVED', 'ISSUED', 'SUPERSEDED'] as const).map(
      (state) => paper({ state }).document.isDraft,
    );
    expect(drafts).toEqual([true, true, true, false, false]);
    const texts = JSON.stringify(blocksOf(paper({ state: 'APPROVED' }).document));
    expect(texts).toContain('DỰ THẢO');
    expect(JSON.stringify(blocksOf(paper().document))).not.toContain('DỰ THẢO');
  });

  const sentence = (more: Partial<DocumentFacts>) => paper(more).document.articles[0]?.paragraphs.at(-1);
  const only = (target: number) => [unit('05700', 'Xã A', { target, volume: 1 })];

  it('says that the targets secure what the level above gave only where they do, by whole numbers', () => {
    expect(sentence({})).toBe(
      'Tổng hợp chỉ tiêu giao, toàn huyện Đại Từ đạt 56,25%, bảo đảm mức 55% được tỉnh Thái Nguyên giao.',
    );
    expect(sentence({ units: only(5245) })).toBe(
      'Tổng hợp chỉ tiêu giao, toàn huyện Đại Từ đạt 52,45%, còn thiếu 2,55 điểm so với mức 55% được tỉnh Thái Nguyên giao.',
    );
    expect(sentence({ units: only(5500) })).toContain('đạt 55%, bảo đảm mức 55%');
    expect(sentence({ units: only(4500) })).toContain('đạt 45%, còn thiếu 10 điểm so với mức 55%');
    // 54.999…: rounded it would look reached.
    const hair = [unit('05700', 'Xã A', { volume: 99_999 }), unit('05701', 'Xã B', { target: 5499, volume: 1 })];
    expect(sentence({ units: hair })).toContain('đạt 54,99%, còn thiếu 0,01 điểm so với mức 55%');
  });

  it('names nobody as having given what nobody gave', () => {
    expect(sentence({ parent: null })).toContain('đạt 56,25%, bảo đảm mức 55% đề ra.');
    expect(sentence({ parent: null, units: only(5245) })).toContain('còn thiếu 2,55 điểm so với mức 55% đề ra.');
    expect(JSON.stringify(paper({ parent: null }).document.articles)).not.toContain('Thái Nguyên');
  });

  it('counts whom it assigns targets to of those in the annex, and names the others but what is gone', () => {
    const units = [
      ...FACTS.units,
      unit('05702', 'Xã Cù Vân', { target: null }),
      unit('05703', 'Xã Cũ', { target: null, isGone: true }),
    ];
    const [article] = paper({ units }).document.articles;
    expect(article?.paragraphs[0]).toContain('cho 2 trong số 3 xã, thị trấn thuộc huyện Đại Từ');
    expect(article?.paragraphs[1]).toBe('Chưa giao chỉ tiêu: xã Cù Vân.');
    expect(JSON.stringify(paper().document.articles)).not.toContain('Chưa giao');
    const department = unit('171-VP', 'Văn phòng', { kind: 'DEPARTMENT', type: 'Phòng', target: null });
    const other = paper({ units: [...FACTS.units, department] }).document.articles[0]?.paragraphs;
    expect(other?.[0]).toContain('cho 2 xã, thị trấn');
    expect(other?.[1]).toBe('Chưa giao chỉ tiêu: Văn phòng.');
  });

  it('of a province goes to departments and districts', () => {
    const units = [
      unit('19-STTTT', 'Sở Thông tin và Truyền thông', { kind: 'DEPARTMENT', type: 'Sở' }),
      unit('164', 'Thành phố Thái Nguyên', { kind: 'DISTRICT', type: 'Thành phố' }),
      unit('171', 'Huyện Đại Từ', { kind: 'DISTRICT', type: 'Huyện' }),
    ];
    const { document, missing } = paper({ issuer: PROVINCE, superior: null, parent: null, units }, PROVINCE_TEMPLATE);
    expect(missing).toEqual([]);
    expect(document.articles[0]?.paragraphs[0]).toContain('cho 3 sở, ban, ngành và thành phố, huyện');
  });
});

describe('the annex', () => {
  it('has a row a unit in its order, then the issuing unit’s own dossiers, then the sum by the rule that judges the plan', () => {
    const { columns, rows } = annexTable({ ...FACTS, own: { volume: 100, baseline: 3000 } });
    expect(columns.map(({ title }) => title)).toEqual([
      'STT',
      'Đơn vị',
      'Số hồ sơ kỳ cơ sở',
      'Tỷ lệ kỳ cơ sở (%)',
      'Chỉ tiêu giao (%)',
      'Tăng so với kỳ cơ sở (điểm %)',
    ]);
    expect(rows.map(({ kind, cells }) => [kind, ...cells.map(({ text }) => text)])).toEqual([
      ['UNIT', '1', 'Thị trấn Hùng Sơn', '300', '40,00', '55,00', '+15,00'],
      ['UNIT', '2', 'Xã Phú Xuyên', '100', '50,00', '60,00', '+10,00'],
      ['OWN', '', 'Hồ sơ tiếp nhận tại huyện Đại Từ (giữ nguyên tỷ lệ kỳ cơ sở)', '100', '30,00', '30,00', '–'],
      // (300·40 + 100·50 + 100·30) / 500; (300·55 + 100·60 + 100·30) / 500
      ['SUM', '', 'Tổng cộng', '500', '40,00', '51,00', '+11,00'],
    ]);
  });

  it('of an amending plan tells what was before and what is after, and a unit that is gone counts nowhere', () => {
    const units = [
      unit('05700', 'Thị trấn Hùng Sơn', { before: 5000, target: 5450 }),
      unit('05701', 'Xã Phú Xuyên', { before: 6000, target: 5550 }),
      unit('05702', 'Xã Cũ', { before: 9000, target: null, volume: 900, baseline: null, isGone: true }),
    ];
    const { columns, rows } = annexTable({ ...FACTS, units, amended: { number: '1/QĐ-UBND', issuedOn: '2022-01-05' } });
    expect(columns.slice(4).map(({ title }) => title)).toEqual([
      'Chỉ tiêu đã giao (%)',
      'Chỉ tiêu điều chỉnh (%)',
      'Tăng, giảm (điểm %)',
    ]);
    expect(rows.map(({ cells }) => cells.slice(4).map(({ text }) => text))).toEqual([
      ['50,00', '54,50', '+4,50'],
      ['60,00', '55,50', '-4,50'],
      ['90,00', '–', '–'],
      ['55,00', '55,00', '0,00'],
    ]);
    expect(sumsOf({ ...FACTS, units }).volume).toBe(200);
  });

  it('signs numbers that were typed instead of counted, with the sums that rest on them and one footnote', () => {
    const units = [
      unit('05700', 'Xã A', { volume: 1_999, isVolumeTyped: true }),
      unit('05701', 'Xã B'),
      unit('05702', 'Xã C', { baseline: null, isBaselineTyped: true }),
    ];
    const { annex } = paper({ units, own: { volume: 10, baseline: 100, isBaselineTyped: true } }).document;
    expect(annex.table.rows.map(({ cells }) => cells.slice(2, 4).map(({ text }) => text))).toEqual([
      ['1.999*', '50,00'],
      ['100', '50,00'],
      ['100', '–'],
      ['10', '1,00*'],
      ['2.209*', '49,77*'],
    ]);
    expect(annex.table.rows[0]?.cells[2]?.value).toBe(1_999);
    expect(annex.footnote).toBe('* Số dự kiến, thay cho số liệu thống kê của kỳ cơ sở.');
    expect(JSON.stringify(blocksOf(paper().document))).not.toContain('*');
    expect(paper().document.annex).not.toHaveProperty('footnote');
  });

  it('fits the page with its columns, of both kinds', () => {
    for (const amended of [null, { number: null, issuedOn: null }]) {
      const { columns } = annexTable({ ...FACTS, amended });
      expect(columns.reduce((sum, { width }) => sum + width, 0)).toBe(165);
    }
  });

  it('of a plan without dossiers has no mean', () => {
    const units = [unit('05700', 'Xã A', { volume: 0, baseline: null })];
    expect(sumsOf({ ...FACTS, units })).toEqual({ volume: 0, baseline: null, achieved: null, before: null });
  });
});

describe('a template', () => {
  it('names every place that nobody knows, braces that are none, and what must not be empty, each where it stands', () => {
    const words = template({
      subject: '',
      bases: ['Căn cứ {{nam}} và {{Year}}, {{nam}};', 'Đúng {{ year }}', 'Hỏng {{year}', 'x'.repeat(4_001)],
      articles: Array.from({ length: 41 }, () => 'Điều'),
    });
    expect(templateFaults(words)).toEqual([
      { field: 'subject', line: 0, kind: 'EMPTY' },
      { field: 'bases', line: 0, kind: 'UNKNOWN_PLACE', place: 'nam' },
      { field: 'bases', line: 0, kind: 'UNKNOWN_PLACE', place: 'Year' },
      { field: 'bases', line: 2, kind: 'OPEN_BRACES' },
      { field: 'bases', line: 3, kind: 'LONG' },
      { field: 'articles', line: 40, kind: 'MANY' },
    ]);
  });

  it('has less room in its heads, signature and recipients, and is bounded as a whole', () => {
    const lines = (count: number) => Array.from({ length: count }, () => 'Dòng');
    const narrow = template({ body: lines(13), signature: ['x'.repeat(301)], recipients: lines(12) });
    expect(templateFaults(narrow)).toEqual([
      { field: 'body', line: 12, kind: 'MANY' },
      { field: 'signature', line: 0, kind: 'LONG' },
    ]);
    const long = (count: number) => Array.from({ length: count }, () => 'x'.repeat(4_000));
    expect(templateFaults(template({ articles: long(13) }))).toEqual([]);
    expect(templateFaults(template({ articles: long(15) }))).toEqual([{ field: 'articles', line: 0, kind: 'WHOLE' }]);
  });

  it('of ours has no fault, and is tidy', () => {
    for (const kind of ['PROVINCE', 'DISTRICT'] as const) {
      expect(templateFaults(defaultTemplate(kind))).toEqual([]);
      expect(tidyTemplate(defaultTemplate(kind))).toEqual(defaultTemplate(kind));
    }
  });

  it('may say every place there is', () => {
    const words = template({ bases: PLACES.map((place) => `{{${place}}}`) });
    const units = [...FACTS.units, unit('05702', 'Xã Cù Vân', { target: null })];
    const { document } = paper({ amended: { number: '1/QĐ-UBND', issuedOn: '2022-01-05' }, units }, words);
    expect(document.bases).toHaveLength(PLACES.length);
    expect(document.bases.join(' ')).not.toMatch(/\{\{|……|null|undefined/);
  });

  it('is kept without empty lines and blanks at ends, in composed letters', () => {
    const tidy = tidyTemplate(template({ bases: ['  Căn cứ;  ', ''], place: ' Đại Từ ', articles: ['Một \r\n hai'] }));
    expect([tidy.bases, tidy.place, tidy.articles]).toEqual([['Căn cứ;'], 'Đại Từ', ['Một\nhai']]);
  });
});

it('writes days, percentages and kinds of units as decisions do', () => {
  expect([dayInWords('2022-02-05'), dayInWords('2022-12-31')]).toEqual([
    'ngày 05 tháng 02 năm 2022',
    'ngày 31 tháng 12 năm 2022',
  ]);
  expect([5500, 5550, 5555, 0, 10_000, 5000].map(percentInWords)).toEqual([
    '55%',
    '55,5%',
    '55,55%',
    '0%',
    '100%',
    '50%',
  ]);
  expect(unitsInWords([unit('1', 'Thị trấn A'), unit('2', 'Xã B'), { ...unit('3', 'Phường C'), type: 'Phường' }])).toBe(
    'phường, xã, thị trấn',
  );
});
