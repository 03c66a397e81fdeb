import { fold } from '@chi-tieu/shared/domain/fold';
import { ProcedureNamesDocument, type ProcedureNamesQuery } from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { onScopeDispose, ref, shallowRef, type Ref } from 'vue';
import type { Suggestion } from '../../ui/SuggestField.vue';
import { tierTexts } from './levels.ts';

type NamedProcedure = ProcedureNamesQuery['procedures']['nodes'][number];

export interface ProcedureNames {
  /** By code; whole once `ready`. */
  byCode: Ref<ReadonlyMap<string, NamedProcedure>>;
  ready: Ref<boolean>;
  /** The procedures that a text may mean: every word of it in code or name, without marks, in any order. */
  suggest: (text: string) => Suggestion[];
}

const PAGE = 500;
const MOST_SUGGESTED = 8;

/**
 * Every procedure by code and name, fetched once: a decision has hundreds of lines, and a name beside each code as one
 * types is worth more than one request a line. When it fails codes are still typed; the server checks them.
 */
export function useProcedureNames(): ProcedureNames {
  const { client } = useApolloClient();
  const byCode = shallowRef<ReadonlyMap<string, NamedProcedure>>(new Map());
  const searched = shallowRef<readonly { text: string; procedure: NamedProcedure }[]>([]);
  const ready = ref(false);
  let gone = false;
  onScopeDispose(() => (gone = true));

  async function page(after: string | null): Promise<ProcedureNamesQuery['procedures']> {
    const variables = { first: PAGE, after };
    const { data } = await client.query({ query: ProcedureNamesDocument, variables, fetchPolicy: 'no-cache' });
    return data.procedures;
  }
  async function load(): Promise<void> {
    const all: NamedProcedure[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo } = await page(after);
      all.push(...nodes);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null && !gone);
    byCode.value = new Map(all.map((procedure) => [procedure.code, procedure]));
    searched.value = all.map((procedure) => ({
      text: `${procedure.code} ${fold(`${procedure.code} ${procedure.name}`)}`,
      procedure,
    }));
    ready.value = true;
  }
  load().catch(() => undefined);

  function suggest(text: string): Suggestion[] {
    const words = fold(text).split(' ').filter(Boolean);
    if (words.length === 0) return [];
    const found: Suggestion[] = [];
    for (const { text: target, procedure } of searched.value) {
      if (!words.every((word) => target.includes(word))) continue;
      const { code, name, tiers } = procedure;
      found.push({ value: code, label: name, note: `${code} · ${tierTexts(tiers)}` });
      if (found.length === MOST_SUGGESTED) break;
    }
    return found;
  }
  return { byCode, ready, suggest };
}
