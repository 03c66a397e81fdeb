import { defineComponent, h, onMounted, ref, shallowRef, type Component } from 'vue';

/** What is shown instead of a part whose scripts did not come: takes `busy`, emits `retry` and `close`. */
const failedPart = shallowRef<Component | null>(null);

/** Says once what is shown where a part did not come. Without it nothing is. */
export function showFailedPartsBy(component: Component): void {
  failedPart.value = component;
}

type Loader<C> = () => Promise<{ default: C }>;

/**
 * A dialog whose scripts are fetched when it is first opened. Where they do not come (no line, or another release was put
 * up meanwhile) the page stays as it is: in the dialog's place stands one that says so, tries again, and closes as the
 * dialog would, by `close` and `update:open`.
 */
export function lazyPart<C extends Component>(load: Loader<C>): C {
  const loaded = shallowRef<Component | null>(null);
  const part = defineComponent({
    inheritAttrs: false,
    setup(_props, { attrs, slots }) {
      const failed = ref(false);
      const busy = ref(false);

      async function fetchPart(): Promise<void> {
        busy.value = true;
        try {
          loaded.value = (await load()).default;
          failed.value = false;
        } catch {
          failed.value = true;
        } finally {
          busy.value = false;
        }
      }
      function close(): void {
        failed.value = false;
        call(attrs['onClose']);
        call(attrs['onUpdate:open'], false);
      }
      onMounted(() => loaded.value ?? void fetchPart());
      return () => {
        if (loaded.value) return h(loaded.value, attrs, slots);
        if (!failed.value || !failedPart.value) return null;
        return h(failedPart.value, { busy: busy.value, onRetry: () => void fetchPart(), onClose: close });
      };
    },
  });
  return part as unknown as C;
}

const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60_000;

/** Fetches scripts that nobody waits in front of, and tries again until they come, ever more rarely. */
export async function untilItComes<T>(load: () => Promise<T>): Promise<T> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** Fetches scripts ahead once the browser has nothing else to do, so that they are there should the line go down. */
export function fetchWhenIdle(...loads: (() => Promise<unknown>)[]): void {
  const fetchAll = (): void => loads.forEach((load) => void load().catch(() => undefined));
  if ('requestIdleCallback' in window) requestIdleCallback(fetchAll);
  else setTimeout(fetchAll, 2000);
}

function call(listener: unknown, ...values: unknown[]): void {
  if (Array.isArray(listener)) listener.forEach((one) => call(one, ...values));
  else if (typeof listener === 'function') Reflect.apply(listener, undefined, values);
}
