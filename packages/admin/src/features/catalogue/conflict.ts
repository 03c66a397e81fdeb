import { ApolloError } from '@apollo/client/core';
import type { ProcedureField, ProcedureValues } from './procedureValues.ts';

/** What became of one field in the hands of two, as the server tells it. */
export interface ConflictField<Field extends string = ProcedureField> {
  readonly field: Field;
  readonly ancestor: unknown;
  readonly current: unknown;
  readonly own: unknown;
  /** BOTH: somebody has to choose; of the others the field's value is clear. */
  readonly touchedBy: 'OWN' | 'CURRENT' | 'SAME' | 'BOTH';
  /** Who changed it last, and when; null where only one's own side did. */
  readonly changedBy: string | null;
  readonly changedAt: string | null;
}

/** A lost race, field by field. `version` is the one to be named when it is saved again. */
export interface Conflict<Field extends string = ProcedureField> {
  readonly code: string;
  readonly version: number;
  readonly fields: readonly ConflictField<Field>[];
}

export type Whose = 'ancestor' | 'own' | 'current';
export type Choices<Field extends string = ProcedureField> = Readonly<Partial<Record<Field, Whose>>>;

/** The conflict that an error tells; null where it is another error, or tells none field by field. */
export function conflictIn<Field extends string = ProcedureField>(error: unknown): Conflict<Field> | null {
  const [first] = error instanceof ApolloError ? error.graphQLErrors : [];
  const told: unknown = first?.extensions?.['conflicts'];
  return Array.isArray(told) && told.length > 0 ? (told[0] as Conflict<Field>) : null;
}

/** The fields of which nobody has chosen a value yet. */
export function undecided<Field extends string>({ fields }: Conflict<Field>, choices: Choices<Field>): Field[] {
  return fields.flatMap(({ field, touchedBy }) => (touchedBy === 'BOTH' && !choices[field] ? [field] : []));
}

/** The own values with those of the other side that it alone changed, and of what both changed the chosen ones. */
export function resolved<
  Field extends string,
  Values extends Record<Field, unknown> = ProcedureValues & Record<Field, unknown>,
>(own: Values, { fields }: Conflict<Field>, choices: Choices<Field>): Values {
  const taken = fields.map((field) => {
    const whose = field.touchedBy === 'BOTH' ? (choices[field.field] ?? 'own') : sideOf(field);
    return [field.field, field[whose]] as const;
  });
  return { ...own, ...(Object.fromEntries(taken) as Partial<Values>) };
}

function sideOf({ touchedBy }: Pick<ConflictField, 'touchedBy'>): Whose {
  return touchedBy === 'OWN' ? 'own' : 'current';
}
