import { PlanNowDocument, TakeScenarioDocument } from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { t } from '../../../i18n/i18n.ts';
import { notify } from '../../../ui/toast.ts';
import { remotePlanOf } from '../saving/targets.ts';
import type { Sheet } from '../sheet/useSheet.ts';
import { cellsNow } from './scenarioCells.ts';
import type { KeptScenario } from './useScenarios.ts';

/** Does something at the server and says why where it is refused: null then. */
type Attempt = <T>(deed: () => Promise<T>) => Promise<T | null>;

/** Has the plan read as a scenario does: on the server in one step, here as one that can be undone. */
export function useTakeScenario(sheet: Sheet, attempt: Attempt): (scenario: KeptScenario) => Promise<void> {
  const { client } = useApolloClient();
  const { plan, saving, history } = sheet;

  async function take({ id, name }: KeptScenario): Promise<void> {
    if (!(await saving.saveNow())) {
      await notify({ kind: 'failed', text: t('scenarios.saveFirst') });
      return;
    }
    const before = cellsNow(sheet);
    const variables = { id, expectedVersion: saving.version.value };
    const answer = await attempt(() =>
      client.mutate({ mutation: TakeScenarioDocument, variables, fetchPolicy: 'no-cache' }),
    );
    const taken = answer?.data?.takeScenario;
    if (!taken) {
      await catchUp();
      return;
    }
    const remote = remotePlanOf(taken);
    saving.catchUp(remote, { mine: true });
    const keys = [...new Set([...before.keys(), ...remote.cells.keys()])];
    const back = history.adopt(
      keys.map((key) => ({ key, before: before.get(key), after: remote.cells.get(key) })),
      t('scenarios.takenShort', { name }),
    );
    const run = (): void => {
      if (!back()) void notify({ kind: 'failed', text: t('scenarios.notUndone') });
    };
    await notify({ kind: 'done', text: t('scenarios.taken', { name }), action: { label: t('ui.undo'), run } });
  }

  /** Somebody was faster: what they did is shown before one tries again. */
  async function catchUp(): Promise<void> {
    const asked = { query: PlanNowDocument, variables: { id: plan.id }, fetchPolicy: 'no-cache' as const };
    const answer = await client.query(asked).catch(() => null);
    if (answer?.data.targetPlan) saving.catchUp(remotePlanOf(answer.data.targetPlan));
  }
  return take;
}
