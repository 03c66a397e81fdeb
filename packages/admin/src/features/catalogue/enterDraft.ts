import type { Day } from '@chi-tieu/shared/domain/days';
import { EnterDecisionDocument, type EnterDecisionMutation } from '@chi-tieu/shared/generated/graphql';
import type { ApolloClient } from '@apollo/client/core';
import { entryInput, type AmendmentDraft } from './amendmentDraft.ts';
import { conflictIn, resolved, undecided, type Choices } from './conflict.ts';
import type { DecisionConflict, DecisionField } from './decisionConflict.ts';

/** What came of entering a draft: it was entered, or somebody has to choose first. */
export type EntryOutcome =
  { entered: EnterDecisionMutation['enterDecision']; conflict: null } | { entered: null; conflict: DecisionConflict };

/**
 * Enters the draft as a decision that is in the version that was seen. Where somebody entered or changed it meanwhile, what one side alone
 * says is put together and it is entered again; where both say something else of the same, nothing is entered.
 */
export async function enterDraft(
  client: ApolloClient<unknown>,
  draft: AmendmentDraft,
  issuedOn: Day,
  isKnown: (code: string) => boolean,
): Promise<EntryOutcome> {
  try {
    const input = { ...entryInput(draft, issuedOn, isKnown), expectedVersion: draft.seenVersion };
    const { data } = await client.mutate({ mutation: EnterDecisionDocument, variables: { input } });
    if (!data) throw new Error('a change without an answer');
    return { entered: data.enterDecision, conflict: null };
  } catch (error) {
    const conflict = conflictIn<DecisionField>(error);
    if (!conflict) throw error;
    if (undecided(conflict, {}).length > 0 || conflict.version === draft.seenVersion)
      return { entered: null, conflict };
    settle(draft, conflict, {});
    return enterDraft(client, draft, issuedOn, isKnown);
  }
}

/** Takes what was chosen, and what one side alone says, into the draft. Its files come to those that the decision has. */
export function settle(draft: AmendmentDraft, conflict: DecisionConflict, choices: Choices<DecisionField>): void {
  const { number, issuedOn, effectiveOn, signer, title } = resolved<DecisionField, Record<DecisionField, unknown>>(
    { ...draft, issuer: null, notes: null },
    conflict,
    choices,
  );
  draft.number = textOf(number);
  draft.issuedOn = (issuedOn as Day | null) ?? draft.issuedOn;
  draft.effectiveOn = (effectiveOn as Day | null) ?? draft.effectiveOn;
  draft.signer = textOf(signer);
  draft.title = textOf(title);
  draft.seenVersion = conflict.version;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
