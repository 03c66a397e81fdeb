import {
  AuditTrailDocument,
  type AuditTrailQuery,
  type AuditTrailQueryVariables,
  type SeenEventFragment,
} from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { ref, type Ref } from 'vue';
import { csvText } from '../../app/csv.ts';
import { problemOf } from '../../app/problem.ts';
import { moment, toTheSecond, whole } from '../../i18n/format.ts';
import { t } from '../../i18n/i18n.ts';
import { saveFile } from '../../ui/saveFile.ts';
import { notify } from '../../ui/toast.ts';
import { aboutText } from './aboutText.ts';
import { actorText } from './actorText.ts';
import '../../app/timeline/texts.ts';

/** So many events go into one file; who wants older ones narrows the days. */
const MOST = 10_000;
const PAGE = 100;

/** Saves all events that fit, not only those on the screen: the newest 10,000, and says so where there are more. */
export function useSaveEvents(narrow: () => Omit<AuditTrailQueryVariables, 'first' | 'after'>): {
  saving: Ref<boolean>;
  save: () => Promise<void>;
} {
  const { client } = useApolloClient();
  const saving = ref(false);

  async function page(
    variables: ReturnType<typeof narrow>,
    after: string | null,
  ): Promise<AuditTrailQuery['auditTrail']> {
    const { data } = await client.query({
      query: AuditTrailDocument,
      variables: { ...variables, first: PAGE, after },
      fetchPolicy: 'no-cache',
    });
    return data.auditTrail;
  }
  async function all(): Promise<{ events: SeenEventFragment[]; total: number }> {
    const variables = narrow();
    let found = await page(variables, null);
    const events = [...found.nodes];
    while (found.pageInfo.hasNextPage && events.length < MOST) {
      found = await page(variables, found.pageInfo.endCursor);
      events.push(...found.nodes);
    }
    return { events: events.slice(0, MOST), total: found.totalCount };
  }
  async function save(): Promise<void> {
    if (saving.value) return;
    saving.value = true;
    try {
      const { events, total } = await all();
      const name = `${t('audit.fileName')} ${moment(new Date().toISOString()).replace(/\W+/g, '-')}.csv`;
      saveFile(name, eventsCsv(events), 'text/csv;charset=utf-8');
      const count = whole(events.length);
      if (total > events.length)
        await notify({ kind: 'done', text: t('audit.savedNewest', { count, total: whole(total) }) });
      else await notify({ kind: 'done', text: t('audit.saved', { count }) });
    } catch (error) {
      const { what, toDo } = problemOf(error);
      await notify({ kind: 'failed', text: what, detail: toDo });
    } finally {
      saving.value = false;
    }
  }
  return { saving, save };
}

/** A line an event, with what changed in one cell; headers and moments as people here write them. */
export function eventsCsv(events: readonly SeenEventFragment[]): string {
  const header = [
    t('audit.seq'),
    t('audit.at'),
    t('audit.who'),
    t('audit.address'),
    t('audit.act'),
    t('audit.about'),
    t('audit.unit'),
    t('audit.text'),
    t('audit.changes'),
    t('audit.request'),
  ];
  const changed = ({ differences }: SeenEventFragment): string =>
    differences.map(({ field, before, after }) => `${field}: ${before ?? '—'} → ${after ?? '—'}`).join('\n');
  const rows = events.map((event) => [
    event.seq,
    toTheSecond(event.at),
    actorText(event),
    event.address ?? '',
    event.what,
    aboutText(event) ?? '',
    event.unit?.name ?? '',
    event.text,
    changed(event),
    event.requestId ?? '',
  ]);
  return csvText([header, ...rows]);
}
