import { registerEnumType } from 'type-graphql';

function named<const T extends string>(...names: T[]): { readonly [K in T]: K } {
  return Object.fromEntries(names.map((name) => [name, name])) as { readonly [K in T]: K };
}

export const DossierGone = named('DELETED', 'MERGED');
export const DossierStepKind = named('DELETE', 'RESTORE', 'MERGE', 'UNMERGE', 'SPLIT');
export const DossierStepAsked = named('DELETE', 'RESTORE', 'MERGE', 'SPLIT');
export type DossierStepAsked = keyof typeof DossierStepAsked;
export const LikenessGround = named(
  'SAME_SERIAL',
  'UNIT_BELOW',
  'SAME_TIME',
  'NEAR_TIME',
  'SAME_PROCEDURE',
  'SAME_UNIT',
);

registerEnumType(DossierGone, {
  name: 'DossierGone',
  description:
    'Why a dossier is in no figure. DELETED: a person or its source took it out. MERGED: its rows are taken for another dossier.',
});
registerEnumType(DossierStepKind, {
  name: 'DossierStepKind',
  description:
    'What was decided of a dossier. UNMERGE: it is one of its own again. SPLIT: rows of one source became a dossier of their own.',
});
registerEnumType(DossierStepAsked, {
  name: 'DossierStepAsked',
  description: 'What is asked for. SPLIT of a dossier that was merged makes it one of its own again.',
});
registerEnumType(LikenessGround, {
  name: 'LikenessGround',
  description:
    'Why two dossiers may be one. SAME_SERIAL: the same day and number in the code. UNIT_BELOW: one organisation is the other with a suffix. NEAR_TIME: received within a quarter of an hour.',
});
