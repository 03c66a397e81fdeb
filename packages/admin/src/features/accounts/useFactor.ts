import {
  ConfirmSecondFactorDocument,
  OfferSecondFactorDocument,
  RemoveSecondFactorDocument,
  RenewRecoveryCodesDocument,
} from '@chi-tieu/shared/generated/graphql';
import { useMutation } from '@vue/apollo-composable';
import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue';
import { problemOf, type Problem } from '../../app/problem.ts';
import { t } from '../../i18n/i18n.ts';
import { notify } from '../../ui/toast.ts';

/** What one is about to do to one’s second factor. */
export type FactorDeed = 'confirm' | 'remove' | 'renew';

export interface FactorDeeds {
  /** What was offered; null before and afterwards. */
  readonly offer: Ref<{ secret: string; uri: string } | null>;
  /** What is being done; null: nothing. */
  readonly deed: Ref<FactorDeed | null>;
  readonly code: Ref<string>;
  readonly password: Ref<string>;
  /** Recovery codes that were just made; they are shown until one says that they are kept. */
  readonly made: Ref<readonly string[] | null>;
  readonly busy: ComputedRef<boolean>;
  readonly problem: Ref<Problem | null>;
  readonly begin: (deed: FactorDeed) => Promise<void>;
  readonly leave: () => void;
  /** Does it by the code and the password; `changed` is called when it is done. */
  readonly submit: () => Promise<void>;
}

/** Sets one’s second factor up, turns it off, and makes new recovery codes. Nothing of it is kept in the memory of answers. */
export function useFactor(changed: () => void): FactorDeeds {
  const offer = shallowRef<{ secret: string; uri: string } | null>(null);
  const deed = ref<FactorDeed | null>(null);
  const [code, password] = [ref(''), ref('')];
  const made = shallowRef<readonly string[] | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const offering = useMutation(OfferSecondFactorDocument, { fetchPolicy: 'no-cache' });
  const confirming = useMutation(ConfirmSecondFactorDocument, { fetchPolicy: 'no-cache' });
  const removing = useMutation(RemoveSecondFactorDocument, { fetchPolicy: 'no-cache' });
  const renewing = useMutation(RenewRecoveryCodesDocument, { fetchPolicy: 'no-cache' });

  async function orProblem(work: () => Promise<void>): Promise<void> {
    problem.value = null;
    try {
      await work();
    } catch (error) {
      problem.value = problemOf(error);
    }
  }

  function leave(): void {
    [deed.value, offer.value, problem.value] = [null, null, null];
    [code.value, password.value] = ['', ''];
  }

  async function begin(next: FactorDeed): Promise<void> {
    leave();
    await orProblem(async () => {
      if (next === 'confirm') offer.value = (await offering.mutate())?.data?.offerSecondFactor ?? null;
      deed.value = next;
    });
  }

  async function submit(): Promise<void> {
    const given = { code: code.value.trim(), password: password.value };
    await orProblem(async () => {
      if (deed.value === 'confirm') made.value = (await confirming.mutate(given))?.data?.confirmSecondFactor ?? null;
      else if (deed.value === 'renew') made.value = (await renewing.mutate(given))?.data?.renewRecoveryCodes ?? null;
      else await removing.mutate(given);
      if (deed.value === 'remove') await notify({ kind: 'done', text: t('accounts.factorRemoved') });
      leave();
      changed();
    });
  }

  const all = [offering, confirming, removing, renewing];
  const busy = computed(() => all.some(({ loading }) => loading.value));
  return { offer, deed, code, password, made, busy, problem, begin, leave, submit };
}
