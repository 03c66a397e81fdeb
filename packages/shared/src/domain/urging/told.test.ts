import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_TRIES, nextTry, placeNews, type Digest } from './digests.ts';
import { composeLetter, DEFAULT_LETTERS, letterFaults, letterPlaces, tidyLetter, writtenFaults } from './letter.ts';
import { CONDITION_KINDS } from './conditions.ts';
import { occasionSentence, type OccasionFacts } from './occasion-facts.ts';
import { actsIn, afterAct, isDueToRaise, isSnoozed } from './reminder-state.ts';
import { addDays } from '../days.ts';

const BEHIND: OccasionFacts = {
  ...{ kind: 'BEHIND_MILESTONE', indicator: 'Tỷ lệ trực tuyến', month: '2022-03-01', since: '2022-02-01', months: 2 },
  ...{ numerator: 5499, denominator: 9999, mark: 5500, unheard: 0 },
};
const asked = {
  unit: { name: 'Huyện Đại Từ', type: 'Huyện', kind: 'DISTRICT' },
  sender: { name: 'Tỉnh Thái Nguyên', type: 'Tỉnh', kind: 'PROVINCE' },
  ...{ day: '2022-04-12', deadline: '2022-04-22', reference: '171-2022-AB', facts: BEHIND },
} as const;

describe('a letter', () => {
  it('of each kind is without fault as it comes, and names what is not known by its name', () => {
    for (const kind of CONDITION_KINDS) {
      expect(letterFaults(kind, DEFAULT_LETTERS[kind])).toEqual([]);
      expect(letterPlaces(kind)).toContain('unit');
    }
    const wrong = { subject: '{{mark}}', body: 'Mốc {{mrak}} {{unit' };
    expect(letterFaults('BEHIND_MILESTONE', wrong).map(({ problem, place }) => `${problem} ${place ?? ''}`)).toEqual([
      'UNKNOWN_PLACE mrak',
      'OPEN_BRACES ',
    ]);
    // A place of another condition is none of this one.
    expect(letterFaults('SOURCE_SILENT', wrong)[0]).toMatchObject({ field: 'subject', place: 'mark' });
    expect(letterFaults('SOURCE_SILENT', { subject: '', body: 'x' })[0]).toMatchObject({ problem: 'EMPTY' });
    expect(writtenFaults({ subject: 'x', body: 'x'.repeat(6_001) })).toMatchObject([
      { field: 'body', problem: 'LONG' },
    ]);
  });

  it('says the very figures, and never rounds a rate up to its mark', () => {
    const { subject, body } = composeLetter(DEFAULT_LETTERS.BEHIND_MILESTONE, asked);
    expect(subject).toBe('Đôn đốc thực hiện Tỷ lệ trực tuyến: chậm mốc tháng 3/2022');
    expect(body).toContain('huyện Đại Từ đạt 54,995% (5.499/9.999 hồ sơ), thấp hơn mốc 55%, còn thiếu 1 hồ sơ');
    expect(body).toContain('trước ngày 22/04/2022');
    expect(body).toContain('Mã số liệu: 171-2022-AB');
    // Nobody below is silent: the line is left out.
    expect(body).not.toContain('cấp dưới chưa gửi');
    expect(
      composeLetter(DEFAULT_LETTERS.BEHIND_MILESTONE, { ...asked, facts: { ...BEHIND, unheard: 3 } }).body,
    ).toContain('3 đơn vị cấp dưới chưa gửi');
  });

  it('begins its sentences with a large letter', () => {
    const letter = { subject: '{{unit}} chậm mốc', body: '{{unit}} đạt {{rate}}. {{unit}} trả lời {{sender}}.' };
    const { subject, body } = composeLetter(letter, asked);
    expect(subject).toBe('Huyện Đại Từ chậm mốc');
    expect(body).toMatch(/^Huyện Đại Từ đạt 54,995%\. Huyện Đại Từ trả lời tỉnh /);
  });

  it('names a place that may be empty where its line may be left out, and is never left empty', () => {
    const problems = (subject: string, body: string): string[] =>
      letterFaults('BEHIND_MILESTONE', { subject, body }).map(({ field, problem, place }) =>
        [field, problem, place].filter(Boolean).join(' '),
      );
    expect(problems('{{unheard?}}', 'x')).toEqual(['subject OPTIONAL unheard']);
    expect(problems('{{reference}}', 'x')).toEqual(['subject OPTIONAL reference']);
    expect(problems('x', '{{unheard}} đơn vị')).toEqual(['body UNMARKED unheard']);
    expect(problems('x', '{{unheard?}} đơn vị\n  ')).toEqual(['body EMPTY']);
    expect(problems('x', 'Kính gửi\n{{unheard?}} đơn vị')).toEqual([]);
    expect(letterFaults('NOT_ASSIGNED', { subject: 'x', body: '{{target}}' })).toMatchObject([{ problem: 'UNMARKED' }]);
  });

  it('holds no number of a citizen and no code of a dossier, and may hold what it cites', () => {
    const problems = (body: string): string[] => writtenFaults({ subject: 'x', body }).map(({ problem }) => problem);
    expect(problems('Gọi 0912 345 678')).toEqual(['CITIZEN']);
    expect(problems('CCCD 019301234567')).toEqual(['CITIZEN']);
    expect(problems('Hồ sơ H55.31.25-220831-0001')).toEqual(['DOSSIER']);
    expect(problems('đạt 9.499/19.999 hồ sơ, trước ngày 22/04/2022. Mã số liệu: 171-2022-83456QK7XA')).toEqual([]);
    expect(letterFaults('SOURCE_SILENT', { subject: 'Gọi 0912345678', body: 'x' })).toMatchObject([
      { field: 'subject', problem: 'CITIZEN' },
    ]);
    for (const kind of CONDITION_KINDS) expect(writtenFaults(composeLetter(DEFAULT_LETTERS[kind], asked))).toEqual([]);
    expect(tidyLetter({ subject: 'a\u202eb', body: 'x\u0000y\u2066z' })).toEqual({ subject: 'ab', body: 'xyz' });
  });

  it('is kept composed and without blanks at the ends', () => {
    expect(tidyLetter({ subject: ' a\n b ', body: '\nx  \r\ny\n\n' })).toEqual({ subject: 'a b', body: 'x\ny' });
  });

  it('and what is wrong in one sentence', () => {
    expect(occasionSentence(BEHIND, 'vi')).toBe(
      'Đến hết tháng 3/2022 đạt 54,995\u00a0%, mốc 55,00\u00a0%, còn thiếu 1 hồ sơ, chậm mốc 2 tháng liền.',
    );
    const silent: OccasionFacts = { kind: 'SOURCE_SILENT', lastDay: '2022-03-01', days: 9 };
    expect(occasionSentence(silent, 'vi')).toBe('Không có dữ liệu từ sau ngày 01/03/2022, đã 9 ngày.');
    expect(occasionSentence(silent, 'en')).toBe('Nothing came after 2022-03-01, for 9 days.');
  });
});

describe('a reminder', () => {
  it('is edited and sent as a draft, answered once it was sent, and closed from anywhere', () => {
    expect(actsIn('DRAFT')).toEqual(['EDIT', 'SEND', 'SNOOZE', 'CLOSE']);
    expect(actsIn('SENT')).toEqual(['ACKNOWLEDGE', 'ANSWER', 'SNOOZE', 'RAISE', 'CLOSE']);
    expect(actsIn('CLOSED')).toEqual([]);
    expect([afterAct('SENT', 'ACKNOWLEDGE'), afterAct('DRAFT', 'ANSWER')]).toEqual(['ACKNOWLEDGED', null]);
  });

  it('is raised by itself where nobody says a word after its deadline, once, and never while it is put off', () => {
    const facts = { state: 'SENT', deadline: '2022-04-22', snoozedUntil: null, isRaised: false } as const;
    expect(isDueToRaise(facts, 5, '2022-04-27')).toBe(false);
    expect(isDueToRaise(facts, 5, '2022-04-28')).toBe(true);
    expect(isDueToRaise(facts, null, '2022-12-31')).toBe(false);
    expect(isDueToRaise({ ...facts, isRaised: true }, 5, '2022-04-28')).toBe(false);
    expect(isDueToRaise({ ...facts, state: 'ANSWERED' }, 5, '2022-04-28')).toBe(false);
    expect(isDueToRaise({ ...facts, snoozedUntil: '2022-04-28' }, 5, '2022-04-28')).toBe(false);
    expect(isDueToRaise({ ...facts, deadline: '9999-12-31' }, 5, '2022-04-28')).toBe(false);
    expect(isSnoozed('2022-04-28', '2022-04-29')).toBe(false);
  });
});

describe('news', () => {
  it('of a day go into one digest, later ones into that of the next day', () => {
    const one = placeNews([{ receiver: 'a', step: '1' }], [], '2022-04-12');
    expect(one).toEqual([{ receiver: 'a', into: null, day: '2022-04-12', steps: ['1'] }]);
    const waiting: Digest = { id: 'd', receiver: 'a', day: '2022-04-12', isOpen: true, steps: ['1'] };
    const both = [
      { receiver: 'a', step: '1' },
      { receiver: 'a', step: '2' },
    ];
    expect(placeNews(both, [waiting], '2022-04-12')).toMatchObject([{ into: 'd', steps: ['2'] }]);
    expect(placeNews(both, [{ ...waiting, isOpen: false }], '2022-04-12')).toMatchObject([
      { into: null, day: '2022-04-13', steps: ['2'] },
    ]);
    expect(placeNews([{ receiver: 'a', step: '1' }], [{ ...waiting, isOpen: false }], '2022-05-01')).toEqual([]);
  });

  it('whatever comes when: nobody hears anything twice, or has two digests on one day', () => {
    const act = fc.record({
      days: fc.nat(2),
      goes: fc.boolean(),
      news: fc.array(fc.record({ receiver: fc.constantFrom('a', 'b'), step: fc.nat(12).map(String) }), {
        maxLength: 6,
      }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 15 }), (acts) => {
        let today = '2022-01-01';
        let digests: Digest[] = [];
        const wanted = new Set<string>();
        for (const { days, goes, news } of acts) {
          today = addDays(today, days);
          if (goes) digests = digests.map((one) => (one.day <= today ? { ...one, isOpen: false } : one));
          for (const { receiver, step } of news) wanted.add(`${receiver} ${step}`);
          for (const placed of placeNews(news, digests, today)) {
            if (placed.into === null) digests.push({ ...placed, id: `${placed.receiver} ${placed.day}`, isOpen: true });
            else
              digests = digests.map((one) =>
                one.id === placed.into ? { ...one, steps: [...one.steps, ...placed.steps] } : one,
              );
          }
        }
        const told = digests.flatMap(({ receiver, steps }) => steps.map((step) => `${receiver} ${step}`));
        expect(told.toSorted()).toEqual([...wanted].toSorted());
        const days = digests.map(({ receiver, day }) => `${receiver} ${day}`);
        expect(new Set(days).size).toBe(days.length);
      }),
    );
  });

  it('are tried again, each time later, and given up in the end', () => {
    const now = new Date('2022-04-12T00:00:00Z');
    expect(nextTry(1, now)?.toISOString()).toBe('2022-04-12T00:01:00.000Z');
    const waits = Array.from({ length: MOST_TRIES - 1 }, (_none, at) => nextTry(at + 1, now)?.getTime() ?? 0);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(nextTry(MOST_TRIES, now)).toBeNull();
  });
});
