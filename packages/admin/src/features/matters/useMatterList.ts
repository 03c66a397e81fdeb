import { computed, type WritableComputedRef } from 'vue';
import { useRouter, type RouteLocationRaw } from 'vue-router';
import { keepScroll } from '../../app/keepScroll.ts';
import { useFrame } from '../../app/useFrame.ts';
import { urlChoice, urlCode, useUrlState } from '../../app/useUrlState.ts';
import { t, type PlainKey } from '../../i18n/i18n.ts';
import { notify } from '../../ui/toast.ts';
import type { Tone } from '../../ui/tone.ts';

/** What the three lists of matters share: all that is chosen stands in the address, and what is made opens. */
export function useMatterList<S extends string>({
  name,
  states,
  made,
}: {
  name: string;
  states: readonly S[];
  made: PlainKey;
}) {
  keepScroll();
  const frame = useFrame();
  const router = useRouter();
  const url = useUrlState({
    state: urlChoice<S | 'ALL'>(['ALL', ...states], 'ALL'),
    overdue: urlChoice<'' | 'yes'>(['', 'yes'], ''),
    form: urlChoice<'' | 'new'>(['', 'new'], ''),
    unit: urlCode(),
    procedure: urlCode(),
    difficulty: urlCode(),
    report: urlCode(),
  });
  const place = (id: string): RouteLocationRaw => ({ name, params: { id }, query: frame.query.value });
  return {
    url,
    place,
    /** The state that is asked for; null: whichever. */
    state: computed(() => (url.state.value === 'ALL' ? null : url.state.value)),
    overdue: switchOf(url.overdue, 'yes'),
    form: switchOf(url.form, 'new'),
    done: async (id: string): Promise<void> => {
      await router.push(place(id));
      void notify({ kind: 'done', text: t(made) });
    },
  };
}

function switchOf<W extends string>(field: WritableComputedRef<W | ''>, word: W): WritableComputedRef<boolean> {
  return computed({ get: () => field.value === word, set: (wanted) => (field.value = wanted ? word : '') });
}

/** The states as chips, each with how many there are of it, and all of them. */
export function stateChips<S extends string>(
  counts: readonly { state: S; count: number }[],
  states: readonly S[],
  { text, tone }: { text: (state: S) => string; tone: (state: S) => Tone },
): { key: S | 'ALL'; label: string; count: number; tone?: Tone }[] {
  const of = (one: S): number => counts.find(({ state }) => state === one)?.count ?? 0;
  return [
    { key: 'ALL', label: t('matters.all'), count: counts.reduce((sum, { count }) => sum + count, 0) },
    ...states.map((key) => ({ key, label: text(key), count: of(key), tone: tone(key) })),
  ];
}
