import { isDay, type Day } from '@chi-tieu/shared/domain/days';
import { AuditTrailDocument } from '@chi-tieu/shared/generated/graphql';
import { useQuery } from '@vue/apollo-composable';
import { computed } from 'vue';
import { useAnswer } from '../../app/useAnswer.ts';
import { usePages } from '../../app/usePages.ts';
import { urlCode, useUrlState, type UrlField } from '../../app/useUrlState.ts';
import { urlAbout } from './aboutText.ts';
import { useSaveEvents } from './useSaveEvents.ts';

const urlDayOrNone = (): UrlField<Day | null> => ({
  read: (raw) => (isDay(raw) ? raw : undefined),
  write: (value) => value ?? '',
  fallback: () => null,
  history: 'push',
});

/** The trail as the address of the page narrows it. */
export function useAuditTrail() {
  const state = useUrlState({
    about: urlAbout(),
    by: urlCode(),
    act: urlCode(),
    since: urlDayOrNone(),
    until: urlDayOrNone(),
    event: urlCode(),
  });
  const { about, by, act, since, until, event } = state;
  const narrow = () => ({
    about: about.value,
    by: by.value,
    act: act.value,
    from: since.value,
    to: until.value,
    seq: null,
  });
  const answer = useAnswer(AuditTrailDocument, () => ({ ...narrow(), first: 50, after: null }));
  const pages = usePages(answer.query, (result) => result.auditTrail);
  const narrowed = computed(() => [about, by, act, since, until].some(({ value }) => value !== null));
  const listed = computed(() => pages.nodes.value.find(({ seq }) => seq === event.value) ?? null);
  /** An event that the pages so far do not show is asked for by its number. */
  const apart = useQuery(
    AuditTrailDocument,
    () => ({ about: null, by: null, act: null, from: null, to: null, seq: event.value, first: 1, after: null }),
    () => ({ enabled: event.value !== null && answer.data.value !== undefined && listed.value === null }),
  );
  const looked = computed(
    () => listed.value ?? apart.result.value?.auditTrail.nodes.find(({ seq }) => seq === event.value) ?? null,
  );
  const unknown = computed(
    () => event.value !== null && looked.value === null && apart.result.value?.auditTrail.nodes.length === 0,
  );
  function widen(): void {
    for (const field of [about, by, act, since, until]) field.value = null;
  }
  return { state, answer, pages, narrowed, looked, unknown, widen, ...useSaveEvents(narrow) };
}
