import { expect, it } from 'vitest';
import { errorText } from './errors.ts';

it('writes days as people of the language do', () => {
  expect(errorText('forecast.ahead', { known: '2026-11-28' }, 'vi')).toContain('28/11/2026');
  const days = { from: '2022-08-31', to: '2022-08-01' };
  expect(errorText('period.backwards', days, 'vi')).toBe('Ngày cuối kỳ 01/08/2022 trước ngày đầu kỳ 31/08/2022.');
  expect(errorText('period.backwards', days, 'en')).toBe('The period ends (2022-08-01) before it begins (2022-08-31).');
});

it('takes for a day only what is one', () => {
  expect(errorText('plan.move', { from: 'DRAFT', to: 'ISSUED' }, 'vi')).toBe('Không thể chuyển từ DRAFT sang ISSUED.');
  expect(errorText('batch.unknown', { id: '2022-08-31' }, 'vi')).toBe('Không có lần nhập 2022-08-31.');
});
