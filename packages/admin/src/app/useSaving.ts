import type { OperationVariables, TypedDocumentNode } from '@apollo/client/core';
import { useApolloClient } from '@vue/apollo-composable';
import { computed, ref, type ComputedRef, type Ref } from 'vue';
import { forgetAnswers } from './forgetAnswers.ts';
import { useRefusal } from './useRefusal.ts';

interface Saving {
  /** What a FormDialog takes of it. */
  readonly frame: ComputedRef<{ busy: boolean; refused: string }>;
  /** Somebody tried to save: what is lacking is told from now on. */
  readonly tried: Ref<boolean>;
  /** That a field lacks what it must have, once somebody tried; undefined else. */
  readonly lacking: (value: unknown, text: string) => string | undefined;
  /** Why a field was refused; of a field with many parts why any of them was. */
  readonly about: (path: string) => string | undefined;
  readonly aboutMany: (path: string, size: number) => string | undefined;
  /** Asks the server for a change, whose answer is not kept. */
  readonly mutate: <T, V extends OperationVariables>(
    mutation: TypedDocumentNode<T, V>,
    variables: V,
  ) => Promise<T | null | undefined>;
  /** Does it, and gives what it gave to `done` with every answer forgotten; a refusal is kept to be told. */
  readonly save: (deed: () => Promise<string>) => Promise<void>;
}

/** What dialogs that make or change one thing have in common: what is lacking, what was refused, and what is to be read anew afterwards. */
export function useSaving(done: (id: string) => void): Saving {
  const { client } = useApolloClient();
  const { busy, about, whole, run } = useRefusal();
  const tried = ref(false);
  const isEmpty = (value: unknown): boolean =>
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0);
  return {
    frame: computed(() => ({ busy: busy.value, refused: whole.value })),
    tried,
    lacking: (value, text) => (tried.value && isEmpty(value) ? text : undefined),
    about,
    aboutMany: (path, size) =>
      [path, ...Array.from({ length: size }, (_, at) => `${path}.${at}`)].map(about).find((text) => text !== undefined),
    mutate: async (mutation, variables) => (await client.mutate({ mutation, variables, fetchPolicy: 'no-cache' })).data,
    save: async (deed) => {
      let id = '';
      if (!(await run(async () => (id = await deed())))) return;
      forgetAnswers(client);
      done(id);
    },
  };
}
