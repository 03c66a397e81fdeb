import { expect, it } from 'vitest';
import { noteInFile, rowNumber, rowText } from './rowInFile.ts';

it('numbers the rows of a table as a spreadsheet does, under its titles', () => {
  expect([rowNumber(4, 'ho-so.csv'), rowNumber(4, 'HO-SO.CSV.GZ'), rowNumber(4, 'ho-so.txt')]).toEqual([5, 5, 5]);
  expect(rowText(4, 'ho-so.csv')).toBe('dòng 5 trong tệp');
});

it('leaves the rows of other bodies as they are counted', () => {
  expect([rowNumber(4, 'ho-so.json'), rowNumber(4, 'ho-so.ndjson'), rowNumber(4, null)]).toEqual([4, 4, 4]);
  expect(rowText(4, null)).toBe('dòng 4');
});

it('numbers a note about a row the same way', () => {
  expect(noteInFile('4: 2.000815: MINISTRY', 'tthc.csv')).toBe('5: 2.000815: MINISTRY');
  expect(noteInFile('4: 2.000815: MINISTRY', 'tthc.json')).toBe('4: 2.000815: MINISTRY');
  expect(noteInFile('Hồ sơ H55: nhận theo tên.', 'tthc.csv')).toBe('Hồ sơ H55: nhận theo tên.');
});
