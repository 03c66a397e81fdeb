import type { Day } from '@chi-tieu/shared/domain/days';
import type { UnitKind } from '@chi-tieu/shared/generated/graphql';

/** What a procedure says of itself; all that can be edited. */
export interface ProcedureValues {
  name: string;
  field: string | null;
  tiers: readonly UnitKind[];
  inForceFrom: Day | null;
  inForceTo: Day | null;
}
export type ProcedureField = keyof ProcedureValues;

/** Whose value of a field is taken: the one that is stored now, or the one in the form. */
export type Whose = 'stored' | 'mine';
export type Choices = Readonly<Partial<Record<ProcedureField, Whose>>>;

const FIELDS: readonly ProcedureField[] = ['name', 'field', 'tiers', 'inForceFrom', 'inForceTo'];
const same = (a: ProcedureValues, b: ProcedureValues, field: ProcedureField): boolean =>
  JSON.stringify(a[field]) === JSON.stringify(b[field]);

/**
 * The fields in which what is stored now differs from the form, in the order of the form, each with whose value suggests
 * itself: mine where I changed it, else the stored one. `before` is what I began from, null for a new procedure.
 */
export function clashingFields(
  before: ProcedureValues | null,
  stored: ProcedureValues,
  mine: ProcedureValues,
): Choices {
  const differing = FIELDS.filter((field) => !same(stored, mine, field));
  const whose = (field: ProcedureField): Whose => (before && !same(before, mine, field) ? 'mine' : 'stored');
  return Object.fromEntries(differing.map((field) => [field, whose(field)]));
}

/** The stored values with mine where mine were chosen. */
export function chosenValues(stored: ProcedureValues, mine: ProcedureValues, choices: Choices): ProcedureValues {
  const of = <F extends ProcedureField>(field: F): ProcedureValues[F] =>
    choices[field] === 'mine' ? mine[field] : stored[field];
  return {
    name: of('name'),
    field: of('field'),
    tiers: of('tiers'),
    inForceFrom: of('inForceFrom'),
    inForceTo: of('inForceTo'),
  };
}
