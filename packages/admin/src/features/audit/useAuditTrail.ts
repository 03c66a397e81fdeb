import { isDay, type Day } from '@chi-tieu/shared/domain/days';
import { AuditTrailDocument, type SeenEventFragment } from '@chi-tieu/shared/generated/graphql';
import { computed } from 'vue';
import { csvText } from '../../app/csv.ts';
import { useAnswer } from '../../app/useAnswer.ts';
import { usePages } from '../../app/usePages.ts';
import { urlCode, useUrlState, type UrlField } from '../../app/useUrlState.ts';
import { moment } from '../../i18n/format.ts';
import { t } from '../../i18n/i18n.ts';
import { saveFile } from '../../ui/saveFile.ts';
import { actorText } from './actorText.ts';

const urlDayOrNone = (): UrlField<Day | null> => ({
  read: (raw) => (isDay(raw) ? raw : undefined),
  write: (value) => value ?? '',
  fallback: () => null,
  history: 'push',
});

/** The trail as the address of the page narrows it. */
export function useAuditTrail() {
  const state = useUrlState({
    about: urlCode(),
    by: urlCode(),
    act: urlCode(),
    since: urlDayOrNone(),
    until: urlDayOrNone(),
    event: urlCode(),
  });
  const { about, by, act, since, until, event } = state;
  const answer = useAnswer(AuditTrailDocument, () => ({
    about: about.value,
    by: by.value,
    act: act.value,
    from: since.value,
    to: until.value,
    first: 50,
    after: null,
  }));
  const pages = usePages(answer.query, (result) => result.auditTrail);
  const narrowed = computed(() => [about, by, act, since, until].some(({ value }) => value !== null));
  const looked = computed(() => pages.nodes.value.find(({ seq }) => seq === event.value) ?? null);
  function widen(): void {
    for (const field of [about, by, act, since, until]) field.value = null;
  }
  return { state, answer, pages, narrowed, looked, widen, save: () => saveEvents(pages.nodes.value) };
}

/** Hands over what is seen, a line an event, with what changed in one cell. */
function saveEvents(events: readonly SeenEventFragment[]): void {
  const header = ['seq', 'at', 'actor', 'address', 'act', 'about', 'unit', 'text', 'changes', 'request'];
  const changed = ({ differences }: SeenEventFragment): string =>
    differences.map(({ field, before, after }) => `${field}: ${before ?? '—'} → ${after ?? '—'}`).join('\n');
  const rows = events.map((event) => [
    event.seq,
    event.at,
    actorText(event),
    event.address ?? '',
    event.what,
    [event.aboutKind, event.aboutId].filter(Boolean).join(':'),
    event.unit?.name ?? '',
    event.text,
    changed(event),
    event.requestId ?? '',
  ]);
  const name = `${t('audit.fileName')} ${moment(new Date().toISOString()).replace(/\W+/g, '-')}.csv`;
  saveFile(name, csvText([header, ...rows]), 'text/csv;charset=utf-8');
}
