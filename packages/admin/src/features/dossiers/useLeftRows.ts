import { useApolloClient } from '@vue/apollo-composable';
import { ref, type Ref } from 'vue';
import { problemOf } from '../../app/problem.ts';
import { t } from '../../i18n/i18n.ts';
import { saveFile } from '../../ui/saveFile.ts';
import { notify } from '../../ui/toast.ts';
import type { ImportKind } from './importJob.ts';
import { leftRowsCsv } from './leftRows.ts';
import { quarantinedRows } from './quarantinedRows.ts';
import type { RowProblem } from './receipt.ts';
import { PROCEDURE_FIELDS, ROW_FIELDS } from './rowFields.ts';
import { rowNumber } from './rowInFile.ts';
import './importTexts.ts';

/** The names of the columns that an import of a kind reads. */
export const columnsOf = (kind: ImportKind): readonly string[] =>
  (kind === 'procedures' ? PROCEDURE_FIELDS : ROW_FIELDS).map(({ name }) => name);

export interface LeftRows {
  busy: Ref<boolean>;
  /** Saves the rows of an import that were left as a file; `batch` is null where nothing was stored (a dry run). */
  save: (about: { kind: ImportKind; name: string; batch: string | null; told: readonly RowProblem[] }) => Promise<void>;
}

/** The file of the rows that an import left, with all that is kept of each. */
export function useLeftRows(): LeftRows {
  const { client } = useApolloClient();
  const busy = ref(false);

  const save: LeftRows['save'] = async ({ kind, name, batch, told }) => {
    busy.value = true;
    try {
      const kept = batch === null ? [] : await quarantinedRows(client, batch);
      const header = { row: t('imports.row'), field: t('imports.field'), message: t('imports.problem') };
      const numbered = <R extends RowProblem>(rows: readonly R[]): R[] =>
        rows.map((row) => ({ ...row, row: rowNumber(row.row, name) }));
      const csv = leftRowsCsv(numbered(kept), numbered(told), columnsOf(kind), header);
      saveFile(`${name.replace(/(\.[a-z]+){1,2}$/i, '')}-${t('imports.leftFile')}.csv`, csv, 'text/csv;charset=utf-8');
    } catch (error) {
      const { what, toDo } = problemOf(error);
      await notify({ kind: 'failed', text: what, detail: toDo });
    } finally {
      busy.value = false;
    }
  };
  return { busy, save };
}
