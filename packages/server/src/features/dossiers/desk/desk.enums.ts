import { registerEnumType } from 'type-graphql';

function named<const T extends string>(...names: T[]): { readonly [K in T]: K } {
  return Object.fromEntries(names.map((name) => [name, name])) as { readonly [K in T]: K };
}

export const CauseMendHow = named('UNIT', 'PROCEDURE', 'VALUE', 'DISCARD');
export type CauseMendHow = keyof typeof CauseMendHow;
export const CauseMendState = named('RUNNING', 'STOPPED', 'DONE', 'UNDONE');
export type CauseMendState = keyof typeof CauseMendState;

export const MendLeftReason = named('MERGED', 'CHANGED', 'UNCHANGED');
export type MendLeftReason = keyof typeof MendLeftReason;

registerEnumType(CauseMendHow, {
  name: 'CauseMendHow',
  description:
    'What was decided of all rows of a cause. UNIT: whose identifier it is. PROCEDURE: which procedure is meant. VALUE: what the field holds. DISCARD: nobody mends them.',
});
registerEnumType(CauseMendState, {
  name: 'CauseMendState',
  description:
    'RUNNING: rows wait to be tried, `continueMend` goes on. STOPPED: somebody ended it before. DONE: every row was tried. UNDONE: it was taken back.',
});
registerEnumType(MendLeftReason, {
  name: 'MendLeftReason',
  description:
    'Why taking a decision back leaves rows as they are. MERGED: their dossier was merged with another one since. CHANGED: something else came of their code since. UNCHANGED: they said what stood already, so there is nothing to take back.',
});
