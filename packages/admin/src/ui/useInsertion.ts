import type { Ref } from 'vue';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Puts texts where the cursor stands or stood last within a place, else into its first field of several lines. */
export function useInsertion(place: Readonly<Ref<HTMLElement | null>>): {
  remember: (event: FocusEvent) => void;
  insert: (text: string) => void;
} {
  let last: Field | null = null;
  return {
    remember: ({ target }) => {
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) last = target;
    },
    insert: (text) => {
      const field = last?.isConnected ? last : place.value?.querySelector('textarea');
      if (!field || field.matches(':disabled, [readonly]')) return;
      field.focus();
      const end = field.value.length;
      field.setRangeText(text, field.selectionStart ?? end, field.selectionEnd ?? end, 'end');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
  };
}
