import { ALL_ROLES, isProvinceOnly } from '@chi-tieu/shared/domain/access/rights';
import type { Role } from '@chi-tieu/shared/generated/graphql';
import { dataStatus } from '../../app/session.ts';
import { t } from '../../i18n/i18n.ts';

/** What a role is called. */
export const roleName = (role: Role): string => t(`roles.${role}`);

/** In one sentence, what a role lets one do. */
export const roleBody = (role: Role): string => t(`roles.${role}.body`);

/** Whether a role is one that people work by: the one of connections is for programs alone. */
export const isForPersons = (role: Role): boolean => role !== 'INTEGRATION';

/** Whether a role holds for all there is: the one of administrators, of the province. */
export const isWholeProvince = (role: Role, unit: string | null): boolean =>
  role === 'ADMINISTRATOR' && unit !== null && unit === dataStatus.value?.province.code;

/** The roles that are not to choose because they are given for the province alone, in words; empty where all are. */
export function provinceRolesMissing(unit: string | null): string {
  if (unit === null || unit === dataStatus.value?.province.code) return '';
  return ALL_ROLES.filter(isProvinceOnly).map(roleName).join(', ');
}

/**
 * Roles to choose from, each with its sentence, those of the province alone only there. For a program the one of connections stands
 * first; for a person it is left out.
 */
export function roleOptions(unit: string | null, forProgram: boolean): { value: Role; label: string; hint: string }[] {
  const atProvince = unit === null || unit === dataStatus.value?.province.code;
  const offered = ALL_ROLES.filter((role) => atProvince || !isProvinceOnly(role));
  const persons = offered.filter(isForPersons);
  const sorted = forProgram ? [...offered.filter((role) => !isForPersons(role)), ...persons] : persons;
  return sorted.map((role) => ({ value: role, label: roleName(role), hint: roleBody(role) }));
}
