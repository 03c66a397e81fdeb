import {
  ProcedureToEditDocument,
  type ProcedureDraftOfQuery,
  type ProcedureSaidFragment,
} from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { computed, reactive, ref, shallowRef, type Ref } from 'vue';
import type { Day } from '@chi-tieu/shared/domain/days';
import { forgetAnswers } from '../../app/forgetAnswers.ts';
import { problemOf } from '../../app/problem.ts';
import { t } from '../../i18n/i18n.ts';
import { notify } from '../../ui/toast.ts';
import { conflictIn, resolved, type Choices, type Conflict } from './conflict.ts';
import { rememberForms } from './formFiles.ts';
import { missingIn, NO_SOURCE, typedOf, valuesIn, type ProcedureDraft } from './procedureDraft.ts';
import { NOTHING_SAID, rebased, valuesOf } from './procedureValues.ts';
import { sendDropped, sendKept, sendPublished, type Seen } from './procedureSending.ts';
import { useUndo } from './useUndo.ts';

export type KeptDraft = NonNullable<ProcedureDraftOfQuery['procedureDraft']>;

/** What the form begins from. */
export interface FormStart {
  /** What is published; null for a new procedure. */
  published: ProcedureSaidFragment | null;
  /** What somebody kept before. */
  kept: KeptDraft | null;
  /** The code of a new one. */
  preset: string | null;
}

type Deed = 'publish' | 'keep' | 'drop';
/** What was lost against whom: `of` says whether the procedure or its kept draft was changed meanwhile. */
interface Clash {
  readonly conflict: Conflict;
  readonly of: 'PROCEDURE' | 'DRAFT';
  readonly deed: Deed;
}

export interface ProcedureFormState {
  draft: ProcedureDraft;
  /** What was refused, by field (`links.0.url`); `''` is what concerns no field. */
  problems: Ref<Readonly<Record<string, string>>>;
  busy: Ref<Deed | null>;
  /** Not null while one has to choose between what others and oneself changed. */
  clash: Ref<Clash | null>;
  /** The version of the kept draft, 0 while there is none. */
  keptVersion: Ref<number>;
  isUnsaved: () => boolean;
  /** Each gives the code, or null when something was refused. */
  publish: () => Promise<string | null>;
  keep: () => Promise<string | null>;
  drop: () => Promise<string | null>;
  choose: (choices: Choices) => Promise<string | null>;
  /** Has the text hold from a day, or (null) take the place of today's; what was not touched reads as on that day. */
  holdFrom: (day: Day | null) => Promise<void>;
}

/**
 * A procedure being written: published, or kept as a draft. Whatever is sent names the versions that it was made from: what somebody else
 * stored meanwhile is a clash, shown field by field, and never overwritten. What was published can be undone from its message.
 */
export function useProcedureForm({ published, kept, preset }: FormStart): ProcedureFormState {
  const { client } = useApolloClient();
  const { offerUndo } = useUndo();
  rememberForms([...(published?.documents ?? []), ...(kept?.documents ?? [])]);
  const draft = reactive(begin({ published, kept, preset }));
  const seen = reactive<Seen>({ published: kept?.baseVersion ?? published?.version ?? 0, kept: kept?.version ?? 0 });
  const { busy, problems, clash, isUnsaved, run } = useDeeds(draft);
  const holdFrom = useTextDay(draft, published);

  const publish = (): Promise<string | null> =>
    run('publish', async () => {
      const before = seen.published;
      const after = await sendPublished(client, draft, seen);
      await offerUndo(draft.code, { before, after }, t('procedures.published', { code: draft.code }));
    });
  const keep = (): Promise<string | null> =>
    run('keep', async () => {
      await sendKept(client, draft, seen);
      void notify({ kind: 'done', text: t('procedures.kept', { code: draft.code }) });
    });
  const drop = (): Promise<string | null> => run('drop', () => sendDropped(client, draft.code, seen));
  function choose(choices: Choices): Promise<string | null> {
    if (!clash.value) return Promise.resolve(null);
    const { conflict, of, deed } = clash.value;
    Object.assign(draft, typedOf(resolved(valuesIn(draft), conflict, choices)));
    seen[of === 'DRAFT' ? 'kept' : 'published'] = conflict.version;
    return deed === 'keep' ? keep() : publish();
  }
  const keptVersion = computed(() => seen.kept);
  return { draft, problems, busy, clash, keptVersion, isUnsaved, publish, keep, drop, choose, holdFrom };
}

/** How one thing after the other is sent: what was refused stands at its field, what was lost to somebody else is a clash. */
function useDeeds(draft: ProcedureDraft) {
  const { client } = useApolloClient();
  const problems = ref<Record<string, string>>({});
  const busy = ref<Deed | null>(null);
  const clash = shallowRef<Clash | null>(null);
  let saved = JSON.stringify(draft);

  async function run(deed: Deed, send: () => Promise<void>): Promise<string | null> {
    clash.value = null;
    problems.value = deed === 'drop' ? {} : missingIn(draft, { kept: deed === 'keep' });
    if (Object.keys(problems.value).length > 0) return null;
    busy.value = deed;
    try {
      await send();
      saved = JSON.stringify(draft);
      forgetAnswers(client);
      return draft.code;
    } catch (error) {
      const conflict = deed === 'drop' ? null : conflictIn(error);
      if (conflict) clash.value = { conflict, of: isOfDraft(error) ? 'DRAFT' : 'PROCEDURE', deed };
      else problems.value = problemsByField(error);
      return null;
    } finally {
      busy.value = null;
    }
  }
  return { busy, problems, clash, run, isUnsaved: () => JSON.stringify(draft) !== saved };
}

/** Has the text hold from a day, or take the place of today's, and read as on that day where nothing was typed. */
function useTextDay(
  draft: ProcedureDraft,
  published: ProcedureSaidFragment | null,
): (day: Day | null) => Promise<void> {
  const { client } = useApolloClient();
  let base = published ? valuesOf(published) : NOTHING_SAID;
  return async (day) => {
    draft.textFrom = day;
    if (!published) return;
    const variables = { code: draft.code, on: day };
    const asked = client.query({ query: ProcedureToEditDocument, variables, fetchPolicy: 'no-cache' });
    const next = (await asked.catch(() => null))?.data.procedure;
    if (!next || draft.textFrom !== day) return;
    Object.assign(draft, typedOf(rebased(base, valuesIn(draft), valuesOf(next))));
    base = valuesOf(next);
  };
}

function begin({ published, kept, preset }: FormStart): ProcedureDraft {
  const code = published?.code ?? kept?.code ?? preset ?? '';
  const typed = typedOf(valuesOf(kept ?? published ?? NOTHING_SAID));
  if (!kept) return { code, ...typed, ...NO_SOURCE };
  const { textFrom, decision, locator } = kept;
  return {
    code,
    ...typed,
    textFrom,
    number: decision?.number ?? '',
    issuedOn: decision?.issuedOn ?? null,
    effectiveOn: decision?.effectiveOn ?? null,
    locator: locator ?? '',
  };
}

/** A race about the draft names no field of the input. */
function isOfDraft(error: unknown): boolean {
  return problemOf(error).fields.length === 0;
}

function problemsByField(error: unknown): Record<string, string> {
  const { what, toDo, fields } = problemOf(error);
  if (fields.length === 0) return { '': `${what} ${toDo}` };
  return Object.fromEntries(
    fields.map(({ path, message }) => [/^input\.(?:\d+\.)?(?:decision\.)?(.+)$/.exec(path)?.[1] ?? '', message]),
  );
}
