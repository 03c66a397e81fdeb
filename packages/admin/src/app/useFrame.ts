import { dayInVietnam, isDay, yearEnd, yearOf, yearStart, type Day } from '@chi-tieu/shared/domain/days';
import { computed, type ComputedRef, type WritableComputedRef } from 'vue';
import type { LocationQueryRaw } from 'vue-router';
import { dataStatus, dossierIndicators, indicators } from './session.ts';
import { urlCode, useUrlState, type UrlField } from './useUrlState.ts';

/** The first indicator there is; the API promises its code. */
const FIRST_INDICATOR = 'ONLINE_RESOLUTION_L4';

/** A calendar day in the query string, as ISO text. */
export const urlDay = (fallback: () => Day): UrlField<Day> => ({
  read: (raw) => (isDay(raw) ? raw : undefined),
  write: (value) => value,
  fallback,
  history: 'push',
});

/** A moment in the query string, RFC 3339; null for "as known now". */
export const urlMoment = (): UrlField<string | null> => ({
  read: (raw) => (Number.isNaN(Date.parse(raw)) ? undefined : raw),
  write: (value) => value ?? '',
  fallback: () => null,
  history: 'push',
});

/** Which figures a page shows: of which indicator, over which period, as known when. */
export interface FrameState {
  readonly indicator: WritableComputedRef<string | null>;
  readonly from: WritableComputedRef<Day>;
  readonly to: WritableComputedRef<Day>;
  readonly knownAt: WritableComputedRef<string | null>;
  /** As the API takes it. */
  readonly variables: ComputedRef<{ indicator: string; from: Day; to: Day; knownAt: string | null }>;
  /** The same for what only indicators of dossiers can answer: where one of services is chosen, the first of those. */
  readonly ofDossiers: ComputedRef<{ indicator: string; from: Day; to: Day; knownAt: string | null }>;
  /** Whether the indicator counts services, each of them once. */
  readonly isOfServices: ComputedRef<boolean>;
  /** What a link takes along, so that the next page shows the same figures; what is as usual is left out. */
  readonly query: ComputedRef<LocationQueryRaw>;
}

/** The year on first sight: the latest one with data. */
export function firstYear(): number {
  return dataStatus.value?.latestYear ?? yearOf(today());
}

/** Today in Vietnam. */
export function today(): Day {
  return dayInVietnam(new Date());
}

/**
 * The indicator, the period and "as known at" of the page, kept in the query string and carried from page to page. The
 * period on first sight is the latest year with data. A period that ends before it begins is taken the other way round.
 */
export function useFrame(): FrameState {
  const state = useUrlState({
    indicator: urlCode(() => indicators.value[0]?.code ?? FIRST_INDICATOR),
    from: urlDay(() => yearStart(firstYear())),
    to: urlDay(() => yearEnd(firstYear())),
    knownAt: urlMoment(),
  });
  const variables = computed(() => {
    const [from, to] = [state.from.value, state.to.value].sort();
    return {
      indicator: state.indicator.value ?? FIRST_INDICATOR,
      from: from ?? state.from.value,
      to: to ?? state.to.value,
      knownAt: state.knownAt.value,
    };
  });
  const isOfServices = computed(
    () =>
      (indicators.value.find(({ code }) => code === variables.value.indicator)?.counts ?? 'DOSSIERS') !== 'DOSSIERS',
  );
  const ofDossiers = computed(() =>
    isOfServices.value
      ? { ...variables.value, indicator: dossierIndicators.value[0]?.code ?? FIRST_INDICATOR }
      : variables.value,
  );
  const query = computed(() => {
    const carried: LocationQueryRaw = {};
    if (state.indicator.value !== (indicators.value[0]?.code ?? FIRST_INDICATOR))
      carried['indicator'] = state.indicator.value;
    if (state.from.value !== yearStart(firstYear())) carried['from'] = state.from.value;
    if (state.to.value !== yearEnd(firstYear())) carried['to'] = state.to.value;
    if (state.knownAt.value) carried['knownAt'] = state.knownAt.value;
    return carried;
  });
  return { ...state, variables, ofDossiers, isOfServices, query };
}
