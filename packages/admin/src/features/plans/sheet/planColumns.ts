import { fold } from '@chi-tieu/shared/domain/fold';
import { isEditable } from '@chi-tieu/shared/domain/plan-state';
import { readPercent } from '@chi-tieu/shared/domain/vietnamese-format';
import { h, type VNode } from 'vue';
import IconLocked from '~icons/lucide/lock';
import IconOpen from '~icons/lucide/lock-open';
import IconTake from '~icons/lucide/corner-down-left';
import IconTaken from '~icons/lucide/check';
import { percent, points, whole } from '../../../i18n/format.ts';
import { t } from '../../../i18n/i18n.ts';
import type { GridColumn, GridEdit, GridNote, GridSort } from '../../../ui/grid/gridColumn.ts';
import SparkLine from '../../../ui/SparkLine.vue';
import { basisName } from './basisName.ts';
import { basisCell, basisEdit } from './basisColumns.ts';
import { cellOf } from './cells.ts';
import { figure } from './figure.ts';
import { basisUnderName } from './nameCell.ts';
import { limitBroken } from './limitBroken.ts';
import { moreDossiers, riseOf, type PlanUnit } from './planUnit.ts';
import { savingNote } from './savingNote.ts';
import type { SheetOrder } from './sheetOrder.ts';
import { unitFinder } from './unitNames.ts';
import type { Sheet } from './useSheet.ts';
import type { Months } from './useMonths.ts';

export { figure };

type Column = GridColumn<PlanUnit>;

/** From here on a rise is marked: the points that weigh most in the least effort. */
const STEEP = 2000;

/** What the columns need besides the sheet. */
export interface ColumnParts {
  readonly sheet: Sheet;
  readonly months: Months;
  /** The rows in the order in which they stand. */
  readonly rows: readonly PlanUnit[];
  /** On a phone what is worked with stands first, beside the name. */
  readonly narrow: boolean;
  /** On a screen of 1366 dots not all columns of an amendment have room. */
  readonly tight: boolean;
  readonly lock: (units: readonly PlanUnit[]) => void;
  readonly take: (units: readonly PlanUnit[]) => void;
}

const orDash = (text: string, look: string): VNode =>
  text === '' ? h('span', { class: 'text-ink-3' }, '—') : h('span', { class: look }, text);

/** The columns of a plan's sheet. */
export function planColumns(parts: ColumnParts): Column[] {
  const { sheet, narrow } = parts;
  const name = nameColumn(parts);
  const before = sheet.plan.amends ? [beforeColumn()] : [];
  // By the state the page was opened in: columns do not go while one is typing in them.
  const open = isEditable(sheet.plan.state);
  // Where the column of what was given before leaves no room, the months give way: the figures must not be cut off.
  const months = before.length > 0 && open && parts.tight ? [] : [monthsColumn(parts)];
  const basis = [...months, volumeColumn(sheet), baselineColumn(sheet)];
  // Limits and proposals are of use only while targets can be changed.
  const limits = open ? [limitColumn(sheet, 'floor'), limitColumn(sheet, 'ceiling')] : [];
  const result = [riseColumn(sheet), moreColumn(sheet)];
  const target = [targetColumn(sheet), ...(open ? [ghostColumn(parts)] : [])];
  if (narrow) return [name, ...target, lockColumn(parts), ...result, ...before, ...basis, ...limits];
  return [name, ...basis, ...limits, lockColumn(parts), ...before, ...target, ...result];
}

function nameColumn({ narrow, rows, sheet }: ColumnParts): Column {
  const text = ({ name, isIssuer }: PlanUnit): string => (isIssuer ? t('plans.ownDossiers', { name }) : name);
  const find = unitFinder(rows.map((unit) => ({ name: text(unit), aliases: unit.aliases })));
  const width = narrow ? { width: 142, cell: basisUnderName(text) } : { minWidth: 142 };
  return { key: 'name', header: t('plans.unit'), names: true, ...width, text, find, sort: sortBy(sheet, 'code') };
}

/** A press on the header puts the rows in its order, a second one back in that of the codes. */
function sortBy({ choices }: Sheet, order: SheetOrder): GridSort {
  const active = choices.order.value === order;
  return { active, descending: order !== 'code', press: () => (choices.order.value = active ? 'code' : order) };
}

function monthsColumn({ months }: ColumnParts): Column {
  const valuesOf = ({ code, isIssuer }: PlanUnit): (number | null)[] => months.of.value.get(isIssuer ? '' : code) ?? [];
  const text = (unit: PlanUnit): string => {
    const known = valuesOf(unit).filter((value) => value !== null);
    const [first, last] = [known[0], known.at(-1)];
    return first === undefined || last === undefined
      ? ''
      : t('plans.monthsText', { from: percent(first), to: percent(last) });
  };
  const cell = cellOf((unit) => h(SparkLine, { values: valuesOf(unit), text: text(unit), width: 56, height: 20 }));
  return { key: 'months', header: t('plans.months'), hint: t('plans.monthsHint'), width: 70, text, cell };
}

function volumeColumn(sheet: Sheet): Column {
  const { plan } = sheet;
  return {
    key: 'volume',
    header: t('plans.volume', { period: basisName(plan) }),
    hint: t('plans.volumeHint'),
    width: 60,
    align: 'end',
    text: ({ volume }) => whole(volume),
    copy: ({ volume }) => String(volume),
    cell: basisCell(sheet, 'volume'),
    measure: { unit: 'dossiers', value: ({ volume }) => volume },
    ...basisEdit(sheet, 'volume'),
  };
}

function baselineColumn(sheet: Sheet): Column {
  const { plan } = sheet;
  return {
    key: 'baseline',
    header: t('plans.baseline', { period: basisName(plan) }),
    hint: t('plans.baselineHint'),
    width: 62,
    align: 'end',
    text: ({ baseline }) => figure(baseline),
    cell: basisCell(sheet, 'baseline'),
    measure: { unit: 'percent', value: ({ baseline }) => baseline },
    ...basisEdit(sheet, 'baseline'),
  };
}

function editOf(sheet: Sheet, field: 'target' | 'floor' | 'ceiling'): GridEdit<PlanUnit> {
  return {
    value: ({ code, isIssuer }) => (isIssuer ? null : sheet.read(code, field)),
    write: (value) => figure(value).replace(/[.,]00$/, ''),
    read: (text, { code }) => {
      if (text.trim() === '') return { value: null };
      const value = readPercent(text);
      if (value === null) return { problem: t('plans.unreadable', { text: text.trim().slice(0, 20) }) };
      const other = field === 'target' ? null : sheet.read(code, field === 'floor' ? 'ceiling' : 'floor');
      const crossed = other !== null && (field === 'floor' ? value > other : value < other);
      return crossed ? { problem: t('plans.limitsCrossed') } : { value };
    },
    refusal: ({ code, isIssuer }) => {
      if (isIssuer) return t('plans.ownRefusal');
      if (!sheet.isOpen.value) return t('plans.closedRefusal');
      return field === 'target' && sheet.read(code, 'lock') === 1 ? t('plans.lockedRefusal') : null;
    },
  };
}

function limitColumn(sheet: Sheet, field: 'floor' | 'ceiling'): Column {
  const value = ({ code, isIssuer }: PlanUnit): number | null => (isIssuer ? null : sheet.read(code, field));
  return {
    key: field,
    header: t(field === 'floor' ? 'plans.floor' : 'plans.ceiling'),
    hint: t('plans.limitHint'),
    width: 57,
    align: 'end',
    text: (unit) => figure(value(unit)),
    measure: { unit: 'percent', value },
    edit: editOf(sheet, field),
    note: ({ code }) => savingNote(sheet, `${field}:${code}`),
  };
}

function lockColumn({ sheet, lock }: ColumnParts): Column {
  const isLocked = ({ code, isIssuer }: PlanUnit): boolean => isIssuer || sheet.read(code, 'lock') === 1;
  const text = (unit: PlanUnit): string => t(isLocked(unit) ? 'plans.locked' : 'plans.unlocked');
  const cell = cellOf((unit) => {
    const locked = isLocked(unit);
    if (!locked && !sheet.isOpen.value) return null;
    const look = locked ? 'text-ink-2' : 'text-ink-3 pointer-fine:opacity-0 group-hover:opacity-100';
    return h('span', { class: `inline-flex ${look}`, title: text(unit) }, [
      h(locked ? IconLocked : IconOpen, { class: 'size-3.5', 'aria-hidden': true }),
      h('span', { class: 'sr-only' }, text(unit)),
    ]);
  });
  return {
    key: 'lock',
    header: t('plans.lock'),
    hint: t('plans.lockHint'),
    width: 36,
    align: 'center',
    text,
    cell,
    act: lock,
  };
}

function beforeColumn(): Column {
  return {
    key: 'before',
    header: t('plans.before'),
    hint: t('plans.beforeHint'),
    width: 68,
    align: 'end',
    text: ({ before }) => figure(before),
    measure: { unit: 'percent', value: ({ before }) => before },
  };
}

function targetColumn(sheet: Sheet): Column {
  const value = ({ code, isIssuer, baseline }: PlanUnit): number | null => (isIssuer ? baseline : sheet.targetOf(code));
  const text = (unit: PlanUnit): string => figure(value(unit));
  return {
    key: 'target',
    header: t('plans.target'),
    hint: t('plans.targetHint'),
    width: 78,
    align: 'end',
    tone: 'strong',
    text,
    cell: cellOf((unit) => orDash(text(unit), unit.isIssuer ? 'text-ink-2' : 'font-semibold')),
    measure: { unit: 'percent', value },
    edit: editOf(sheet, 'target'),
    table: { heading: targetHeading, isFigure: (written) => readPercent(written) !== null },
    note: ({ code, isIssuer }) => (isIssuer ? null : (savingNote(sheet, code) ?? limitNote(sheet, code))),
  };
}

function limitNote(sheet: Sheet, code: string): GridNote | null {
  const broken = limitBroken(sheet.targetOf(code), sheet.read(code, 'floor'), sheet.read(code, 'ceiling'));
  if (broken === null) return null;
  const text = broken === 'ceiling' ? 'plans.aboveCeiling' : 'plans.belowFloor';
  return { kind: 'warned', text: t(text, { limit: figure(sheet.read(code, broken)) }) };
}

/** How well the header of a pasted column says that it holds targets. */
function targetHeading(text: string): number {
  const folded = fold(text);
  if (/chi tieu|target/.test(folded)) return 2;
  return /ty le|rate/.test(folded) || text.includes('%') ? 1 : 0;
}

function ghostColumn({ sheet, take }: ColumnParts): Column {
  const proposed = ({ code, isIssuer }: PlanUnit): number | null =>
    isIssuer ? null : (sheet.proposals.byCode.get(code)?.percent ?? null);
  const text = (unit: PlanUnit): string => {
    const value = proposed(unit);
    if (value === null) return '';
    return value === sheet.targetOf(unit.code) ? t('plans.asProposed', { percent: figure(value) }) : figure(value);
  };
  const cell = cellOf((unit) => {
    const value = proposed(unit);
    if (value === null) return orDash('', '');
    const taken = value === sheet.targetOf(unit.code);
    if (taken) return h(IconTaken, { class: 'ml-auto size-4 text-ink-3', 'aria-label': text(unit), role: 'img' });
    return h('span', { class: 'inline-flex items-center gap-1 text-ghost', title: t('plans.takeOne') }, [
      figure(value),
      h(IconTake, { class: 'size-3.5', 'aria-hidden': true }),
    ]);
  });
  return {
    key: 'ghost',
    header: t('plans.proposal'),
    hint: t('plans.proposalHint'),
    width: 74,
    align: 'end',
    tone: 'ghost',
    text,
    copy: (unit) => figure(proposed(unit)),
    cell,
    measure: { unit: 'percent', value: proposed },
    act: take,
  };
}

function riseColumn(sheet: Sheet): Column {
  const rise = (unit: PlanUnit): number | null => (unit.isIssuer ? null : riseOf(unit, sheet.targetOf(unit.code)));
  const text = (unit: PlanUnit): string => {
    const value = rise(unit);
    return value === null ? '' : points(value);
  };
  return {
    key: 'rise',
    header: t('plans.rise'),
    hint: t('plans.riseHint'),
    width: 64,
    align: 'end',
    sort: sortBy(sheet, 'rise'),
    text,
    copy: (unit) => figure(rise(unit)),
    cell: cellOf((unit) => orDash(text(unit), (rise(unit) ?? 0) >= STEEP ? 'text-risk' : '')),
    measure: { unit: 'percent', value: rise },
  };
}

function moreColumn(sheet: Sheet): Column {
  const more = (unit: PlanUnit): number | null =>
    unit.isIssuer ? null : moreDossiers(unit, sheet.targetOf(unit.code));
  return {
    key: 'more',
    header: t('plans.more'),
    hint: t('plans.moreHint'),
    width: 60,
    align: 'end',
    sort: sortBy(sheet, 'more'),
    text: (unit) => {
      const value = more(unit);
      return value === null ? '' : whole(value);
    },
    copy: (unit) => String(more(unit) ?? ''),
    measure: { unit: 'dossiers', value: more },
  };
}
