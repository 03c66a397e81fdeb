import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayInVietnam } from './days.ts';
import { readStamp, writeStamp } from './vietnamTime.ts';

describe('a stamp', () => {
  it.each([
    ['20220831081500', '2022-08-31T01:15:00.000Z'],
    ['20220814235000', '2022-08-14T16:50:00.000Z'],
    ['20220101001000', '2021-12-31T17:10:00.000Z'],
    ['20240229000000', '2024-02-28T17:00:00.000Z'],
    ['20221231235959', '2022-12-31T16:59:59.000Z'],
    ['99991231235959', '9999-12-31T16:59:59.000Z'],
    ['00990101120000', '0099-01-01T05:00:00.000Z'],
  ])('%s is %s', (stamp, instant) => expect(readStamp(stamp)?.toISOString()).toBe(instant));

  it.each([
    ['month 13', '20221331000000'],
    ['month 0', '20220031000000'],
    ['30 February', '20220230120000'],
    ['29 February outside a leap year', '20220229000000'],
    ['31 June', '20220631000000'],
    ['day 0', '20220600000000'],
    ['hour 24', '20220831240000'],
    ['minute 60', '20220831106000'],
    ['second 60', '20220831100060'],
    ['the year 0', '00000101000000'],
    ['the zero of some senders, before the year 1 in UTC', '00010101000000'],
    ['a day alone', '20220831'],
    ['fifteen digits', '202208310815000'],
    ['a letter among the digits', '2022083108150a'],
    ['a sign', '-2022083108150'],
    ['blanks', ' 2022083108150'],
    ['digits of another script', '２０２２０８３１０８１５００'],
    ['nothing', ''],
  ])('is not read when it has %s', (_, text) => expect(readStamp(text)).toBeNull());

  it('comes back as written, on the day it names', () => {
    const seconds = fc.integer({ min: Date.UTC(1976, 0, 1) / 1000, max: Date.UTC(2099, 11, 31) / 1000 });
    fc.assert(
      fc.property(seconds, (second) => {
        const at = new Date(second * 1000);
        const stamp = writeStamp(at);
        expect(readStamp(stamp)).toEqual(at);
        expect(stamp.slice(0, 8)).toBe(dayInVietnam(at).replaceAll('-', ''));
      }),
    );
  });

  it('is read only when it writes back to the same digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(19|20)\d{2}[01]\d[0-3]\d[0-2]\d[0-6]\d[0-6]\d$/), (text) => {
        const at = readStamp(text);
        if (at !== null) expect(writeStamp(at)).toBe(text);
      }),
    );
  });
});
