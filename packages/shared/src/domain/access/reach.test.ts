import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitTreeOn, type SuccessionRow, type UnitVersionRow } from '../unit-tree.ts';
import { lastDayOf, outlasts, Reach, reachOf, type HeldGrant } from './reach.ts';
import { ALL_RIGHTS, ALL_ROLES, isProvinceOnly, RIGHTS, type Right, type Role } from './rights.ts';

const PROVINCE = 1;
const DAY = '2022-06-01';

function unit(unitId: number, parentId: number | null, period: Partial<UnitVersionRow> = {}): UnitVersionRow {
  return {
    unitId,
    parentId,
    code: String(unitId),
    name: '',
    type: '',
    kind: 'COMMUNE',
    from: null,
    to: null,
    ...period,
  };
}

// 1 province; 10 and 20 districts; 11, 12 and 21 communes; 13 merged into 12 on 1 March; 14 comes in July.
const VERSIONS = [
  unit(1, null),
  unit(10, 1),
  unit(11, 10),
  unit(12, 10),
  unit(13, 10, { to: '2022-02-28' }),
  unit(14, 10, { from: '2022-07-01' }),
  unit(20, 1),
  unit(21, 20),
];
const SUCCESSIONS: SuccessionRow[] = [{ predecessorId: 13, successorId: 12, on: '2022-03-01', isMain: true }];
const TREE = unitTreeOn(VERSIONS, SUCCESSIONS, DAY);

const grant = (role: Role, unitId: number, more: Partial<HeldGrant> = {}): HeldGrant => ({
  role,
  unitId,
  from: null,
  to: null,
  via: null,
  ...more,
});
const units = (grants: HeldGrant[], right: Right = 'dossier.read'): 'ALL' | number[] => {
  const reached = reachOf(grants, TREE, PROVINCE, DAY).unitsOf(right);
  return reached === 'ALL' ? reached : [...reached].sort((a, b) => a - b);
};

describe('the table of rights', () => {
  it('names every right with somebody who has it, and the administrator with all but to speak for a unit', () => {
    for (const right of ALL_RIGHTS) expect(RIGHTS[right].roles.length).toBeGreaterThan(0);
    expect(ALL_RIGHTS.filter((right) => !RIGHTS[right].roles.includes('ADMINISTRATOR'))).toEqual([
      'plan.answer',
      'reminder.answer',
    ]);
    expect(ALL_RIGHTS.filter((right) => RIGHTS[right].roles.includes('INTEGRATION'))).toEqual(['dossier.import']);
  });

  it('lets who only looks change nothing', () => {
    const changes: Right[] = ['dossier.import', 'quarantine.mend', 'plan.draft', 'plan.approve', 'catalogue.edit'];
    changes.push('unit.edit', 'account.manage', 'token.manage', 'system.operate');
    for (const role of ['VIEWER', 'MONITOR', 'AUDITOR'] as const)
      expect(changes.filter((right) => RIGHTS[right].roles.includes(role))).toEqual([]);
  });

  it('keeps those who draft from approving and those who approve from drafting', () => {
    const both = ALL_ROLES.filter((role) =>
      (['plan.draft', 'plan.approve'] as const).every((right) => RIGHTS[right].roles.includes(role)),
    );
    expect(both).toEqual(['ADMINISTRATOR']);
  });

  it('knows the role that is for the province alone', () => {
    expect(ALL_ROLES.filter(isProvinceOnly)).toEqual(['CATALOGUE_EDITOR']);
  });
});

describe('reach', () => {
  it.each<[string, HeldGrant[], 'ALL' | number[]]>([
    ['nothing without a grant', [], []],
    ['all by a grant at the province', [grant('VIEWER', 1)], 'ALL'],
    ['a district with its communes and what they took over', [grant('VIEWER', 10)], [10, 11, 12, 13]],
    ['a commune with what it took over', [grant('CLERK', 12)], [12, 13]],
    ['a commune, not its sibling', [grant('CLERK', 11)], [11]],
    ['several grants together', [grant('CLERK', 11), grant('VIEWER', 20)], [11, 20, 21]],
    ['nothing by a role without the right', [grant('INTEGRATION', 1)], []],
    ['nothing at a unit that is gone', [grant('VIEWER', 13)], []],
    ['nothing at a unit still to come', [grant('VIEWER', 14)], []],
    ['the first and the last day', [grant('VIEWER', 11, { from: DAY, to: DAY })], [11]],
    ['nothing before its first day', [grant('VIEWER', 1, { from: '2022-06-02' })], []],
    ['nothing after its last day', [grant('VIEWER', 1, { to: '2022-05-31' })], []],
  ])('is %s', (_what, grants, expected) => {
    expect(units(grants)).toEqual(expected);
  });

  it('is nowhere for rights of the province below it', () => {
    expect(units([grant('CATALOGUE_EDITOR', 10)], 'catalogue.edit')).toEqual([]);
    expect(units([grant('CATALOGUE_EDITOR', 1)], 'catalogue.edit')).toBe('ALL');
    expect(units([grant('ADMINISTRATOR', 10)], 'system.operate')).toEqual([]);
  });

  it.each<[string, HeldGrant, number[]]>([
    ['holds within its origin', grant('CLERK', 11, { via: grant('CLERK', 10) }), [11]],
    ['ends with its origin', grant('CLERK', 11, { via: grant('CLERK', 10, { to: '2022-05-31' }) }), []],
    ['is never wider than its origin', grant('CLERK', 10, { via: grant('CLERK', 11) }), []],
    ['is never in another role', grant('VIEWER', 11, { via: grant('CLERK', 10) }), []],
    [
      'ends with the origin of its origin',
      grant('CLERK', 11, { via: grant('CLERK', 10, { via: grant('CLERK', 20) }) }),
      [],
    ],
  ])('of a delegation %s', (_what, delegated, expected) => {
    expect(units([delegated])).toEqual(expected);
  });

  it.each<[string, HeldGrant, Right[]]>([
    [
      'is delegated',
      grant('ADMINISTRATOR', 1, { via: grant('ADMINISTRATOR', 1) }),
      ['account.manage', 'token.manage', 'source.edit'],
    ],
    [
      'comes from a single sign-on',
      grant('ADMINISTRATOR', 1, { source: 'OIDC' }),
      ['account.manage', 'token.manage', 'source.edit'],
    ],
    [
      'a program holds',
      grant('ADMINISTRATOR', 1, { isProgram: true }),
      [
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
        'connected.read',
        'connected.report',
        'connected.keep',
        'report.draft',
        'report.approve',
        'period.close',
        'indicator.switch',
        'account.manage',
        'token.manage',
        'source.edit',
      ],
    ],
  ])('of a grant that %s is all but what only standing people may', (_what, held, withheld) => {
    const reach = reachOf([held], TREE, PROVINCE, DAY);
    const all = ALL_RIGHTS.filter((right) => RIGHTS[right].roles.includes('ADMINISTRATOR') || withheld.includes(right));
    expect(all.filter((right) => !reach.holds(right))).toEqual(withheld);
  });

  it.each<[string, HeldGrant[], number[]]>([
    ['the unit of the grant', [grant('CLERK', 11)], [11]],
    ['and those that it succeeded', [grant('PLANNER', 12)], [12, 13]],
    ['none below it', [grant('APPROVER', 10)], [10]],
    ['nobody but itself from the province either', [grant('PLANNER', 1)], [1]],
    ['nobody by the role of an administrator', [grant('ADMINISTRATOR', 11)], []],
    ['nobody for a unit that is gone', [grant('CLERK', 13)], []],
    ['nobody as a program', [grant('CLERK', 11, { isProgram: true })], []],
    ['the unit for which a deputy stands in', [grant('CLERK', 11, { via: grant('CLERK', 11) })], [11]],
  ])('by which one speaks for a unit is %s', (_what, grants, expected) => {
    expect(units(grants, 'plan.answer')).toEqual(expected);
  });

  it.each<[string, HeldGrant[], number[] | 'ALL']>([
    ['what lies below', [grant('MONITOR', 10)], [11, 12, 13]],
    ['nobody by a grant at itself', [grant('MONITOR', 11)], []],
    ['itself by a grant above it', [grant('MONITOR', 10), grant('MONITOR', 11)], [11, 12, 13]],
    ['all from the province', [grant('MONITOR', 1)], 'ALL'],
  ])('whom one writes to in the name of who watches over them is %s', (_what, grants, expected) => {
    expect(units(grants, 'reminder.send')).toEqual(expected);
  });

  it.each<[string, HeldGrant[], string | null]>([
    [
      'is the latest of those that give it',
      ['2022-07-01', '2022-12-31', '2022-08-01'].map((to) => grant('CLERK', 11, { to })),
      '2022-12-31',
    ],
    ['is none where one has none', [grant('CLERK', 11, { to: '2022-07-01' }), grant('CLERK', 10)], null],
    ['leaves out other roles', [grant('CLERK', 11, { to: '2022-07-01' }), grant('VIEWER', 11)], '2022-07-01'],
    ['leaves out other places', [grant('CLERK', 11, { to: '2022-07-01' }), grant('CLERK', 12)], '2022-07-01'],
    [
      'leaves out days to come',
      [grant('CLERK', 11, { to: '2022-07-01' }), grant('CLERK', 11, { from: '2022-07-02' })],
      '2022-07-01',
    ],
  ])('has a last day, which %s', (_what, grants, expected) => {
    const on = { tree: TREE, provinceId: PROVINCE, day: DAY };
    expect(lastDayOf(grants, on, 'quarantine.mend', 11)).toBe(expected);
  });

  it.each<[string, HeldGrant, string | null, boolean]>([
    ['without an end, where the caller has one', grant('ADMINISTRATOR', 10), '2022-07-01', true],
    ['a day longer', grant('ADMINISTRATOR', 10, { to: '2022-07-02' }), '2022-07-01', true],
    ['still to begin', grant('ADMINISTRATOR', 10, { from: '2022-06-20' }), '2022-07-01', true],
    ['as long', grant('ADMINISTRATOR', 10, { to: '2022-07-01' }), '2022-07-01', false],
    ['over', grant('ADMINISTRATOR', 10, { to: '2022-05-31' }), '2022-05-01', false],
    ['without an end, as that of the caller', grant('ADMINISTRATOR', 10), null, false],
    ['over nobody', grant('CLERK', 10), '2022-07-01', false],
    ['from a single sign-on', grant('ADMINISTRATOR', 10, { source: 'OIDC' }), '2022-07-01', false],
    ['delegated', grant('ADMINISTRATOR', 10, { via: grant('ADMINISTRATOR', 10) }), '2022-07-01', false],
  ])('outlasts a caller’s where it decides about others for longer: %s', (_what, held, end, expected) => {
    expect(outlasts([held], DAY, (_right, unitId) => (unitId === 10 ? end : null))).toBe(expected);
  });

  it('covers units only all together, and no unit at all only from the province', () => {
    const district = reachOf([grant('VIEWER', 10)], TREE, PROVINCE, DAY);
    expect(district.covers('dossier.read', [11, 12])).toBe(true);
    expect(district.covers('dossier.read', [11, 21])).toBe(false);
    expect(district.covers('dossier.read', [])).toBe(false);
    expect(reachOf([grant('VIEWER', 1)], TREE, PROVINCE, DAY).covers('dossier.read', [])).toBe(true);
    expect([district.holds('dossier.read'), district.holds('plan.draft')]).toEqual([true, false]);
    expect(district.rights()).toEqual(['dossier.read', 'difficulty.read', 'matter.read']);
    expect(district.within('dossier.read')).toEqual({ units: [10, 11, 12, 13], place: 10 });
    expect(district.within('plan.draft')).toEqual({ units: [], place: 0 });
    expect(reachOf([grant('VIEWER', 1)], TREE, PROVINCE, DAY).within('dossier.read')).toBeNull();
  });

  it('of the process itself is everything, and of the province every right that it was given', () => {
    expect(ALL_RIGHTS.filter((right) => Reach.ofAll().unitsOf(right) !== 'ALL')).toEqual([]);
    const everywhere = reachOf([grant('VIEWER', 1)], TREE, PROVINCE, DAY);
    expect([everywhere.holds('dossier.read'), everywhere.holds('plan.draft')]).toEqual([true, false]);
    expect(everywhere.rights()).toEqual(['dossier.read', 'difficulty.read', 'matter.read']);
  });

  it('files what belongs to no unit under the first of its grants', () => {
    const two = reachOf([grant('CLERK', 21), grant('CLERK', 11)], TREE, PROVINCE, DAY);
    expect(two.within('dossier.read')).toEqual({ units: [21, 11], place: 21 });
  });

  it('never grows by taking a grant away, and never reaches beyond what the grants name', () => {
    const anyGrant = fc.record({
      role: fc.constantFrom(...ALL_ROLES),
      unitId: fc.constantFrom(10, 11, 12, 13, 14, 20, 21),
      from: fc.constantFrom(null, '2022-05-01', DAY, '2022-06-02'),
      to: fc.constantFrom(null, '2022-05-31', DAY, '2022-07-01'),
      via: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(anyGrant, { maxLength: 5 }), fc.nat(), (grants, at) => {
        const fewer = grants.filter((_, i) => i !== at % Math.max(1, grants.length));
        const named = new Set(grants.flatMap(({ unitId }) => [unitId, ...TREE.below(unitId)]));
        for (const right of ALL_RIGHTS) {
          const reached = reachOf(grants, TREE, PROVINCE, DAY).unitsOf(right);
          const less = reachOf(fewer, TREE, PROVINCE, DAY).unitsOf(right);
          if (reached === 'ALL' || less === 'ALL') throw new Error('nobody here reaches all');
          expect([...less].filter((id) => !reached.has(id))).toEqual([]);
          expect([...reached].filter((id) => !named.has(TREE.liveUnitOf(id) ?? 0))).toEqual([]);
        }
      }),
    );
  });
});
