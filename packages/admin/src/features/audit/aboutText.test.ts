import { expect, it } from 'vitest';
import { readAbout } from './aboutText.ts';

it.each([
  ['UNIT:05503', 'UNIT:05503'],
  [' unit : 05503 ', 'UNIT:05503'],
  ['LIST:QD402', 'LIST:QD402'],
  ['Huyện Đồng Hỷ', undefined],
  ['OTHER:1', undefined],
  ['UNIT:', undefined],
  ['05503', undefined],
  ['', undefined],
])('reads %j as a record', (text, about) => expect(readAbout(text)).toBe(about));
