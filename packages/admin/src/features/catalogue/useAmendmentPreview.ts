import { sameValue } from '@chi-tieu/shared/domain/same-value';
import { PreviewDecisionDocument, type PreviewDecisionMutation } from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { ref, shallowRef, watch, type Ref } from 'vue';
import { entryInput } from './amendmentDraft.ts';
import type { Amendment } from './useAmendment.ts';

export type Preview = PreviewDecisionMutation['previewDecision'];

export interface AmendmentPreview {
  /** What the draft would do; null until it was tried, and again once anything of it changes. */
  tried: Ref<Preview | null>;
  trying: Ref<boolean>;
  /** Tries the draft; false where something was refused, and then it stands where it is mended. */
  attempt: () => Promise<boolean>;
  forget: () => void;
}

/** A decision tried before it is entered: what it changes, and what that does to the figures. */
export function useAmendmentPreview(amendment: Amendment): AmendmentPreview {
  const { client } = useApolloClient();
  const tried = shallowRef<Preview | null>(null);
  const trying = ref(false);
  const forget = (): void => void (tried.value = null);
  watch(amendment.draft, forget, { deep: true });

  async function attempt(): Promise<boolean> {
    trying.value = true;
    try {
      const { issuedOn } = amendment.draft.value;
      if (!(await amendment.check()) || issuedOn === null) return false;
      const inputNow = () => entryInput(amendment.draft.value, issuedOn, amendment.isKnown);
      const input = inputNow();
      const { data } = await client.mutate({ mutation: PreviewDecisionDocument, variables: { input } });
      // An answer about what was changed meanwhile tells nothing of what is there now.
      const isCurrent = issuedOn === amendment.draft.value.issuedOn && sameValue(input, inputNow());
      tried.value = (isCurrent && data?.previewDecision) || null;
      return tried.value !== null;
    } catch (error) {
      amendment.refuse(error);
      return false;
    } finally {
      trying.value = false;
    }
  }
  return { tried, trying, attempt, forget };
}
