import type { Component } from 'vue';
import type { PlainKey } from '../../i18n/i18n.ts';
import { lazyPart } from '../../ui/lazyPart.ts';
import './talk/presenceTexts.ts';

/** A part of a plan's page beside its sheet; `key` stands in the address. */
export interface PlanView {
  readonly key: string;
  readonly text: PlainKey;
  readonly component: Component;
}

/** What a plan's page shows instead of the sheet, in the order of the tabs. Each belongs to a sheet (useSheetParent). */
export const PLAN_VIEWS: readonly PlanView[] = [
  { key: 'scenarios', text: 'plans.scenariosView', component: lazyPart(() => import('./scenarios/ScenariosView.vue')) },
  { key: 'rehearsal', text: 'plans.rehearsalView', component: lazyPart(() => import('./scenarios/RehearsalView.vue')) },
  { key: 'marks', text: 'plans.marksView', component: lazyPart(() => import('./marks/MarksSheet.vue')) },
  { key: 'rises', text: 'plans.risesView', component: lazyPart(() => import('./tiles/RiseTiles.vue')) },
  { key: 'talk', text: 'presence.talk', component: lazyPart(() => import('./talk/PlanTalk.vue')) },
  { key: 'progress', text: 'plans.progress', component: lazyPart(() => import('./duties/ProgressPart.vue')) },
  { key: 'papers', text: 'plans.papersView', component: lazyPart(() => import('./documents/PapersView.vue')) },
];

/** What is told of the unit one stands on besides why it is proposed what it is; each is given its `unit`. */
export const UNIT_VIEWS: readonly PlanView[] = [
  { key: 'marks', text: 'plans.marksView', component: lazyPart(() => import('./marks/UnitMarks.vue')) },
  { key: 'talk', text: 'presence.talk', component: lazyPart(() => import('./talk/UnitTalk.vue')) },
];
