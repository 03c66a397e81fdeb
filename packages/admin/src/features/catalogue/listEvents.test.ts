import { expect, it } from 'vitest';
import { listEvents, type DecidedSpan } from './listEvents.ts';

const decision = (number: string): { number: string } => ({ number });
const span = (
  tier: DecidedSpan<{ number: string }>['tier'],
  level: DecidedSpan<{ number: string }>['level'],
  [from, openedBy]: [string, string],
  [to, closedBy]: [string, string] | [null, null] = [null, null],
): DecidedSpan<{ number: string }> => ({
  tier,
  level,
  from,
  to,
  list: { code: 'QD402' },
  openedBy: decision(openedBy),
  closedBy: closedBy === null ? null : decision(closedBy),
});
const told = (spans: DecidedSpan<{ number: string }>[]): unknown =>
  listEvents(spans).map((event) => [event.day, event.decision.number, event.action, event.level, event.tiers.join()]);

it('tells additions, a removal and a later return, oldest first', () => {
  expect(
    told([
      span('COMMUNE', 'FULL', ['2022-10-01', '2360']),
      span('COMMUNE', 'LEVEL_4', ['2021-02-19', '402'], ['2022-08-14', '1999']),
    ]),
  ).toEqual([
    ['2021-02-19', '402', 'ADD', 'LEVEL_4', 'COMMUNE'],
    ['2022-08-15', '1999', 'REMOVE', null, 'COMMUNE'],
    ['2022-10-01', '2360', 'ADD', 'FULL', 'COMMUNE'],
  ]);
});

it('tells a level that follows another without a gap as a change, once', () => {
  expect(
    told([
      span('COMMUNE', 'LEVEL_4', ['2021-02-19', '402'], ['2022-09-30', '2318']),
      span('COMMUNE', 'PARTIAL', ['2022-10-01', '2318']),
    ]),
  ).toEqual([
    ['2021-02-19', '402', 'ADD', 'LEVEL_4', 'COMMUNE'],
    ['2022-10-01', '2318', 'CHANGE_LEVEL', 'PARTIAL', 'COMMUNE'],
  ]);
});

it('puts tiers that a decision treated alike into one event, and others not', () => {
  expect(
    told([
      span('DISTRICT', 'LEVEL_4', ['2021-02-19', '402']),
      span('COMMUNE', 'LEVEL_4', ['2021-02-19', '402']),
      span('PROVINCE', 'LEVEL_3', ['2021-02-19', '402']),
    ]),
  ).toEqual([
    ['2021-02-19', '402', 'ADD', 'LEVEL_4', 'DISTRICT,COMMUNE'],
    ['2021-02-19', '402', 'ADD', 'LEVEL_3', 'PROVINCE'],
  ]);
});
