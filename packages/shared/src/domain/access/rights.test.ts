import { describe, expect, it } from 'vitest';
import { ALL_RIGHTS, ALL_ROLES, RIGHTS } from './rights.ts';

/** The table the other way round, as an administrator would ask: what somebody with a role may do. */
const BY_ROLE = {
  VIEWER: ['dossier.read', 'difficulty.read', 'matter.read'],
  CLERK: [
    'dossier.read',
    'dossier.import',
    'dossier.mend',
    'receipt.read',
    'quarantine.read',
    'quarantine.mend',
    'plan.answer',
    'difficulty.read',
    'difficulty.report',
    'reminder.answer',
    'matter.read',
    'measure.keep',
    'source.read',
  ],
  CATALOGUE_EDITOR: ['catalogue.edit', 'unit.edit', 'indicator.edit'],
  PLANNER: [
    'dossier.read',
    'plan.read',
    'plan.draft',
    'plan.answer',
    'difficulty.read',
    'difficulty.report',
    'reminder.answer',
    'inspection.work',
    'matter.read',
    'measure.keep',
  ],
  APPROVER: [
    'dossier.read',
    'plan.read',
    'plan.approve',
    'plan.answer',
    'difficulty.read',
    'difficulty.report',
    'difficulty.handle',
    'reminder.read',
    'reminder.answer',
    'inspection.read',
    'inspection.work',
    'matter.read',
    'measure.keep',
    'direction.follow',
    'connected.read',
    'report.read',
    'report.approve',
    'period.close',
    'indicator.switch',
  ],
  MONITOR: [
    'dossier.read',
    'receipt.read',
    'quarantine.read',
    'plan.read',
    'difficulty.read',
    'difficulty.report',
    'difficulty.handle',
    'reminder.read',
    'reminder.send',
    'reminder.answer',
    'reminder.rule',
    'inspection.read',
    'inspection.lead',
    'inspection.work',
    'matter.read',
    'guidance.issue',
    'measure.keep',
    'direction.follow',
    'connected.read',
    'connected.report',
    'connected.keep',
    'report.read',
    'report.draft',
    'period.close',
    'source.read',
  ],
  INTEGRATION: ['dossier.import'],
  ADMINISTRATOR: ALL_RIGHTS.filter((right) => right !== 'plan.answer' && right !== 'reminder.answer'),
  AUDITOR: [
    'dossier.read',
    'receipt.read',
    'quarantine.read',
    'plan.read',
    'difficulty.read',
    'reminder.read',
    'inspection.read',
    'matter.read',
    'connected.read',
    'report.read',
    'account.read',
    'source.read',
    'audit.read',
  ],
} as const;

describe('the table of rights, written twice so that nobody changes it by accident', () => {
  it.each(ALL_ROLES)('gives %s just this', (role) => {
    expect(ALL_RIGHTS.filter((right) => RIGHTS[right].roles.includes(role))).toEqual(BY_ROLE[role]);
  });

  it('names nobody who is no role', () => {
    for (const right of ALL_RIGHTS) {
      const known = RIGHTS[right].roles.filter((role) => ALL_ROLES.includes(role));
      expect([right, known]).toEqual([right, RIGHTS[right].roles]);
    }
  });

  it('holds for the province alone what decides for all units, and for a unit everything else', () => {
    const ofProvince = ALL_RIGHTS.filter((right) => RIGHTS[right].level === 'PROVINCE');
    expect(ofProvince).toEqual([
      'reminder.rule',
      'direction.follow',
      'connected.keep',
      'report.read',
      'report.draft',
      'report.approve',
      'period.close',
      'catalogue.edit',
      'unit.edit',
      'indicator.edit',
      'indicator.switch',
      'system.operate',
    ]);
    const ofUnit = ALL_RIGHTS.filter((right) => RIGHTS[right].level === 'UNIT');
    const ofItself = ALL_RIGHTS.filter((right) => RIGHTS[right].level === 'ITSELF');
    expect(ofItself).toEqual(['plan.answer', 'reminder.answer']);
    const ofBelow = ALL_RIGHTS.filter((right) => RIGHTS[right].level === 'BELOW');
    expect(ofBelow).toEqual(['reminder.send']);
    expect(ofUnit.length + ofProvince.length + ofItself.length + ofBelow.length).toBe(ALL_RIGHTS.length);
  });
});
