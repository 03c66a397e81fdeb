import { ALL_ROLES } from '@chi-tieu/shared/domain/access/rights';
import { registerEnumType } from 'type-graphql';

/** Key and value are spelt the same: GraphQL publishes the key, the database stores the value. */
export function named<const T extends string>(...names: T[]): { readonly [K in T]: K } {
  return Object.fromEntries(names.map((name) => [name, name])) as { readonly [K in T]: K };
}

export const UnitKind = named('PROVINCE', 'DEPARTMENT', 'DISTRICT', 'COMMUNE');
export type UnitKind = keyof typeof UnitKind;
export const ServiceLevel = named('LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'LEVEL_4', 'PARTIAL', 'FULL');
export type ServiceLevel = keyof typeof ServiceLevel;
export const Channel = named('IN_PERSON', 'ONLINE', 'POSTAL', 'UNKNOWN');
export type Channel = keyof typeof Channel;
export const Scope = named('OWN', 'SUBTREE');
export type Scope = keyof typeof Scope;
export const AttainmentStatus = named('MET', 'NOT_MET', 'NO_DOSSIERS', 'NO_TARGET');
export type AttainmentStatus = keyof typeof AttainmentStatus;
export const PlanState = named('DRAFT', 'SUBMITTED', 'APPROVED', 'ISSUED', 'SUPERSEDED');
export type PlanState = keyof typeof PlanState;
export const CascadeMethod = named(
  'UNIFORM',
  'PROPORTIONAL',
  'CLOSE_THE_GAP',
  'FAIREST',
  'LEAST_EFFORT',
  'SPREAD_REMAINDER',
);
export type CascadeMethod = keyof typeof CascadeMethod;
export const CascadePolicy = named('MEAN', 'FLOOR');
export type CascadePolicy = keyof typeof CascadePolicy;
export const CountedAs = named('NUMERATOR', 'DENOMINATOR', 'NOT_COUNTED');
export type CountedAs = keyof typeof CountedAs;
export const ServiceListAction = named('ADD', 'REMOVE', 'CHANGE_LEVEL');
export type ServiceListAction = keyof typeof ServiceListAction;
export const Role = named(...ALL_ROLES);
export type Role = keyof typeof Role;
/** What may be done in a session: all; nothing before the code (TOTP), the first change of a password (CHANGE), the set-up (ENROL). */
export const Stage = named('FULL', 'TOTP', 'CHANGE', 'ENROL');
export type Stage = keyof typeof Stage;
/** Who gave a grant: people by hand, or the claims of a single sign-on. */
export const GrantSource = named('HAND', 'OIDC');
export type GrantSource = keyof typeof GrantSource;
export const Grain = named('DAY', 'MONTH');
export type Grain = keyof typeof Grain;
export const BatchKind = named('DOSSIERS', 'PROCEDURES', 'RETRY', 'MEND', 'PROGRESS', 'RELEASE', 'IDENTITY');
export type BatchKind = keyof typeof BatchKind;
export const ActorKind = named('PERSON', 'PROGRAM', 'PROCESS', 'NOBODY');
export type ActorKind = keyof typeof ActorKind;
export const BackupOrigin = named('COMMAND', 'CONSOLE', 'SCHEDULE');
export type BackupOrigin = keyof typeof BackupOrigin;
export const BackupCheck = named('CHECKING', 'WHOLE', 'DAMAGED');
export type BackupCheck = keyof typeof BackupCheck;
export const HealthGrade = named('LOOK', 'ACT');
export type HealthGrade = keyof typeof HealthGrade;

registerEnumType(UnitKind, {
  name: 'UnitKind',
  description: 'What a unit is. As a tier of a list or procedure: PROVINCE, DISTRICT or COMMUNE.',
});
registerEnumType(ServiceLevel, {
  name: 'ServiceLevel',
  description: 'LEVEL_1 to LEVEL_4 of Decree 43/2011; from Decree 42/2022 FULL and PARTIAL.',
});
registerEnumType(Channel, {
  name: 'Channel',
  description: 'How the dossier came. UNKNOWN is never counted as online.',
});
registerEnumType(Scope, {
  name: 'Scope',
  description: 'OWN: what the unit itself received. SUBTREE: it and everything below it.',
});
registerEnumType(AttainmentStatus, {
  name: 'AttainmentStatus',
  description:
    'MET: numerator × 100 ≥ target × denominator, on whole numbers, never on a rounded rate. NO_DOSSIERS goes before NO_TARGET.',
});
registerEnumType(PlanState, {
  name: 'PlanState',
  description: 'DRAFT, SUBMITTED, APPROVED, ISSUED; SUPERSEDED once an amending plan was issued.',
});
registerEnumType(CascadeMethod, {
  name: 'CascadeMethod',
  description:
    'How a target is spread over the units below. UNIFORM: one number for all. PROPORTIONAL: the same factor of each baseline. CLOSE_THE_GAP: the same share of the way from baseline to ceiling. FAIREST: the largest rise as small as can be. LEAST_EFFORT: the least effort over all dossiers. SPREAD_REMAINDER: units that have a target keep it, the rest carries what is missing.',
});
registerEnumType(CascadePolicy, {
  name: 'CascadePolicy',
  description: 'MEAN: the weighted mean reaches the target. FLOOR: every unit does.',
});
registerEnumType(CountedAs, {
  name: 'CountedAs',
  description:
    "DENOMINATOR: counted, but not in the numerator. NOT_COUNTED: the unit's other dossiers received or finished in the period.",
});
registerEnumType(ServiceListAction, {
  name: 'ServiceListAction',
  description:
    'What a decision does to one procedure on a list. ADD of what stands there at the same level only confirms it.',
});
registerEnumType(Role, { name: 'Role', description: 'What an account may do; holds for a unit and all below it.' });
registerEnumType(Stage, {
  name: 'Stage',
  description:
    'What may be done in a session. FULL: all. TOTP: nothing before the code. CHANGE: the first change of the password. ENROL: the set-up of a second factor.',
});
registerEnumType(GrantSource, {
  name: 'GrantSource',
  description: 'Who gave a grant. HAND: people. OIDC: what a single sign-on says of somebody.',
});
registerEnumType(Grain, { name: 'Grain', description: 'The width of one point of a series.' });
registerEnumType(BatchKind, {
  name: 'BatchKind',
  description:
    'What an import brought: dossiers, procedures, reports of progress; or that quarantined rows were tried again, or (RELEASE) rows of a held import taken, or (IDENTITY) that a dossier was deleted, restored, merged or split.',
});
registerEnumType(ActorKind, {
  name: 'ActorKind',
  description: 'What did something: PROCESS is the server itself at work, NOBODY whoever is not signed in.',
});
registerEnumType(BackupOrigin, {
  name: 'BackupOrigin',
  description: 'Who asked for a backup: somebody by command or in the console, or the server by itself.',
});
registerEnumType(BackupCheck, {
  name: 'BackupCheck',
  description:
    'What reading a backup from its first byte to its last came to: every byte is as it was written, or not.',
});
registerEnumType(HealthGrade, {
  name: 'HealthGrade',
  description: 'LOOK: somebody should look at it soon. ACT: something may be lost, act now.',
});
