import type { Right } from '@chi-tieu/shared/domain/access/rights';
import type { Component } from 'vue';
import type { Router } from 'vue-router';
import IconOverview from '~icons/lucide/activity';
import IconDecisions from '~icons/lucide/scroll-text';
import IconDossiers from '~icons/lucide/folder-open';
import IconLists from '~icons/lucide/list-checks';
import IconPlans from '~icons/lucide/network';
import IconProcedures from '~icons/lucide/file-text';
import IconMonitoring from '~icons/lucide/gauge';
import IconReports from '~icons/lucide/trophy';
import IconSystem from '~icons/lucide/server-cog';
import IconUnits from '~icons/lucide/landmark';
import IconWork from '~icons/lucide/inbox';
import type { PlainKey } from '../i18n/i18n.ts';
import { SYSTEM_RIGHTS } from './layout/systemTabs.ts';
import { may } from './rights.ts';

/** A place of the console: the route it leads to, its name, its picture, the letter after `g` that goes there. */
export interface Place {
  readonly route: string;
  readonly text: PlainKey;
  readonly icon: Component;
  readonly letter: string;
  /** Stands in the bar of a phone; the others are under "more". */
  readonly first: boolean;
  /** Shown only to who holds one of these; to everybody unless given. */
  readonly rights?: readonly Right[];
}

const PLACES: readonly Place[] = [
  { route: 'overview', text: 'rates.title', icon: IconOverview, letter: 't', first: true },
  { route: 'my-work', text: 'frame.myWork', icon: IconWork, letter: 'v', first: true },
  { route: 'units', text: 'units.title', icon: IconUnits, letter: 'd', first: false },
  { route: 'procedures', text: 'catalogue.procedures.title', icon: IconProcedures, letter: 'p', first: false },
  { route: 'lists', text: 'catalogue.lists.title', icon: IconLists, letter: 'm', first: false },
  { route: 'decisions', text: 'frame.decisions', icon: IconDecisions, letter: 'q', first: false },
  { route: 'plans', text: 'frame.plans', icon: IconPlans, letter: 'g', first: true },
  { route: 'dossiers', text: 'dossiers.title', icon: IconDossiers, letter: 'h', first: true },
  { route: 'monitoring', text: 'frame.monitoring', icon: IconMonitoring, letter: 'o', first: false },
  { route: 'reports', text: 'frame.reports', icon: IconReports, letter: 'b', first: false },
  { route: 'system', text: 'system.title', icon: IconSystem, letter: 's', first: false, rights: SYSTEM_RIGHTS },
];

/** The places that one may open, in the order of the side bar: those whose feature has brought its routes. Reactive. */
export function placesOf(router: Router): Place[] {
  // Who watches over units, and mends no dossiers, has that under the thumb instead of these.
  const watches = may('reminder.send') && !may('dossier.mend');
  return PLACES.filter(
    ({ route, rights }) => router.hasRoute(route) && (!rights || rights.some((right) => may(right))),
  ).map((place) =>
    watches && (place.route === 'dossiers' || place.route === 'monitoring') ? { ...place, first: !place.first } : place,
  );
}
