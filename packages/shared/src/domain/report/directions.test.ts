import { describe, expect, it } from 'vitest';
import { directionsPart, directionsSentence, directionsTable, outcomeOf, type DirectionTold } from './directions.ts';

const told = (more: Partial<DirectionTold> = {}): DirectionTold => ({
  ...{ task: '1', direction: '1', text: 'Rà soát.', number: '312/TB', givenOn: '2022-09-01', report: 'Tháng 8/2022' },
  unit: { code: '169', name: 'Huyện Đồng Hỷ', type: 'Huyện', kind: 'DISTRICT' },
  ...{
    dueOn: '2022-09-30',
    state: 'GIVEN',
    doneOn: null,
    settledOn: null,
    returned: 0,
    extended: 0,
    overdue: false,
    daysLate: 0,
  },
  ...more,
});
const cells = (rows: readonly DirectionTold[]) =>
  (directionsTable({ directions: rows })?.rows ?? []).map((row) => row.cells.map(({ text }) => text));

describe('what a report answers', () => {
  it('is nothing where nothing was decided', () => {
    expect([directionsPart({ day: '2022-10-05' }), directionsPart({ day: '2022-10-05', directions: [] })]).toEqual([
      null,
      null,
    ]);
  });

  it('is a row a task, and counts that sum', () => {
    const rows = [
      told({ state: 'CONFIRMED', settledOn: '2022-10-02', doneOn: '2022-10-01', daysLate: 1 }),
      told({ task: '2', state: 'NOTED', overdue: true, daysLate: 4, extended: 1 }),
      told({ task: '3', direction: '2', text: 'Tập huấn.', number: null, state: 'DONE', doneOn: '2022-09-20' }),
      told({ task: '4', direction: '2', text: 'Tập huấn.', number: null }),
    ];
    expect(cells(rows).map(([, text, , , outcome]) => [text, outcome])).toEqual([
      ['Rà soát. (312/TB)', 'Hoàn thành; ngày 02/10/2022; chậm 1 ngày'],
      ['- nt -', 'Đang thực hiện; quá hạn 4 ngày; gia hạn 1 lần'],
      ['Tập huấn.', 'Đơn vị báo xong, chờ xác nhận; ngày 20/09/2022'],
      ['- nt -', 'Chưa báo tiếp nhận'],
    ]);
    expect(directionsSentence(rows, '2022-10-05')).toBe(
      'Tính đến ngày 05/10/2022, thực hiện 2 nội dung chỉ đạo tại các báo cáo trước với 4 nhiệm vụ giao cho đơn vị: 1 đã hoàn thành, 1 chờ xác nhận, 1 chưa xong, còn trong hạn, 1 quá hạn.',
    );
    expect(outcomeOf(told({ state: 'CALLED_OFF', settledOn: '2022-09-05' }))).toBe('Thôi thực hiện; ngày 05/09/2022');
  });

  it('is one row where more than twelve units have it', () => {
    const many = Array.from({ length: 13 }, (_, at) =>
      told({ task: String(at), ...(at < 5 && { state: 'CONFIRMED' as const }) }),
    );
    expect(cells(many)).toEqual([
      ['1', 'Rà soát. (312/TB)', '13 đơn vị', '30/09/2022', '5/13 đơn vị đã xong; 0 đơn vị quá hạn'],
    ]);
    expect(cells(many.slice(1))).toHaveLength(12);
  });
});
