import { useRouter } from 'vue-router';
import { t } from '../../i18n/i18n.ts';
import { notify } from '../../ui/toast.ts';
import './texts.ts';

/** How the reference of a figure, or its address, gets to the clipboard. */
export function useCopying(): {
  copy: (text: string, reference: string) => Promise<void>;
  linkTo: (reference: string) => string;
} {
  const router = useRouter();
  return {
    linkTo: (reference) => {
      const { href } = router.resolve({ name: 'cited-figure', params: { reference } });
      return new URL(href, window.location.href).href;
    },
    copy: async (text, reference) => {
      try {
        await navigator.clipboard.writeText(text);
        await notify({ kind: 'done', text: t('ui.copied') });
      } catch {
        await notify({ kind: 'failed', text: t('figures.copyFailed', { reference }) });
      }
    },
  };
}
