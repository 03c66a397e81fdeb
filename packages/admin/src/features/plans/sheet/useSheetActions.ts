import type { Conflict } from '@chi-tieu/shared/domain/cascade/conflicts';
import { t } from '../../../i18n/i18n.ts';
import type { GridChange, GridDeed } from '../../../ui/grid/gridColumn.ts';
import { notify, type Withdraw } from '../../../ui/toast.ts';
import { UNIT_FIELDS } from '../saving/targets.ts';
import type { PlanUnit } from './planUnit.ts';
import type { SheetField } from './sheetField.ts';
import type { Sheet } from './useSheet.ts';
import type { SheetChange, SheetHistory } from './useSheetHistory.ts';

/** Everything one can do to a sheet; what changes more than one cell says so, with a way back. */
export interface SheetActions {
  readonly apply: (changes: readonly GridChange[], deed: GridDeed) => void;
  /** Takes the proposals of some units over; how many that changed. */
  readonly take: (units: readonly PlanUnit[]) => number;
  /** Locks the units' targets, or opens them where all are locked already; says what it did. */
  readonly lock: (units: readonly PlanUnit[]) => string;
  /** Gives just the limits or locks that stand in the way up, as one step. */
  readonly loosen: (...conflicts: readonly Conflict[]) => void;
  /** Puts the baselines in as floors where none is typed. */
  readonly floorsFromBaselines: () => void;
  readonly undo: () => string;
  readonly redo: () => string;
}

/** The deeds of a sheet; `say` shows what was done. */
export function useSheetActions(sheet: Sheet, say: typeof notify = notify): SheetActions {
  const { edit, undo, redo } = editWithWayBack(sheet, say);

  function apply(changes: readonly GridChange[], deed: GridDeed): void {
    const count = changes.length;
    const texts: Record<GridDeed, string> = {
      type: t('plans.typed'),
      paste: t('plans.pasted', { count }),
      fill: t('plans.filled', { count }),
      clear: t('plans.cleared', { count }),
    };
    edit(
      changes.flatMap(({ row, column, value }) =>
        isField(column) ? [{ code: codeOf(row), field: column, value }] : [],
      ),
      texts[deed],
    );
  }

  function take(units: readonly PlanUnit[]): number {
    if (!sheet.isOpen.value) return 0;
    const changes = units.flatMap(({ code, isIssuer }): SheetChange[] => {
      const proposal = isIssuer ? undefined : sheet.proposals.byCode.get(code);
      const stays =
        proposal === undefined || sheet.read(code, 'lock') === 1 || sheet.read(code, 'target') === proposal.percent;
      return stays ? [] : [{ code, field: 'target', value: proposal.percent }];
    });
    return edit(changes, t('plans.taken', { count: changes.length }));
  }

  function lock(units: readonly PlanUnit[]): string {
    if (!sheet.isOpen.value) return t('plans.closedRefusal');
    const assigned = units.filter(({ code, isIssuer }) => !isIssuer && sheet.read(code, 'target') !== null);
    if (assigned.length === 0) return t('plans.nothingToLock');
    const value = assigned.every(({ code }) => sheet.read(code, 'lock') === 1) ? 0 : 1;
    const what = t(value === 1 ? 'plans.lockedCount' : 'plans.unlockedCount', { count: assigned.length });
    edit(
      assigned.map(({ code }) => ({ code, field: 'lock', value })),
      what,
    );
    return what;
  }

  function loosen(...conflicts: readonly Conflict[]): void {
    const changes = conflicts.flatMap((conflict) => looseningOf(conflict, sheet));
    edit(changes, t('plans.loosened'));
  }

  function floorsFromBaselines(): void {
    const changes = newFloors(sheet);
    edit(changes, t('plans.floorsTaken', { count: changes.length }));
  }

  return {
    apply,
    take,
    lock,
    loosen,
    floorsFromBaselines,
    undo,
    redo,
  };
}

interface WayBack extends Pick<SheetActions, 'undo' | 'redo'> {
  readonly edit: SheetHistory['edit'];
}

/** Sets values as one step, and offers the way back where it changed more than one; says how many it changed. */
function editWithWayBack(
  { history, read, isOpen }: Pick<Sheet, 'history' | 'read' | 'isOpen'>,
  say: typeof notify,
): WayBack {
  const told = new Map<readonly SheetChange[], Promise<Withdraw>>();
  const holds = ({ code, field, value }: SheetChange): boolean => read(code, field) === value;

  function edit(changes: readonly SheetChange[], what: string): number {
    if (!isOpen.value) return 0;
    const before = new Map(changes.map((change) => [change, read(change.code, change.field)]));
    const changed = history.edit(changes, what);
    const made = changes.filter((change) => before.get(change) !== change.value);
    const back = (): void => {
      // Only what still is as it was made: what was typed since then stays.
      history.edit(
        made.filter(holds).map((change) => ({ ...change, value: before.get(change) ?? null })),
        what,
      );
      withdrawUndone();
    };
    if (changed > 1) told.set(made, say({ kind: 'done', text: what, action: { label: t('ui.undo'), run: back } }));
    return changed;
  }

  function move(way: () => string): string {
    if (!isOpen.value) return t('plans.closedRefusal');
    const what = way();
    withdrawUndone();
    return what;
  }

  // What such a message offers has been done.
  function withdrawUndone(): void {
    for (const [made, notice] of told) {
      if (made.some(holds)) continue;
      told.delete(made);
      void notice.then((withdraw) => withdraw());
    }
  }
  return {
    edit,
    undo: () => move(() => said(history.undo(), 'plans.undone', 'plans.nothingToUndo')),
    redo: () => move(() => said(history.redo(), 'plans.redone', 'plans.nothingToRedo')),
  };
}

/** What is to be changed so that just this limit or lock gives way; nothing where it cannot be changed here. */
export function looseningOf({ code, kind, limit }: Conflict, sheet: Pick<Sheet, 'read'>): SheetChange[] {
  switch (kind) {
    case 'CEILING':
    case 'FLOOR_POLICY':
      return [{ code, field: 'ceiling', value: null }];
    case 'LOCK':
      return [{ code, field: 'lock', value: 0 }];
    case 'LOCK_BEYOND_LIMITS':
      return [{ code, field: sheet.read(code, 'floor') === limit ? 'floor' : 'ceiling', value: null }];
    case 'CURRENT':
      return [{ code, field: 'target', value: null }];
    case 'NO_STEP': {
      // Without its ceiling a unit has a multiple of the step to go to; only where it has none is the floor in the way.
      const field = (['ceiling', 'floor'] as const).find((one) => sheet.read(code, one) !== null);
      return field ? [{ code, field, value: null }] : [];
    }
    case 'ISSUER':
      return [];
  }
}

function isField(column: string): column is SheetField {
  return ['target', 'lock', ...UNIT_FIELDS].includes(column);
}

/** The unit of a row: that of the issuing unit's own dossiers bears its code and a word. */
const codeOf = (row: string): string => row.replace(/ own$/, '');

function said(
  step: { what: string } | null,
  some: 'plans.undone' | 'plans.redone',
  none: 'plans.nothingToUndo' | 'plans.nothingToRedo',
): string {
  return step ? t(some, { what: step.what }) : t(none);
}

/** The baselines as floors, where none is typed and no ceiling stands below. */
function newFloors(sheet: Sheet): SheetChange[] {
  return sheet.units.flatMap(({ code, baseline, isIssuer }): SheetChange[] => {
    if (isIssuer || baseline === null || sheet.read(code, 'floor') !== null) return [];
    const ceiling = sheet.read(code, 'ceiling');
    return [{ code, field: 'floor', value: ceiling === null ? baseline : Math.min(baseline, ceiling) }];
  });
}
