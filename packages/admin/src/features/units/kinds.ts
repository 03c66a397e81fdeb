import type { UnitKind } from '@chi-tieu/shared/generated/graphql';
import { t, type PlainKey } from '../../i18n/i18n.ts';

const TEXTS: Record<UnitKind, PlainKey> = {
  DISTRICT: 'units.districts',
  DEPARTMENT: 'units.departments',
  COMMUNE: 'units.communes',
  PROVINCE: 'units.provinces',
};

/** Kinds that there are several units of, in the order in which they are offered. */
export const KINDS_OF_MANY = ['DISTRICT', 'DEPARTMENT', 'COMMUNE'] as const satisfies readonly UnitKind[];

/** Units of a kind in words: `Huyện, thành phố`. */
export const kindText = (kind: UnitKind): string => t(TEXTS[kind]);

/** What to choose from where one asks for units of one kind. */
export const kindChoices = (): { value: (typeof KINDS_OF_MANY)[number]; label: string }[] =>
  KINDS_OF_MANY.map((value) => ({ value, label: kindText(value) }));
