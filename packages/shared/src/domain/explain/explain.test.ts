import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountableDossier, IndicatorRule } from '../eligibility.ts';
import { explain, RULES, type ExplainedFacts } from './explain.ts';
import { ruleSentence } from './sentences.ts';

const RULE: IndicatorRule = {
  basis: 'RESOLVED',
  eligibilityDate: 'RECEIVED',
  inForceRequired: true,
  listed: true,
  levels: ['LEVEL_4', 'FULL'],
  tiers: null,
  statuses: null,
  numerator: 'CHANNEL',
  numeratorChannel: 'ONLINE',
};
const DOSSIER: CountableDossier = {
  status: 10,
  channel: 'ONLINE',
  receivedDay: '2022-03-01',
  finishedDay: '2022-03-05',
  finishedAt: new Date('2022-03-05T03:00:00Z'),
  dueAt: null,
  gone: null,
};
const FACTS: ExplainedFacts = {
  inForce: true,
  level: 'LEVEL_4',
  tier: 'COMMUNE',
  forceDecision: null,
  listDecision: '402/QĐ-UBND',
};
const PERIOD = { from: '2022-01-01', to: '2022-12-31' };

function told(rule: Partial<IndicatorRule>, dossier: Partial<CountableDossier>, facts: Partial<ExplainedFacts>) {
  const [r, d] = [
    { ...RULE, ...rule },
    { ...DOSSIER, ...dossier },
  ];
  const { rules, countedAs } = explain(r, d, { ...FACTS, ...facts }, PERIOD);
  const frame = { rule: r, period: PERIOD, status: 'Đã trả kết quả' };
  const sentences = rules.map((one) => `${one.outcome}: ${ruleSentence(one, frame, 'vi')}`);
  const english = rules.map((one) => ruleSentence(one, frame, 'en'));
  return { countedAs, sentences, english, outcomes: rules.map(({ outcome }) => outcome).join(' ') };
}

describe('a dossier explained rule by rule', () => {
  it('says of each rule what it looked at', () => {
    expect(told({}, {}, {})).toMatchObject({
      countedAs: 'NUMERATOR',
      sentences: [
        'PASSED: Đã giải quyết xong ngày 05/03/2022 (Đã trả kết quả).',
        'PASSED: Kết thúc ngày 05/03/2022, trong kỳ 01/01/2022 – 31/12/2022.',
        'PASSED: Thủ tục còn hiệu lực ngày 01/03/2022.',
        'PASSED: Thủ tục có trong danh mục ở cấp xã ngày 01/03/2022 (theo 402/QĐ-UBND).',
        'PASSED: Ở mức độ 4; chỉ tiêu tính mức độ 4, toàn trình.',
        'PASSED: Nộp trực tuyến; tử số là hồ sơ nộp trực tuyến.',
      ],
      english: [
        'Resolved on 05/03/2022 (Đã trả kết quả).',
        'Finished on 05/03/2022, within 01/01/2022 – 31/12/2022.',
        'The procedure was in force on 01/03/2022.',
        'The procedure was on the list for the communes’ tier on 01/03/2022 (by 402/QĐ-UBND).',
        'At level 4; the indicator counts level 4, full.',
        'Filed online; the numerator is what was filed online.',
      ],
    });
  });

  it('tries the rules after the first that fails too', () => {
    const { sentences, countedAs } = told(
      {},
      { status: 7, finishedDay: null, channel: 'POSTAL' },
      { inForce: false, level: null, forceDecision: '9/QĐ-UBND' },
    );
    expect(countedAs).toBe('NOT_COUNTED');
    expect(sentences).toEqual([
      'FAILED: Chưa giải quyết xong (Đã trả kết quả, chưa có ngày kết thúc).',
      'UNKNOWN: Chưa có ngày kết thúc để xét trong kỳ 01/01/2022 – 31/12/2022.',
      'FAILED: Thủ tục không có hiệu lực ngày 01/03/2022 (theo 9/QĐ-UBND).',
      'FAILED: Thủ tục không có trong danh mục ở cấp xã ngày 01/03/2022 (theo 402/QĐ-UBND).',
      'UNKNOWN: Không có mức độ để xét.',
      'FAILED: Nộp qua bưu chính; tử số là hồ sơ nộp trực tuyến.',
    ]);
  });

  it('says what the indicator does not ask', () => {
    const { outcomes } = told({ basis: 'RECEIVED', inForceRequired: false, listed: false }, {}, {});
    expect(outcomes).toBe('UNASKED PASSED UNASKED UNASKED UNASKED PASSED');
  });

  it('says tiers, statuses and being on time where the indicator asks for them', () => {
    const rule = {
      tiers: ['PROVINCE' as const],
      statuses: [4, 10],
      numerator: 'ON_TIME' as const,
      numeratorChannel: null,
    };
    const { sentences, countedAs } = told(rule, { dueAt: new Date('2022-03-04T03:00:00Z') }, {});
    expect(countedAs).toBe('NOT_COUNTED');
    expect([sentences[0], sentences[1], sentences[3], sentences.at(-1)]).toEqual([
      'FAILED: Đơn vị tiếp nhận ở cấp xã; chỉ tiêu tính cấp tỉnh.',
      'PASSED: Trạng thái «Đã trả kết quả» thuộc những trạng thái mà chỉ tiêu tính.',
      'PASSED: Có hạn trả kết quả: ngày 04/03/2022.',
      'FAILED: Kết thúc ngày 05/03/2022, quá hạn; tử số là hồ sơ đúng hạn.',
    ]);
    expect(told({ ...rule, tiers: null }, { status: 7 }, {}).countedAs).toBe('NOT_COUNTED');
    expect(told({ ...rule, tiers: null }, {}, {}).outcomes).toBe('PASSED PASSED FAILED PASSED PASSED PASSED FAILED');
  });

  it('says first that it is gone, and what it would be otherwise', () => {
    const deleted = told({}, { gone: 'DELETED' }, {});
    expect(deleted.countedAs).toBe('NOT_COUNTED');
    expect(deleted.outcomes).toBe('FAILED PASSED PASSED PASSED PASSED PASSED PASSED');
    expect(deleted.sentences[0]).toBe('FAILED: Đã xoá khỏi số liệu, nên không chỉ tiêu nào tính.');
    expect(told({}, { gone: 'MERGED' }, {}).english[0]).toBe(
      'It was merged into another dossier, so no indicator counts it by itself.',
    );
  });

  it('agrees with the verdict, whatever the rule and the dossier', () => {
    const day = fc.constantFrom('2021-12-31', '2022-01-01', '2022-12-31', '2023-01-01');
    const arbitrary = fc.record({
      rule: fc.record({
        basis: fc.constantFrom('RESOLVED' as const, 'RECEIVED' as const),
        eligibilityDate: fc.constantFrom('RECEIVED' as const, 'RESOLVED' as const, 'PERIOD_END' as const),
        inForceRequired: fc.boolean(),
        listed: fc.boolean(),
        levels: fc.constant(['LEVEL_4' as const]),
        tiers: fc.constantFrom(null, ['COMMUNE' as const], ['PROVINCE' as const]),
        statuses: fc.constantFrom(null, [4, 9, 10]),
        numerator: fc.constantFrom('CHANNEL' as const, 'ON_TIME' as const),
        numeratorChannel: fc.constant('ONLINE' as const),
      }),
      dossier: fc.record({
        status: fc.integer({ min: 1, max: 10 }),
        channel: fc.constantFrom('ONLINE' as const, 'POSTAL' as const),
        receivedDay: day,
        finishedDay: fc.option(day),
        due: fc.option(day),
        gone: fc.option(fc.constantFrom('DELETED' as const, 'MERGED' as const), { freq: 4 }),
      }),
      facts: fc.record({
        inForce: fc.boolean(),
        level: fc.constantFrom('LEVEL_4' as const, 'LEVEL_3' as const, null),
        tier: fc.constant('COMMUNE' as const),
        forceDecision: fc.constant(null),
        listDecision: fc.constant(null),
      }),
    });
    fc.assert(
      fc.property(arbitrary, ({ rule, dossier: { due, ...days }, facts }) => {
        const at = (told: string | null) => (told === null ? null : new Date(`${told}T03:00:00Z`));
        const dossier = { ...days, finishedAt: at(days.finishedDay), dueAt: at(due) };
        const { rules, countedAs } = explain(rule, dossier, facts, PERIOD);
        const left = new Set<string>([rule.numerator === 'ON_TIME' ? 'CHANNEL' : 'ON_TIME']);
        if (rule.tiers === null) left.add('TIER');
        if (dossier.gone === null) left.add('GONE');
        if (rule.numerator === 'CHANNEL') left.add('DUE');
        expect(rules.map((one) => one.rule)).toEqual(RULES.filter((name) => !left.has(name)));
        const failed = rules.slice(0, -1).some(({ outcome }) => outcome === 'FAILED' || outcome === 'UNKNOWN');
        const expected = failed ? 'NOT_COUNTED' : rules.at(-1)?.outcome === 'PASSED' ? 'NUMERATOR' : 'DENOMINATOR';
        expect(countedAs).toBe(expected);
        for (const locale of ['vi', 'en'] as const)
          for (const one of rules)
            expect(ruleSentence(one, { rule, period: PERIOD, status: 'x' }, locale)).toMatch(/\.$/);
      }),
      { numRuns: 400 },
    );
  });
});
