/** What an event of the audit trail can be about. */
export const ABOUT_KINDS = [
  'ACCOUNT',
  'BACKUP',
  'BATCH',
  'DECISION',
  'FILE',
  'GRANT',
  'IMPORT',
  'INSTALLATION',
  'LIST',
  'PLAN',
  'PROCEDURE',
  'ROW',
  'SESSION',
  'SOURCE',
  'TOKEN',
  'UNIT',
  'VIEW',
] as const;
export type AboutKind = (typeof ABOUT_KINDS)[number];
