import { expect, it } from 'vitest';
import { nothingStandsOn } from './undo.ts';

const steps = (...all: (string | [string, string])[]) =>
  all.map((step) => (typeof step === 'string' ? { id: step, undoes: null } : { id: step[0], undoes: step[1] }));

it.each([
  ['nothing', steps(), true],
  ['another step', steps('2'), false],
  ['another step, undone', steps('2', ['3', '2']), true],
  ['two steps, the first one undone out of turn', steps('2', '3', ['4', '2']), false],
  ['two steps, undone one after the other', steps('2', '3', ['4', '3'], ['5', '2']), true],
  ['another step, undone and done again', steps('2', ['3', '2'], ['4', '3']), false],
  ['another step, undone, done again and undone', steps('2', ['3', '2'], ['4', '3'], ['5', '2']), true],
  ['its own undoing', steps(['2', '1']), false],
  ['its own undoing, undone', steps(['2', '1'], ['3', '2']), true],
])('tells of %s later whether anything stands', (_what, later, expected) => {
  expect(nothingStandsOn(later)).toBe(expected);
});
