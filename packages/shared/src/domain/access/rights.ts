/** What somebody is for the units that their grants name. */
export type Role =
  | 'VIEWER'
  | 'CLERK'
  | 'CATALOGUE_EDITOR'
  | 'PLANNER'
  | 'APPROVER'
  | 'MONITOR'
  | 'INTEGRATION'
  | 'ADMINISTRATOR'
  | 'AUDITOR';

/** Something that one may do beyond what everybody who is signed in may. */
export type Right =
  | 'dossier.read'
  | 'dossier.import'
  | 'dossier.mend'
  | 'receipt.read'
  | 'quarantine.read'
  | 'quarantine.mend'
  | 'plan.read'
  | 'plan.draft'
  | 'plan.approve'
  | 'plan.answer'
  | 'difficulty.read'
  | 'difficulty.report'
  | 'difficulty.handle'
  | 'reminder.read'
  | 'reminder.send'
  | 'reminder.answer'
  | 'reminder.rule'
  | 'inspection.read'
  | 'inspection.lead'
  | 'inspection.work'
  | 'matter.read'
  | 'guidance.issue'
  | 'measure.keep'
  | 'direction.follow'
  | 'connected.read'
  | 'connected.report'
  | 'connected.keep'
  | 'report.read'
  | 'report.draft'
  | 'report.approve'
  | 'period.close'
  | 'catalogue.edit'
  | 'unit.edit'
  | 'indicator.edit'
  | 'indicator.switch'
  | 'account.read'
  | 'account.manage'
  | 'token.manage'
  | 'source.read'
  | 'source.edit'
  | 'audit.read'
  | 'system.operate';

export interface RightRow {
  /**
   * UNIT: for the unit of the grant and all below it. PROVINCE: only by a grant at the province, for it decides for all. ITSELF: for
   * the unit of the grant and those that it succeeded; never for what lies below. BELOW: for what lies below the unit of the grant, and never for itself.
   */
  readonly level: 'UNIT' | 'PROVINCE' | 'ITSELF' | 'BELOW';
  readonly roles: readonly Role[];
}

/**
 * Who may do what: the one table. Everybody who is signed in reads units, catalogue, lists, indicators, issued plans and
 * standings; that needs no right. What delegations, single sign-ons and programs never give of it is named below. `dossier.mend` decides which dossiers are one, and which are in no figure; `plan.read` is about plans that are not issued yet; `plan.approve` approves, returns and
 * issues; `plan.answer` speaks for a unit that others assign a target to; `difficulty.report` says in a unit's name what keeps it, `difficulty.handle` takes over and answers what units below have
 * (docs/decisions/0013, section 12); `reminder.send` writes to units below in the name of who watches over them, puts that off, raises and ends it; `reminder.answer` takes note of what one's own unit is written or guided, and answers or asks; `reminder.rule` says of what; `inspection.lead` plans and leads inspections of units within reach,
 * `inspection.work` may be called into the team of one (section 14 there); `connected.report` says of connected systems that units within reach run that they are down, and what happened to them, `connected.keep` says which there are and whether they are looked at (section 16 there); `report.read` is about reports that are not published yet, `report.approve` approves, returns and publishes them (section 13 there);
 * `matter.read` is about guidance, measures and directions, `guidance.issue` gives guidance to units below and answers what they ask, `measure.keep` plans measures in a
 * unit's name, `direction.follow` confirms what units say they did about directions, which whoever approves reports enters (section 17 there);
 * `period.close` publishes the figures of a period;
 * `indicator.switch` has a definition answer from now on.
 */
export const RIGHTS: Readonly<Record<Right, RightRow>> = {
  'dossier.read': {
    level: 'UNIT',
    roles: ['VIEWER', 'CLERK', 'PLANNER', 'APPROVER', 'MONITOR', 'ADMINISTRATOR', 'AUDITOR'],
  },
  'dossier.import': { level: 'UNIT', roles: ['CLERK', 'INTEGRATION', 'ADMINISTRATOR'] },
  'dossier.mend': { level: 'UNIT', roles: ['CLERK', 'ADMINISTRATOR'] },
  'receipt.read': { level: 'UNIT', roles: ['CLERK', 'MONITOR', 'ADMINISTRATOR', 'AUDITOR'] },
  'quarantine.read': { level: 'UNIT', roles: ['CLERK', 'MONITOR', 'ADMINISTRATOR', 'AUDITOR'] },
  'quarantine.mend': { level: 'UNIT', roles: ['CLERK', 'ADMINISTRATOR'] },
  'plan.read': { level: 'UNIT', roles: ['PLANNER', 'APPROVER', 'MONITOR', 'ADMINISTRATOR', 'AUDITOR'] },
  'plan.draft': { level: 'UNIT', roles: ['PLANNER', 'ADMINISTRATOR'] },
  'plan.approve': { level: 'UNIT', roles: ['APPROVER', 'ADMINISTRATOR'] },
  'plan.answer': { level: 'ITSELF', roles: ['CLERK', 'PLANNER', 'APPROVER'] },
  'difficulty.read': {
    level: 'UNIT',
    roles: ['VIEWER', 'CLERK', 'PLANNER', 'APPROVER', 'MONITOR', 'ADMINISTRATOR', 'AUDITOR'],
  },
  'difficulty.report': { level: 'UNIT', roles: ['CLERK', 'PLANNER', 'APPROVER', 'MONITOR', 'ADMINISTRATOR'] },
  'difficulty.handle': { level: 'UNIT', roles: ['APPROVER', 'MONITOR', 'ADMINISTRATOR'] },
  'reminder.read': { level: 'UNIT', roles: ['APPROVER', 'MONITOR', 'ADMINISTRATOR', 'AUDITOR'] },
  'reminder.send': { level: 'BELOW', roles: ['MONITOR', 'ADMINISTRATOR'] },
  'reminder.answer': { level: 'ITSELF', roles: ['CLERK', 'PLANNER', 'APPROVER', 'MONITOR'] },
  'reminder.rule': { level: 'PROVINCE', roles: ['MONITOR', 'ADMINISTRATOR'] },
  'inspection.read': { level: 'UNIT', roles: ['APPROVER', 'MONITOR', 'ADMINISTRATOR', 'AUDITOR'] },
  'inspection.lead': { level: 'UNIT', roles: ['MONITOR', 'ADMINISTRATOR'] },
  'inspection.work': { level: 'UNIT', roles: ['PLANNER', 'APPROVER', 'MONITOR', 'ADMINISTRATOR'] },
  'matter.read': {
    level: 'UNIT',
    roles: ['VIEWER', 'CLERK', 'PLANNER', 'APPROVER', 'MONITOR', 'ADMINISTRATOR', 'AUDITOR'],
  },
  'guidance.issue': { level: 'UNIT', roles: ['MONITOR', 'ADMINISTRATOR'] },
  'measure.keep': { level: 'UNIT', roles: ['CLERK', 'PLANNER', 'APPROVER', 'MONITOR', 'ADMINISTRATOR'] },
  'direction.follow': { level: 'PROVINCE', roles: ['APPROVER', 'MONITOR', 'ADMINISTRATOR'] },
  'connected.read': { level: 'UNIT', roles: ['APPROVER', 'MONITOR', 'ADMINISTRATOR', 'AUDITOR'] },
  'connected.report': { level: 'UNIT', roles: ['MONITOR', 'ADMINISTRATOR'] },
  'connected.keep': { level: 'PROVINCE', roles: ['MONITOR', 'ADMINISTRATOR'] },
  'report.read': { level: 'PROVINCE', roles: ['APPROVER', 'MONITOR', 'ADMINISTRATOR', 'AUDITOR'] },
  'report.draft': { level: 'PROVINCE', roles: ['MONITOR', 'ADMINISTRATOR'] },
  'report.approve': { level: 'PROVINCE', roles: ['APPROVER', 'ADMINISTRATOR'] },
  'period.close': { level: 'PROVINCE', roles: ['APPROVER', 'MONITOR', 'ADMINISTRATOR'] },
  'catalogue.edit': { level: 'PROVINCE', roles: ['CATALOGUE_EDITOR', 'ADMINISTRATOR'] },
  'unit.edit': { level: 'PROVINCE', roles: ['CATALOGUE_EDITOR', 'ADMINISTRATOR'] },
  'indicator.edit': { level: 'PROVINCE', roles: ['CATALOGUE_EDITOR', 'ADMINISTRATOR'] },
  'indicator.switch': { level: 'PROVINCE', roles: ['APPROVER', 'ADMINISTRATOR'] },
  'account.read': { level: 'UNIT', roles: ['ADMINISTRATOR', 'AUDITOR'] },
  'account.manage': { level: 'UNIT', roles: ['ADMINISTRATOR'] },
  'token.manage': { level: 'UNIT', roles: ['ADMINISTRATOR'] },
  'source.read': { level: 'UNIT', roles: ['CLERK', 'MONITOR', 'ADMINISTRATOR', 'AUDITOR'] },
  'source.edit': { level: 'UNIT', roles: ['ADMINISTRATOR'] },
  'audit.read': { level: 'UNIT', roles: ['ADMINISTRATOR', 'AUDITOR'] },
  'system.operate': { level: 'PROVINCE', roles: ['ADMINISTRATOR'] },
};

/**
 * Rights over what others may do: held only by a grant of one's own that people gave. Who stands in for somebody for some days,
 * and who is what a single sign-on says today, do not have them: what they gave would outlast their own.
 */
export const STANDING_RIGHTS: readonly Right[] = ['account.manage', 'token.manage', 'source.edit'];

/**
 * Rights that no program has, whatever its role: to decide about others, to judge, to look over a team's shoulder, to draw up what is
 * published, and to speak for a unit is for people.
 */
export const RIGHTS_OF_PEOPLE: readonly Right[] = [
  'dossier.mend',
  'plan.approve',
  'plan.answer',
  'difficulty.report',
  'difficulty.handle',
  'reminder.send',
  'reminder.answer',
  'reminder.rule',
  'inspection.read',
  'inspection.lead',
  'inspection.work',
  'guidance.issue',
  'measure.keep',
  'direction.follow',
  'report.draft',
  'connected.read',
  'connected.report',
  'connected.keep',
  'report.approve',
  'period.close',
  'indicator.switch',
  ...STANDING_RIGHTS,
];

/** All rights, in the order of the table. */
export const ALL_RIGHTS = Object.keys(RIGHTS) as readonly Right[];

/** All roles, in the order in which they are offered. */
export const ALL_ROLES: readonly Role[] = [
  'VIEWER',
  'CLERK',
  'CATALOGUE_EDITOR',
  'PLANNER',
  'APPROVER',
  'MONITOR',
  'INTEGRATION',
  'ADMINISTRATOR',
  'AUDITOR',
];

/** Roles that mean something only at the province: every right that they alone give is one of the province. */
export function isProvinceOnly(role: Role): boolean {
  const given = ALL_RIGHTS.filter((right) => RIGHTS[right].roles.includes(role));
  return given.every((right) => RIGHTS[right].level === 'PROVINCE');
}
