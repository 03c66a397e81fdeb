import type { Text } from '../text.ts';
import type { units as vi } from '../vi/units.ts';

export const units = {
  'units.communes': 'Communes',
  'units.departments': 'Departments',
  'units.districts': 'Districts',
  'units.provinces': 'Provinces',
  'units.title': 'Units',
  'units.unknownBody': 'The code may be mistyped, or the unit does not exist on this day.',
  'units.unknownTitle': 'No unit has the code {code}',
} satisfies Record<keyof typeof vi, Text>;
