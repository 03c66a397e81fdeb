import { expect, it } from 'vitest';
import { ACTS, type Act } from '../../app/audit/acts.ts';
import { actText } from './event-text.ts';

const acts = Object.keys(ACTS) as Act[];

it.each(['vi', 'en'] as const)(
  'calls no two acts by the same words, and none by a piece of a sentence: %s',
  (locale) => {
    const said = acts.map((act) => actText(act, locale));
    expect(said.filter((words, i) => said.indexOf(words) !== i)).toEqual([]);
    for (const words of said) expect(words).toMatch(/^\p{Lu}[^{}():]*[\p{L}\d]$/u);
  },
);
