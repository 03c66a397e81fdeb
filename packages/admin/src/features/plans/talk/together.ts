import { effectScope, inject, onScopeDispose, provide, shallowRef, type InjectionKey, type ShallowRef } from 'vue';
import type { GridColumn } from '../../../ui/grid/gridColumn.ts';
import type { PlanUnit } from '../sheet/planUnit.ts';
import type { PlanTalk } from './usePlanTalk.ts';

type Column = GridColumn<PlanUnit>;

/** The part of a unit, and of a plan, in which one talks; it stands in the address. */
export const TALK = 'talk';

/**
 * What the page of a plan knows of others: what they say, who is here. Its scripts come once the page stands (PlanTogether.vue);
 * until then nothing of it is there, and the sheet works without.
 */
export interface Together {
  readonly talk: ShallowRef<PlanTalk | null>;
  /** Adds to the columns of the sheet what others are about. */
  readonly columns: ShallowRef<(columns: readonly Column[]) => readonly Column[]>;
  /** The cell one stands on oneself. */
  place: { unit: string | null; field: string | null };
  /** Runs what lives as long as the page. */
  readonly run: <T>(make: () => T) => T;
}

const TOGETHER: InjectionKey<Together> = Symbol('together');

/** Opens the place for it, for all parts of the page. */
export function provideTogether(): Together {
  const scope = effectScope(true);
  onScopeDispose(() => scope.stop());
  const together: Together = {
    talk: shallowRef(null),
    columns: shallowRef((columns) => columns),
    place: { unit: null, field: null },
    run: (make) => {
      const made = scope.run(make);
      if (made === undefined) throw new Error('The page was left');
      return made;
    },
  };
  provide(TOGETHER, together);
  return together;
}

/** That of the page that a part belongs to. */
export function useTogether(): Together {
  const together = inject(TOGETHER);
  if (!together) throw new Error('A part of a plan stands outside of its page');
  return together;
}

/** Whether a key asks for the talk about the unit one stands on: C alone, while no cell is being typed into. */
export function asksForTalk(event: KeyboardEvent): boolean {
  return isPlain(event) && event.key.toLowerCase() === 'c' && !event.repeat && !isField(event.target);
}

/** A letter that comes so many milliseconds after another sign belongs to the same word. */
const OF_A_WORD = 1_000;
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'CapsLock', 'Control', 'Alt', 'Meta']);

/** Hears every key of a sheet, and says of which it asks for the talk: of none that is part of something typed. */
export function talkKey(): (event: KeyboardEvent) => boolean {
  let typedAt = -Infinity;
  return (event) => {
    if (MODIFIERS.has(event.key)) return false;
    const isWord = event.timeStamp - typedAt < OF_A_WORD;
    if (!isWord && asksForTalk(event)) return true;
    typedAt = isPlain(event) && /^.$/u.test(event.key) ? event.timeStamp : -Infinity;
    return false;
  };
}

const isPlain = (event: KeyboardEvent): boolean => !(event.ctrlKey || event.metaKey || event.altKey);
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
