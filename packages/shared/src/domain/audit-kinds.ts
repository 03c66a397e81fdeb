/** What an event of the audit trail can be about. */
export const ABOUT_KINDS = [
  'ACCOUNT',
  'BACKUP',
  'BATCH',
  'DECISION',
  'FILE',
  'GRANT',
  'INSTALLATION',
  'LIST',
  'PLAN',
  'PROCEDURE',
  'ROW',
  'SESSION',
  'TOKEN',
  'UNIT',
] as const;
export type AboutKind = (typeof ABOUT_KINDS)[number];
