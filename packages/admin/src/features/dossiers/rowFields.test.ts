import { expect, it } from 'vitest';
import { fieldsAbout, fieldsOfRow, ROW_FIELDS, stampInWords, stampTyped } from './rowFields.ts';

it.each([
  ['20220831081500', '20220831081500'],
  [' 20220831081500 ', '20220831081500'],
  ['31/8/2022 8:15', '20220831081500'],
  ['31/08/2022 08h15', '20220831081500'],
  ['31-08-2022 17:00:59', '20220831170059'],
  ['2022-08-31T08:15', '20220831081500'],
  ['31082022', '20220831000000'],
  ['31/08/2022', '20220831000000'],
])('takes %j for the time %s', (typed, stamp) => {
  expect(stampTyped(typed)).toBe(stamp);
});

it.each(['', '30/02/2022', '20220230083000', 'hôm qua', '31/08/2022 sáng'])('leaves %j as it was typed', (typed) => {
  expect(stampTyped(typed)).toBe(typed);
});

it('says a time of the body in words, and nothing for one that does not exist', () => {
  expect([stampInWords('20220831081500'), stampInWords('20220230083000'), stampInWords('')]).toEqual([
    '31/08/2022 08:15',
    '',
    '',
  ]);
});

it('shows both times where one is before the other', () => {
  expect(fieldsAbout('NgayKetThucXuLy', ROW_FIELDS).map(({ name }) => name)).toEqual([
    'NgayTiepNhan',
    'NgayKetThucXuLy',
  ]);
});

it('offers the fields that a bad row of procedures came with', () => {
  const names = (fields: Record<string, string>): string[] => fieldsOfRow('PROCEDURES', fields).map(({ name }) => name);
  expect(names({ MATTHC: '9.99' })).toEqual(['MATTHC', 'TENTTHC']);
  expect(names({ code: '9.99' })).toContain('in_force_from');
  expect(fieldsOfRow('DOSSIERS', {})).toBe(ROW_FIELDS);
});
