import {
  DeleteScenarioDocument,
  PlanScenariosDocument,
  SaveScenarioDocument,
  type ScenarioFactsFragment,
} from '@chi-tieu/shared/generated/graphql';
import { useApolloClient, useQuery } from '@vue/apollo-composable';
import { computed, ref, type ComputedRef, type Ref } from 'vue';
import { may } from '../../../app/rights.ts';
import { problemOf } from '../../../app/problem.ts';
import { t } from '../../../i18n/i18n.ts';
import { notify } from '../../../ui/toast.ts';
import { cellsOf, type Cells } from '../saving/targets.ts';
import type { Sheet } from '../sheet/useSheet.ts';
import { contentOf } from './scenarioCells.ts';
import { useTakeScenario } from './useTakeScenario.ts';

/** A scenario of the plan with its cells. */
export interface KeptScenario extends ScenarioFactsFragment {
  readonly cells: Cells;
}

export interface Scenarios {
  readonly list: ComputedRef<readonly KeptScenario[]>;
  readonly ready: ComputedRef<boolean>;
  readonly loading: Ref<boolean>;
  readonly error: Ref<Error | null>;
  readonly reload: () => Promise<unknown>;
  /** Whether the caller may keep and change scenarios. */
  readonly mayEdit: ComputedRef<boolean>;
  /** What was refused of the last save; empty where nothing was. */
  readonly problem: Ref<string>;
  readonly busy: Ref<boolean>;
  /** Keeps cells under a name; the new scenario's id, null where it was refused. */
  readonly keep: (name: string, cells: Cells) => Promise<string | null>;
  readonly rename: (scenario: KeptScenario, name: string) => Promise<boolean>;
  readonly remove: (scenario: KeptScenario) => Promise<void>;
  readonly take: (scenario: KeptScenario) => Promise<void>;
}

/** Says aloud what was refused. */
function aloud(text: string): void {
  void notify({ kind: 'failed', text });
}

/** The scenarios of the plan on the screen, and what can be done with them. */
export function useScenarios(sheet: Sheet): Scenarios {
  const { client } = useApolloClient();
  const { plan } = sheet;
  const asked = useQuery(PlanScenariosDocument, { id: plan.id }, { fetchPolicy: 'no-cache' });
  const [busy, problem] = [ref(false), ref('')];
  const list = computed(() =>
    (asked.result.value?.targetPlan?.scenarios ?? []).map((one) => ({ ...one, cells: cellsOf(one) })),
  );
  const reload = async (): Promise<unknown> => asked.refetch()?.catch(() => null);

  /** Does something and asks anew; what is refused is told by `say`. */
  async function attempt<T>(deed: () => Promise<T>, say: (text: string) => void): Promise<T | null> {
    busy.value = true;
    problem.value = '';
    try {
      const done = await deed();
      await reload();
      return done;
    } catch (error) {
      const { what, toDo, code } = problemOf(error);
      say(`${what} ${toDo}`);
      if (code === 'CONFLICT' || code === 'NOT_FOUND') await reload();
      return null;
    } finally {
      busy.value = false;
    }
  }
  const inDialog = (text: string): void => void (problem.value = text);
  const take = useTakeScenario(sheet, (deed) => attempt(deed, aloud));

  async function keep(name: string, cells: Cells): Promise<string | null> {
    const variables = { input: { plan: plan.id, name, ...contentOf(cells) } };
    const saved = () => client.mutate({ mutation: SaveScenarioDocument, variables, fetchPolicy: 'no-cache' });
    return (await attempt(saved, inDialog))?.data?.saveScenario.id ?? null;
  }
  async function rename({ id, version }: KeptScenario, name: string): Promise<boolean> {
    const variables = { input: { plan: plan.id, id, name, expectedVersion: version } };
    const saved = () => client.mutate({ mutation: SaveScenarioDocument, variables, fetchPolicy: 'no-cache' });
    return (await attempt(saved, inDialog)) !== null;
  }
  async function remove({ id, version, name, cells }: KeptScenario): Promise<void> {
    const variables = { id, expectedVersion: version };
    const gone = await attempt(() => client.mutate({ mutation: DeleteScenarioDocument, variables }), aloud);
    if (!gone) return;
    const action = { label: t('ui.undo'), run: () => void keep(name, cells) };
    await notify({ kind: 'done', text: t('scenarios.deleted', { name }), action });
  }

  return {
    list,
    ready: computed(() => asked.result.value !== undefined),
    loading: asked.loading,
    error: asked.error,
    reload,
    mayEdit: computed(() => may('plan.draft', plan.issuer.code)),
    problem,
    busy,
    keep,
    rename,
    remove,
    take,
  };
}
