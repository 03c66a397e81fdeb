import type { Text } from '../text.ts';
import type { copying as vi } from '../vi/copying.ts';

export const copying = {
  'copying.body': 'Targets and scopes go over unit by unit; of units that were merged to who succeeded them.',
  'copying.copied': { one: '{count} target copied', other: '{count} targets copied' },
  'copying.elsewhere': 'no longer below this unit',
  'copying.empty': 'Nothing',
  'copying.failed': 'The plan was begun, but the targets could not be copied. Copy them from the menu of the sheet.',
  'copying.from': 'Copy from',
  'copying.fromPlan': '{year}',
  'copying.fromPlanState': '{year} ({state})',
  'copying.gone': 'nobody succeeded it',
  'copying.kept': { one: '{count} cell that is typed stays', other: '{count} cells that are typed stay' },
  'copying.leftOut': { one: '{count} target cannot be copied:', other: '{count} targets cannot be copied:' },
  'copying.leftPair': '{name} ({percent}, {why})',
  'copying.limits': 'Copy floors, ceilings and locks too',
  'copying.limitsCount': {
    one: 'With the floor and ceiling of {count} unit.',
    other: 'With floors and ceilings of {count} units.',
  },
  'copying.merged': {
    one: '{count} merged unit gets a mean weighted by volume:',
    other: '{count} merged units get a mean weighted by volume:',
  },
  'copying.mergedPair': '{name} {percent} (of {from})',
  'copying.none': 'There is no other plan of this unit to copy.',
  'copying.nothing': 'There is nothing to copy: every cell has a target.',
  'copying.overwrite': 'Also over cells that are typed',
  'copying.own': "of the unit's own dossiers alone",
  'copying.run': { one: 'Copy {count} target', other: 'Copy {count} targets' },
  'copying.startFrom': 'Copy targets from',
  'copying.title': 'Copy targets',
  'copying.will': { one: '{count} target will be copied', other: '{count} targets will be copied' },
} satisfies Record<keyof typeof vi, Text>;
