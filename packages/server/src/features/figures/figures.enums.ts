import { registerEnumType } from 'type-graphql';
import { CAUSES, type Cause } from '../rates/causes.types.ts';

function named<const T extends string>(...names: T[]): { readonly [K in T]: K } {
  return Object.fromEntries(names.map((name) => [name, name])) as { readonly [K in T]: K };
}

export const ChangeCause = named<Cause | 'REORGANISATION' | 'TARGET'>(...CAUSES, 'REORGANISATION', 'TARGET');
export type ChangeCause = keyof typeof ChangeCause;
export const DossierField = named(
  'UNIT',
  'PROCEDURE',
  'CHANNEL',
  'STATUS',
  'RECEIVED_AT',
  'DUE_AT',
  'FINISHED_AT',
  'RETURNED_AT',
  'GONE',
);
export type DossierField = keyof typeof DossierField;

registerEnumType(ChangeCause, {
  name: 'ChangeCause',
  description:
    'Why a figure became another one. NEW, CORRECTED: dossiers that came later, or read other than before. GONE: deleted, or found to be another one. LIST, FORCE, CATALOGUE: a service list, procedures being in force, both. UNITS: a unit came below another one that a line of a list names. DEFINITION: the indicator measures something else. OTHER: what was booked before causes were. REORGANISATION: other units are counted. TARGET: the target is another one.',
});
registerEnumType(DossierField, {
  name: 'DossierField',
  description: 'What reads other than before in a dossier. GONE: whether it is deleted, or merged into another one.',
});
