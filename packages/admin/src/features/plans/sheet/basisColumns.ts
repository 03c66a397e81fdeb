import { readPercent, readWhole } from '@chi-tieu/shared/domain/vietnamese-format';
import { MAX_VOLUME } from '@chi-tieu/shared/domain/cascade/problem';
import { h, type Component } from 'vue';
import { whole } from '../../../i18n/format.ts';
import { t } from '../../../i18n/i18n.ts';
import type { GridColumn, Reading } from '../../../ui/grid/gridColumn.ts';
import { cellOf } from './cells.ts';
import { figure } from './figure.ts';
import type { PlanUnit } from './planUnit.ts';
import { savingNote } from './savingNote.ts';
import type { Sheet } from './useSheet.ts';

type BasisField = 'volume' | 'baseline';

const shown = (field: BasisField, value: number | null): string =>
  value === null ? '—' : field === 'volume' ? whole(value) : figure(value);

/** How a cell of volumes or baselines is drawn: what is typed is marked, and says what was counted. */
export function basisCell(sheet: Sheet, field: BasisField): Component {
  return cellOf((unit) => {
    const text = shown(field, unit[field]);
    if (!isTyped(sheet, unit, field)) return text === '—' ? '' : text;
    const counted = shown(field, unit.counted?.[field] ?? null);
    return h(
      'span',
      {
        class: 'text-accent underline decoration-dotted underline-offset-2',
        title: t('plans.typedInstead', { counted }),
      },
      text,
    );
  });
}

/** How volumes and baselines are typed: an emptied cell goes back to what was counted. */
export function basisEdit(sheet: Sheet, field: BasisField): Pick<GridColumn<PlanUnit>, 'edit' | 'note'> {
  return {
    edit: {
      value: ({ code }) => sheet.read(code, field),
      write: (value) =>
        value === null ? '' : field === 'volume' ? String(value) : figure(value).replace(/[.,]00$/, ''),
      read: (text) => (text.trim() === '' ? { value: null } : readBasis(text, field)),
      refusal: () => (sheet.isOpen.value ? null : t('plans.closedRefusal')),
      ...(field === 'volume' && { inputmode: 'numeric' }),
    },
    note: ({ code }) => savingNote(sheet, `${field}:${code}`),
  };
}

function readBasis(text: string, field: BasisField): Reading {
  const value = field === 'volume' ? readWhole(text) : readPercent(text);
  const isRight = value !== null && (field === 'baseline' || value <= MAX_VOLUME);
  if (isRight) return { value };
  const params = { text: text.trim().slice(0, 20) };
  return { problem: field === 'volume' ? t('plans.volumeUnreadable', params) : t('plans.unreadable', params) };
}

function isTyped(sheet: Sheet, { code, counted }: PlanUnit, field: BasisField): boolean {
  return counted !== undefined && sheet.read(code, field) !== null;
}
