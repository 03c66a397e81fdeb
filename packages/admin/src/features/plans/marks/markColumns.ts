import { readPercent } from '@chi-tieu/shared/domain/vietnamese-format';
import { h } from 'vue';
import { t } from '../../../i18n/i18n.ts';
import type { GridColumn, GridNote } from '../../../ui/grid/gridColumn.ts';
import { cellOf } from '../sheet/cells.ts';
import { figure } from '../sheet/planColumns.ts';
import type { PlanUnit } from '../sheet/planUnit.ts';
import { unitFinder } from '../sheet/unitNames.ts';
import type { Sheet } from '../sheet/useSheet.ts';
import type { MarkBook } from './MarkBook.ts';
import { DECEMBER, markKey, type Mark } from './marks.ts';
import { seasonText } from './markWords.ts';

type Column = GridColumn<PlanUnit>;

/** The months that a plan has marks of, first to last. */
export function monthsOf(book: MarkBook): number[] {
  const [marks = []] = book.marks.value?.values() ?? [];
  return marks.map(({ month }) => month);
}

/** The columns of the table of marks: a unit's name and its months. */
export function markColumns(sheet: Sheet, book: MarkBook, rows: readonly PlanUnit[], narrow: boolean): Column[] {
  const text = ({ name }: PlanUnit): string => name;
  const find = unitFinder(rows);
  const width = narrow ? { width: 128 } : { minWidth: 142 };
  const name: Column = { key: 'name', header: t('plans.unit'), names: true, ...width, text, find };
  return [name, ...monthsOf(book).map((month) => monthColumn(sheet, book, month))];
}

function monthColumn(sheet: Sheet, book: MarkBook, month: number): Column {
  const markOf = ({ code }: PlanUnit): Mark | undefined => book.of(code).find((mark) => mark.month === month);
  const value = (unit: PlanUnit): number | null => markOf(unit)?.value ?? null;
  const text = (unit: PlanUnit): string => {
    const mark = markOf(unit);
    return mark ? `${figure(mark.value)}, ${seasonText(mark)}` : '';
  };
  return {
    key: String(month),
    header: t('marks.month', { month: String(month) }),
    hint: t('marks.monthLong', { month: String(month) }),
    width: 66,
    align: 'end',
    text,
    copy: (unit) => figure(value(unit)),
    cell: cellOf((unit) => {
      const mark = markOf(unit);
      if (!mark) return h('span', { class: 'text-ink-3' }, '—');
      // What was typed has a line below it and says so; what follows a season has neither.
      const look = mark.season === 'TYPED' ? 'font-semibold underline decoration-accent underline-offset-4' : '';
      return h('span', { class: look, title: seasonText(mark) }, figure(mark.value));
    }),
    measure: { unit: 'percent', value },
    edit: {
      value,
      write: (hundredths) => figure(hundredths).replace(/[.,]00$/, ''),
      read: (typed) => {
        if (typed.trim() === '') return { value: null };
        const read = readPercent(typed);
        return read === null
          ? { problem: t('plans.unreadable', { text: typed.trim().slice(0, 20) }) }
          : { value: read };
      },
      refusal: (unit) => {
        if (!sheet.isOpen.value) return t('plans.closedRefusal');
        if (month === DECEMBER) return t('marks.december');
        return markOf(unit) ? null : t('marks.none');
      },
    },
    note: (unit) => noteOf(book, unit.code, markOf(unit)),
  };
}

function noteOf(book: MarkBook, code: string, mark: Mark | undefined): GridNote | null {
  if (!mark) return null;
  const state = book.states.get(markKey(code, mark.month));
  if (state === 'saving') return { kind: 'busy', text: t('plans.saving') };
  if (state === 'saved') return { kind: 'done', text: t('ui.saved') };
  if (state === 'failed') return { kind: 'failed', text: t('plans.notSaved') };
  return mark.stale ? { kind: 'warned', text: t('marks.stale') } : null;
}
