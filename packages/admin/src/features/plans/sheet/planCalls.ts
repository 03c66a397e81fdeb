import type { ApolloClient } from '@apollo/client/core';
import {
  ClearTargetsDocument,
  PlanNowDocument,
  SetPlanInputsDocument,
  SetTargetsDocument,
  type CascadeMethod,
  type PlanTargetsFragment,
} from '@chi-tieu/shared/generated/graphql';
import { UNATTENDED } from '../../../app/apollo.ts';
import { problemOf } from '../../../app/problem.ts';
import { inputsVariables, remotePlanOf, targetInput, type TargetValue } from '../saving/targets.ts';
import type { SavingCalls } from '../saving/TargetSaving.ts';

/** By which method targets were proposed, all of them; null where somebody typed. */
export type MethodOf = (targets: readonly [code: string, value: TargetValue][]) => CascadeMethod | null;

/**
 * The calls that save a plan's targets. Past the cache: the page holds the plan itself, and an answer that is older than
 * what is on the screen must never be shown.
 */
export function planCalls(client: ApolloClient<unknown>, plan: string, methodOf: MethodOf): SavingCalls {
  const take = (answer: PlanTargetsFragment | null | undefined) => {
    if (!answer) throw new Error('The plan is gone');
    return remotePlanOf(answer);
  };
  return {
    async set(targets, expectedVersion) {
      const inputs = targets.map(([code, value]) => targetInput(code, value));
      const variables = { plan, expectedVersion, targets: inputs, proposedBy: methodOf(targets) };
      const { data } = await client.mutate({ mutation: SetTargetsDocument, variables, fetchPolicy: 'no-cache' });
      return take(data?.setTargets);
    },
    async clear(units, expectedVersion) {
      const variables = { plan, expectedVersion, units: [...units] };
      const { data } = await client.mutate({ mutation: ClearTargetsDocument, variables, fetchPolicy: 'no-cache' });
      return take(data?.clearTargets);
    },
    async inputs(changed, expectedVersion) {
      const variables = { plan, expectedVersion, ...inputsVariables(changed) };
      const { data } = await client.mutate({ mutation: SetPlanInputsDocument, variables, fetchPolicy: 'no-cache' });
      return take(data?.setPlanInputs);
    },
    async read() {
      const { data } = await client.query({ query: PlanNowDocument, variables: { id: plan }, fetchPolicy: 'no-cache' });
      return take(data.targetPlan);
    },
    async look() {
      const variables = { id: plan };
      const options = { fetchPolicy: 'no-cache', context: UNATTENDED } as const;
      const { data } = await client.query({ query: PlanNowDocument, variables, ...options });
      return take(data.targetPlan);
    },
    isConflict: (error) => problemOf(error).code === 'CONFLICT',
    isPassing: (error) => ['NETWORK', 'INTERNAL_SERVER_ERROR'].includes(problemOf(error).code),
  };
}
