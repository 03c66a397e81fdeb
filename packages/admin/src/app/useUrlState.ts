import { computed, onScopeDispose, reactive, type WritableComputedRef } from 'vue';
import { useRoute, useRouter, type LocationQueryRaw, type Router } from 'vue-router';

/**
 * One part of a page's state as it stands in the query string. `read` gives undefined for what cannot be meant;
 * `fallback` is the value that is left out. `history` says whether a change is a step that "back" undoes.
 */
export interface UrlField<T> {
  read(raw: string): T | undefined;
  write(value: T): string;
  fallback(): T;
  history: 'push' | 'replace';
}

type Fields = Readonly<Record<string, UrlField<unknown>>>;
type StateOf<F extends Fields> = {
  readonly [K in keyof F]: WritableComputedRef<F[K] extends UrlField<infer T> ? T : never>;
};

/** Text one types: each letter replaces the one before in the history. */
export const urlText = (): UrlField<string> => ({
  read: (raw) => raw,
  write: (value) => value,
  fallback: () => '',
  history: 'replace',
});

/** One of a few words. */
export const urlChoice = <T extends string>(choices: readonly T[], fallback: T | (() => T)): UrlField<T> => ({
  read: (raw) => choices.find((choice) => choice === raw),
  write: (value) => value,
  fallback: typeof fallback === 'function' ? fallback : () => fallback,
  history: 'push',
});

/** A code, or null for none. */
export const urlCode = (fallback: () => string | null = () => null): UrlField<string | null> => ({
  read: (raw) => (/^[\w.:+-]{1,64}$/.test(raw) ? raw : undefined),
  write: (value) => value ?? '',
  fallback,
  history: 'push',
});

/** A whole number. */
export const urlWhole = (fallback: number): UrlField<number> => ({
  read: (raw) => (/^\d{1,9}$/.test(raw) ? Number(raw) : undefined),
  write: String,
  fallback: () => fallback,
  history: 'push',
});

/** A claim that holds or does not. */
export const urlFlag = (): UrlField<boolean> => ({
  read: (raw) => (raw === '1' ? true : undefined),
  write: (value) => (value ? '1' : ''),
  fallback: () => false,
  history: 'push',
});

/** What stands in the address and cannot be meant, by the pages that read it: they show what is as usual instead, and say so. */
const unread = reactive(new Map<symbol, () => string[]>());

/** Parts of the address that cannot be read, as they stand there: `from=2022-13-45`. */
export const unreadParts = computed(() => [...new Set([...unread.values()].flatMap((parts) => parts()))]);

interface Pending {
  values: Record<string, string | undefined>;
  push: boolean;
  scheduled: boolean;
  /** The path whose state it is, and the one that is being gone to. */
  path: string;
  goingTo: string | null;
}

const pendingOf = new WeakMap<Router, Pending>();

function pendingFor(router: Router): Pending {
  let pending = pendingOf.get(router);
  if (!pending) {
    pending = { values: reactive({}), push: false, scheduled: false, path: '', goingTo: null };
    follow(router, pending);
    pendingOf.set(router, pending);
  }
  return pending;
}

function follow(router: Router, pending: Pending): void {
  router.beforeEach((to) => {
    pending.goingTo = to.path;
  });
  router.afterEach(() => (pending.goingTo = null));
}

function merged(router: Router, changed: Pending['values']): LocationQueryRaw {
  const query: LocationQueryRaw = { ...router.currentRoute.value.query };
  for (const [name, value] of Object.entries(changed)) {
    if (value === undefined) delete query[name];
    else query[name] = value;
  }
  return query;
}

/** Writes all that changed in one turn as one step; what is not yet written is already read. */
async function flush(router: Router, pending: Pending): Promise<void> {
  pending.scheduled = false;
  const changed = { ...pending.values };
  const step = pending.push ? 'push' : 'replace';
  pending.push = false;
  // Whoever has gone to another page meanwhile, or is on the way, takes nothing along.
  const at = pending.goingTo ?? router.currentRoute.value.path;
  if (at === pending.path) await router[step]({ query: merged(router, changed) });
  for (const [name, value] of Object.entries(changed)) if (pending.values[name] === value) delete pending.values[name];
}

/**
 * A page's state in the query string, typed, with what is as usual left out: reload, share, back and forward work. Setting
 * several fields in one turn is one step in the history. To be called in `setup`.
 */
export function useUrlState<F extends Fields>(fields: F): StateOf<F> {
  const route = useRoute();
  const router = useRouter();
  const pending = pendingFor(router);

  const rawOf = (name: string): string | undefined => {
    if (name in pending.values) return pending.values[name];
    const raw = route.query[name];
    return (Array.isArray(raw) ? raw[0] : raw) ?? undefined;
  };
  const set = (name: string, field: UrlField<unknown>, value: unknown): void => {
    const text = field.write(value);
    pending.values[name] = text === field.write(field.fallback()) ? undefined : text;
    if (field.history === 'push') pending.push = true;
    if (pending.scheduled) return;
    pending.scheduled = true;
    pending.path = route.path;
    setTimeout(() => void flush(router, pending));
  };

  const own = Symbol('fields');
  unread.set(own, () =>
    Object.entries(fields).flatMap(([name, field]) => {
      const raw = rawOf(name);
      return raw === undefined || raw === '' || field.read(raw) !== undefined ? [] : [`${name}=${raw.slice(0, 40)}`];
    }),
  );
  onScopeDispose(() => unread.delete(own));

  const state = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      computed({
        get() {
          const raw = rawOf(name);
          return (raw === undefined ? undefined : field.read(raw)) ?? field.fallback();
        },
        set: (value: unknown) => set(name, field, value),
      }),
    ]),
  );
  return state as StateOf<F>;
}
