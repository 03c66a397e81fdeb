import type { Text } from '../text.ts';
import type { roles as vi } from '../vi/roles.ts';

export const roles = {
  'roles.ADMINISTRATOR': 'Administrator',
  'roles.ADMINISTRATOR.body':
    'Does everything for the unit and below: manages accounts and tokens; for the province also runs the system.',
  'roles.APPROVER': 'Approver',
  'roles.APPROVER.body':
    'Approves, returns and issues target plans; for the province also reports, and enters and confirms directions.',
  'roles.AUDITOR': 'Auditor',
  'roles.AUDITOR.body':
    'Reads dossiers, receipts, plans, accounts and the audit trail; changes nothing and inspects nobody.',
  'roles.CATALOGUE_EDITOR': 'Catalogue editor',
  'roles.CATALOGUE_EDITOR.body': 'Changes procedures, service lists and aliases of units. Held for the province only.',
  'roles.CLERK': 'Clerk',
  'roles.CLERK.body':
    'Imports dossiers, mends bad rows; takes note of guidance, answers reminders and directions, keeps measures for the unit.',
  'roles.INTEGRATION': 'Integration',
  'roles.INTEGRATION.body': 'Only sends in dossiers for the unit; for programs, reads nothing further.',
  'roles.MONITOR': 'Monitor',
  'roles.MONITOR.body':
    'Reads dossiers, receipts, bad rows; urges, inspects and guides units below, watches connected systems, answers reminders of the own unit; for the province also confirms directions and keeps systems.',
  'roles.PLANNER': 'Planner',
  'roles.PLANNER.body': 'Drafts and changes target plans, reads dossiers.',
  'roles.VIEWER': 'Viewer',
  'roles.VIEWER.body': 'Reads the dossiers behind the unit’s figures.',
  'roles.atProvince': 'Given only where the unit is the province: {roles}.',
} satisfies Record<keyof typeof vi, Text>;
