import { ALL_RIGHTS, type Right } from '@chi-tieu/shared/domain/access/rights';
import type { PlainKey } from '../../../i18n/i18n.ts';

/** Rights that are about one thing. */
export interface RightGroup {
  readonly text: PlainKey;
  readonly rights: readonly Right[];
}

const GROUPS: readonly { text: PlainKey; about: readonly string[] }[] = [
  { text: 'grants.group.dossiers', about: ['dossier', 'receipt', 'quarantine', 'source', 'period'] },
  { text: 'grants.group.plans', about: ['plan'] },
  {
    text: 'grants.group.monitoring',
    about: [
      'difficulty',
      'reminder',
      'inspection',
      'matter',
      'guidance',
      'measure',
      'direction',
      'report',
      'connected',
    ],
  },
  { text: 'grants.group.catalogue', about: ['catalogue', 'indicator', 'unit'] },
  { text: 'grants.group.system', about: ['account', 'token', 'audit', 'system'] },
];

/** All rights of the table, in its order, by what they are about. */
export const RIGHT_GROUPS: readonly RightGroup[] = GROUPS.map(({ text, about }) => ({
  text,
  rights: ALL_RIGHTS.filter((right) => about.includes(right.slice(0, right.indexOf('.')))),
}));

/** What a right lets one do, in one sentence. */
export const rightText = (right: Right): PlainKey => `grants.right.${right}`;
