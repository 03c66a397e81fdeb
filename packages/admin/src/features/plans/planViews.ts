import type { Component } from 'vue';
import type { PlainKey } from '../../i18n/i18n.ts';
import { lazyPart } from '../../ui/lazyPart.ts';

/** A part of a plan's page beside its sheet; `key` stands in the address. */
export interface PlanView {
  readonly key: string;
  readonly text: PlainKey;
  readonly component: Component;
}

/** What a plan's page shows instead of the sheet, in the order of the tabs. Each belongs to a sheet (useSheetParent). */
export const PLAN_VIEWS: readonly PlanView[] = [
  { key: 'papers', text: 'plans.papersView', component: lazyPart(() => import('./documents/PapersView.vue')) },
];

/** What is told of the unit one stands on besides why it is proposed what it is; each is given its `unit`. */
export const UNIT_VIEWS: readonly PlanView[] = [];
