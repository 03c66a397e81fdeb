import type { Right } from '@chi-tieu/shared/domain/access/rights';
import { account } from './session.ts';

/**
 * Whether one may do something: at a unit, or anywhere where none is told. Read in a template or a `computed`, it follows who
 * is signed in. It decides what is offered, never what is done: the server asks again.
 */
export function may(right: Right, unitCode?: string): boolean {
  const held = account.value?.rights?.find((one) => one.right === right);
  if (!held) return false;
  return held.everywhere || unitCode === undefined || held.units.includes(unitCode);
}
