import { outcomeOf } from '@chi-tieu/shared/domain/report/directions';
import type { ReportFacts } from '@chi-tieu/shared/domain/report/facts';
import { formatDay } from '@chi-tieu/shared/domain/vietnamese-format';
import type { Sheet, SheetCell } from '../../app/sheets/xlsx.ts';

/** Every task that the report answers, a row each; no sheet where there is none. */
export function directionSheets({ directions = [] }: ReportFacts): (Sheet & { title: string })[] {
  if (directions.length === 0) return [];
  const titles: [string, number][] = [
    ...([
      ['STT', 6],
      ['Nội dung chỉ đạo', 60],
      ['Văn bản', 20],
      ['Tại báo cáo', 20],
    ] as [string, number][]),
    ...([
      ['Mã đơn vị', 12],
      ['Đơn vị', 36],
      ['Hạn', 14],
      ['Kết quả', 40],
    ] as [string, number][]),
  ];
  const rows = directions.map((told, at): SheetCell[] => [
    ...[
      at + 1,
      told.text,
      told.number,
      told.report,
      told.unit.code,
      told.unit.name,
      formatDay(told.dueOn),
      outcomeOf(told),
    ],
  ]);
  return [
    { name: 'Chỉ đạo', columns: titles.map(([title, width]) => ({ title, width })), rows, title: 'Thực hiện chỉ đạo' },
  ];
}
