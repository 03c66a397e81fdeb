import { describe, expect, it } from 'vitest';
import { LONGEST_SAID, problemOfSaid, tidySaid } from './said-text.ts';

describe('what somebody says about a plan', () => {
  it.each([
    ['Đề nghị 45 % vì mới sáp nhập hai xã, 1.234 hồ sơ giấy.', null],
    ['Theo Quyết định 402/QĐ-UBND ngày 19/02/2021 và thủ tục 2.000815.', null],
    ['', 'EMPTY'],
    ['\u200b\u2060', 'EMPTY'],
    ['x'.repeat(LONGEST_SAID), null],
    ['x'.repeat(LONGEST_SAID + 1), 'LONG'],
    ['Gọi ông An, 0912 345 678.', 'CITIZEN'],
    ['CCCD 019201001234 nộp giấy.', 'CITIZEN'],
    ['Hồ sơ 000.00.16.H55-220831-0001 nộp lại.', 'DOSSIER'],
    ['Hồ sơ H55.16-20220831-0001.', 'DOSSIER'],
    ['Hồ sơ H55.16 – 220831 – 0001.', 'DOSSIER'],
    ['H55.16-229931-0001 có ngày không có thật.', null],
  ])('%s: %s', (text, problem) => {
    expect(problemOfSaid(text)).toBe(problem);
  });

  it('is kept in one form', () => {
    expect(tidySaid('  Hòa\u0301\r\nhai\rba\u0000\u0007 ')).toBe('Hòa\u0301\nhai\nba'.normalize('NFC'));
    expect(tidySaid('ê\u0301')).toBe('ế');
  });
});
