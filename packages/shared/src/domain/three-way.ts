import { sameValue } from './same-value.ts';

/** What became of one field in the hands of two who began from the same value. */
export interface ThreeWayField<Value> {
  field: string;
  ancestor: Value;
  current: Value;
  own: Value;
  /**
   * OWN: only the own side touched it; CURRENT: only the other one; SAME: both made the same of it; BOTH: each made something else of
   * it, and somebody has to choose.
   */
  touchedBy: 'OWN' | 'CURRENT' | 'SAME' | 'BOTH';
}

/**
 * The fields that either side changed since the ancestor, in the order of `fields`. Fields that nobody changed are left out. Values are
 * compared by what they say (their JSON).
 */
export function threeWay<Row extends object>(
  fields: readonly (keyof Row & string)[],
  { ancestor, current, own }: { ancestor: Row; current: Row; own: Row },
): ThreeWayField<Row[keyof Row]>[] {
  return fields.flatMap((field) => {
    const values = { ancestor: ancestor[field], current: current[field], own: own[field] };
    const [mine, theirs] = [!sameValue(values.own, values.ancestor), !sameValue(values.current, values.ancestor)];
    if (!mine && !theirs) return [];
    const both = sameValue(values.own, values.current) ? 'SAME' : 'BOTH';
    return [{ field, ...values, touchedBy: mine && theirs ? both : mine ? 'OWN' : 'CURRENT' }] as const;
  });
}

/** The row that needs nobody to choose: each side's own changes. Null where both changed a field to different values. */
export function merged<Row extends object>(
  fields: readonly (keyof Row & string)[],
  rows: { ancestor: Row; current: Row; own: Row },
): Row | null {
  const touched = threeWay(fields, rows);
  if (touched.some(({ touchedBy }) => touchedBy === 'BOTH')) return null;
  const own = touched.filter(({ touchedBy }) => touchedBy === 'OWN');
  return { ...rows.current, ...Object.fromEntries(own.map((field) => [field.field, field.own])) };
}
