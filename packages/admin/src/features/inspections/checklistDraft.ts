import type {
  ChecklistTextFragment,
  ExpectedAnswer,
  SaveChecklistMutationVariables,
} from '@chi-tieu/shared/generated/graphql';
import { moment } from '../../i18n/format.ts';
import { t } from '../../i18n/i18n.ts';

/** One version of a checklist. */
export type ListSeen = ChecklistTextFragment;

/** An item as it is written. An item that was there keeps its key: answers of earlier inspections are compared by it. */
export interface ItemDraft {
  readonly key: number;
  code: string;
  isKept: boolean;
  text: string;
  expected: ExpectedAnswer;
  hint: string;
}

/** A checklist as it is written: the next version of one, or another one. */
export interface ListDraft {
  code: string;
  name: string;
  items: ItemDraft[];
}

export function draftOf(list: ListSeen | null): ListDraft {
  const items = (list?.items ?? []).map(({ key: code, text, expected, hint }, key) => ({
    ...{ key, code, isKept: true, text, expected, hint: hint ?? '' },
  }));
  return { code: list?.code ?? '', name: list?.name ?? '', items };
}

/** Another item, with the first number for a key that none of them has. */
export function freshItem(items: readonly ItemDraft[]): ItemDraft {
  const taken = new Set(items.map(({ code }) => code));
  let number = items.length + 1;
  while (taken.has(`ND${number}`)) number += 1;
  const key = Math.max(-1, ...items.map((item) => item.key)) + 1;
  return { key, code: `ND${number}`, isKept: false, text: '', expected: 'YES', hint: '' };
}

export function inputOf({ code, name, items }: ListDraft, expectedVersion: number): SaveChecklistMutationVariables {
  return {
    ...{ code: code.trim(), name, expectedVersion },
    items: items.map(({ code: key, text, expected, hint }) => ({ key, text, expected, hint: hint.trim() || null })),
  };
}

/** Which version it is, who kept it and when. */
export function keptText({ version, by, at }: ListSeen): string {
  const kept = at ? t('inspections.listKept', { by: by ?? '—', at: moment(at) }) : t('inspections.listBrought');
  return `${t('inspections.listVersion', { version })} · ${kept}`;
}
