import { expect, it } from 'vitest';
import { amendmentProblems, inPlainWords } from './amendmentProblems.ts';

it('leads every refused field to the place where it is mended', () => {
  const problems = amendmentProblems([
    { path: 'input.changes.3.procedure', message: 'Không có thủ tục 2.999999.' },
    { path: 'input.changes.3.level', message: 'Cần có mức độ.' },
    { path: 'input.changes.10.tier', message: 'Không phải cấp thực hiện.' },
    { path: 'input.force.3.replacedBy', message: 'Cần nêu mã thay thế.' },
    { path: 'input.procedures.0.code', message: 'Mã đã có.' },
    { path: 'input.procedures.0.name', message: 'Tên dài quá.' },
    { path: 'input.force', message: 'Nhiều quá.' },
    { path: 'input.decision.effectiveOn', message: 'Đã nhập với ngày khác.' },
    { path: 'input.name', message: 'Cần có tên.' },
    { path: 'input.changes', message: 'Cần ít nhất một dòng.' },
  ]);
  expect([...problems.lines]).toEqual([
    ['changes.3', { procedure: 'Không có thủ tục 2.999999.', level: 'Cần có mức độ.' }],
    ['changes.10', { tier: 'Không phải cấp thực hiện.' }],
    ['force.3', { successor: 'Cần nêu mã thay thế.' }],
    ['procedures.0', { procedure: 'Mã đã có.', name: 'Tên dài quá.' }],
  ]);
  expect(problems.header).toEqual({ effectiveOn: 'Đã nhập với ngày khác.', name: 'Cần có tên.' });
  expect(problems.other).toEqual(['Nhiều quá.', 'Cần ít nhất một dòng.']);
});

it('writes days and actions of a refusal as the page does', () => {
  const texts = { ADD: 'Đưa vào', REMOVE: 'Đưa ra', CHANGE_LEVEL: 'Đổi mức độ' };
  expect(
    inPlainWords('Ngày 2022-08-01 thủ tục đã có trong danh mục ở mức độ khác: dùng CHANGE_LEVEL.', (one) => texts[one]),
  ).toBe('Ngày 01/08/2022 thủ tục đã có trong danh mục ở mức độ khác: dùng “Đổi mức độ”.');
});
