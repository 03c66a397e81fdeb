import { h } from 'vue';
import { t } from '../../../i18n/i18n.ts';
import type { GridColumn, GridOthers } from '../../../ui/grid/gridColumn.ts';
import { cellOf } from '../sheet/cells.ts';
import type { PlanUnit } from '../sheet/planUnit.ts';
import type { PlanTalk } from './usePlanTalk.ts';

type Column = GridColumn<PlanUnit>;

/** The columns of a sheet with who else stands on their cells, and beside each name how much still waits for a word. */
export function withOthers(
  columns: readonly Column[],
  at: (unit: string, field: string) => string | null,
  talk: PlanTalk,
): Column[] {
  return columns.map((column): Column => {
    const others = (unit: PlanUnit): GridOthers | null => {
      const names = unit.isIssuer ? null : at(unit.code, column.key);
      return names === null ? null : { names, text: t('presence.standsHere', { names }) };
    };
    return column.names ? { ...column, others, cell: nameCell(column, talk) } : { ...column, others };
  });
}

function nameCell(column: Column, talk: PlanTalk): NonNullable<Column['cell']> {
  return cellOf((unit) => {
    const text = column.text(unit);
    const open = unit.isIssuer ? 0 : talk.openOf(unit.code);
    const look = 'line-clamp-2 min-w-0 leading-4 whitespace-normal max-md:text-sm';
    // On a phone more than the name stands there.
    const name = column.cell
      ? h('span', { class: 'min-w-0' }, [h(column.cell, { row: unit })])
      : h('span', { class: look, title: text }, text);
    return h('span', { class: 'flex items-center justify-between gap-1' }, [name, open > 0 ? dot(open, talk) : null]);
  });
}

/** How much waits. A press on it opens the talk, C does on the row; a press on the name beside it only goes to the row. */
function dot(open: number, talk: PlanTalk) {
  const text = t('presence.openCount', { count: open });
  const look =
    'figure grid min-h-6 min-w-6 shrink-0 place-items-center rounded-full bg-accent-soft px-1 text-xs font-semibold text-accent';
  return h('button', { type: 'button', tabindex: -1, class: look, title: text, onClick: () => talk.open() }, [
    h('span', { 'aria-hidden': true }, String(open)),
    h('span', { class: 'sr-only' }, text),
  ]);
}
