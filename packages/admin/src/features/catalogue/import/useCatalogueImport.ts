import {
  ApplyImportDocument,
  CatalogueImportDocument,
  DropImportDocument,
  DropImportRowsDocument,
  MapImportColumnsDocument,
  MendImportCellsDocument,
  PreviewImportDocument,
  UndoImportDocument,
  type ImportMappingInput,
  type ImportMendInput,
} from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { computed, ref } from 'vue';
import { forgetAnswers } from '../../../app/forgetAnswers.ts';
import { problemOf, type Problem } from '../../../app/problem.ts';
import { useAnswer } from '../../../app/useAnswer.ts';
import { t } from '../../../i18n/i18n.ts';
import { notify } from '../../../ui/toast.ts';

/** One import and all that can be done with it. A failure is said, and told to whoever asked. */
export function useCatalogueImport(id: () => string) {
  const { client } = useApolloClient();
  const answer = useAnswer(CatalogueImportDocument, () => ({ id: id() }));
  const record = computed(() => answer.data.value?.catalogueImport ?? null);
  const busy = ref(false);

  /** Runs a change; gives null where it went through, else what was wrong. */
  async function run(change: () => Promise<unknown>, silent = false): Promise<Problem | null> {
    busy.value = true;
    try {
      await change();
      return null;
    } catch (error) {
      const problem = problemOf(error);
      if (!silent)
        await notify({ kind: 'failed', text: problem.fields[0]?.message ?? problem.what, detail: problem.toDo });
      if (problem.code === 'CONFLICT') answer.retry();
      return problem;
    } finally {
      busy.value = false;
    }
  }

  const map = (mapping: ImportMappingInput) =>
    run(() =>
      client.mutate({
        mutation: MapImportColumnsDocument,
        variables: { id: id(), mapping, expectedVersion: record.value?.version ?? null },
      }),
    );
  const mend = (cells: ImportMendInput[]) =>
    run(() => client.mutate({ mutation: MendImportCellsDocument, variables: { id: id(), cells } }));
  const leaveOut = (rows: number[], leftOut: boolean) =>
    run(() => client.mutate({ mutation: DropImportRowsDocument, variables: { id: id(), rows, leftOut } }));
  const preview = () => run(() => client.mutate({ mutation: PreviewImportDocument, variables: { id: id() } }));
  const apply = async () => {
    const expectedVersion = record.value?.version ?? 0;
    const problem = await run(
      () => client.mutate({ mutation: ApplyImportDocument, variables: { id: id(), expectedVersion } }),
      true,
    );
    if (problem === null) forgetAnswers(client);
    return problem;
  };
  const undo = async () => {
    const problem = await run(() => client.mutate({ mutation: UndoImportDocument, variables: { id: id() } }));
    if (problem !== null) return;
    forgetAnswers(client);
    await notify({ kind: 'done', text: t('intake.undone') });
  };
  const drop = async () => {
    const problem = await run(() => client.mutate({ mutation: DropImportDocument, variables: { id: id() } }));
    if (problem !== null) return false;
    forgetAnswers(client);
    await notify({ kind: 'done', text: t('intake.dropped') });
    return true;
  };
  return { answer, record, busy, map, mend, leaveOut, preview, apply, undo, drop };
}

export type CatalogueImportState = ReturnType<typeof useCatalogueImport>;
export type ShownImport = NonNullable<CatalogueImportState['record']['value']>;
