import { shallowRef } from 'vue';
import { untilItComes } from './lazyPart.ts';

/** A short message at the edge of the page. `undo` takes back what was done, `label` is its button. */
export interface Notice {
  readonly kind: 'done' | 'failed';
  readonly text: string;
  readonly detail?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Takes a message away again. */
export type Withdraw = () => void;

/** True once something was to be said: only then are the messages' own scripts fetched. */
export const toastsWanted = shallowRef(false);

let placeIsThere: () => void;
const place = new Promise<void>((resolve) => (placeIsThere = resolve));

/** Called by the place where messages appear once it is there: what was said before would be lost. */
export function toastsReady(): void {
  placeIsThere();
}

/** Fetches what messages need ahead: one may have to tell that the line is down. */
export const fetchToasts = (): Promise<unknown> => Promise.all([import('./ToastPlace.vue'), import('vue-sonner')]);

/** Says that something was done or failed. Failures stay until they are closed. Gives the way to take the message away. */
export async function notify(notice: Notice): Promise<Withdraw> {
  toastsWanted.value = true;
  const [{ toast }] = await Promise.all([untilItComes(() => import('vue-sonner')), place]);
  const show = notice.kind === 'done' ? toast.success : toast.error;
  const id = show(notice.text, {
    duration: notice.kind === 'done' ? 6000 : Infinity,
    ...(notice.detail === undefined ? {} : { description: notice.detail }),
    ...(notice.action ? { action: { label: notice.action.label, onClick: notice.action.run } } : {}),
  });
  return () => void toast.dismiss(id);
}
