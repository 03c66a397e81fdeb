import { addDays, dayInVietnam, type Day } from '@chi-tieu/shared/domain/days';
import { hashPassword } from '../src/features/accounts/passwords.service.ts';
import type { Api } from './api.ts';

let count = 0;

export interface AccountFacts {
  /** None: an account that may do nothing but sign in. */
  role?: string | null;
  unit?: string;
  username?: string;
  from?: string | null;
  to?: string | null;
}

/** An account with a role for a unit (the province unless told) and all below it; gives what it signs in with. */
export async function buildAccount(
  api: Api,
  { role = null, unit = '19', username = `account-${(count += 1)}`, from = null, to = null }: AccountFacts,
): Promise<{ username: string; password: string }> {
  const password = `mật khẩu của ${username}`;
  const account = await api.db.query<{ id: number }>(
    'insert into account (username, name, password_hash) values ($1, $1, $2) returning id',
    [username, await hashPassword(password)],
  );
  if (role === null) return { username, password };
  await api.db.query(
    `insert into account_grant (account_id, role, unit_id, valid)
     select distinct $1::int, $2, unit_id, daterange($4::date, $5::date, '[]')
       from unit_version where code = $3 and superseded_by is null`,
    [account.rows[0]?.id, role, unit, from, to],
  );
  return { username, password };
}

/** A last day that a token may have, seen from a day (today unless told). */
export function tokenEnd(from: Date = new Date()): Day {
  return addDays(dayInVietnam(from), 300);
}

export interface ProcedureFacts {
  code: string;
  name?: string;
  field?: string;
  tiers?: string[];
  inForceFrom?: string;
  inForceTo?: string;
}

/** Puts procedures into the catalogue, in force for ever and at every tier unless told otherwise. */
export async function saveProcedures(api: Api, ...procedures: (ProcedureFacts | string)[]): Promise<void> {
  const input = procedures.map((facts) => {
    const procedure = typeof facts === 'string' ? { code: facts } : facts;
    return { name: `Thủ tục ${procedure.code}`, tiers: ['PROVINCE', 'DISTRICT', 'COMMUNE'], ...procedure };
  });
  await api.ask('mutation ($input: [ProcedureInput!]!) { saveProcedures(input: $input) { code } }', { input });
}

export interface ListChangeFacts {
  action?: 'ADD' | 'REMOVE' | 'CHANGE_LEVEL';
  procedure: string;
  /** COMMUNE unless told. */
  tier?: string;
  /** LEVEL_4 unless told; none for a removal. */
  level?: string;
  /** A unit that the line names. */
  unit?: string;
  locator?: string;
}

/** A decision that changes the list QD402 (or another) from a day on. */
export async function amendList(
  api: Api,
  effectiveOn: string,
  changes: ListChangeFacts[],
  list = 'QD402',
): Promise<void> {
  const decision = { number: `${(count += 1)}/QĐ-UBND`, issuedOn: effectiveOn, effectiveOn };
  const input = { list, name: `Danh mục ${list}`, decision, changes: changes.map(asInput) };
  await api.ask('mutation ($input: ServiceListAmendmentInput!) { amendServiceList(input: $input) { code } }', {
    input,
  });
}

function asInput({ action = 'ADD', tier = 'COMMUNE', level = 'LEVEL_4', ...line }: ListChangeFacts) {
  return { action, tier, ...line, ...(action !== 'REMOVE' && { level }) };
}

/** Replaces the aliases of units: unit code to organisation identifiers and names. */
export async function nameUnits(api: Api, aliases: Record<string, string[]>): Promise<void> {
  const mutation =
    'mutation ($unit: ID!, $aliases: [String!]!) { setUnitAliases(unit: $unit, aliases: $aliases) { code } }';
  for (const [unit, given] of Object.entries(aliases)) await api.ask(mutation, { unit, aliases: given });
}

/** A dossier's row in the senders' field names: times as `yyyyMMddHHmmss` in Vietnam. */
export type DossierRowFacts = Partial<Record<string, string>> & { MaHoSo: string };

/** A resolved online dossier of 2.000815, received and finished on 01/03/2022, but for what is told. `''` leaves a field out. */
export function dossierRow(facts: DossierRowFacts): Record<string, string> {
  const row: Partial<Record<string, string>> = {
    MaTTHC: '2.000815',
    KenhThucHien: '2',
    NgayTiepNhan: '20220301080000',
    NgayKetThucXuLy: '20220301160000',
    TrangThaiHoSo: '10',
    ...facts,
  };
  return Object.fromEntries(Object.entries(row).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/** A dossier code of an organisation, told apart by number: `H55.900.03-220301-0007`. */
export function dossierCode(organisation: string, number: number): string {
  return `${organisation}-220301-${String(number).padStart(4, '0')}`;
}

/** The unit's counts in a period as `12/34`, the numerator over the denominator. */
export async function figure(
  api: Pick<Api, 'ask'>,
  unit: string,
  asked: { indicator?: string; from?: string; to?: string; scope?: 'OWN' | 'SUBTREE'; knownAt?: string | null } = {},
): Promise<string> {
  const query = `query ($indicator: ID!, $from: Date!, $to: Date!, $scope: Scope, $knownAt: DateTime) {
    attainments(indicator: $indicator, from: $from, to: $to, scope: $scope, knownAt: $knownAt) { unit { code } numerator denominator } }`;
  const variables = { indicator: 'ONLINE_RESOLUTION_L4', from: '2022-01-01', to: '2022-12-31', ...asked };
  const { attainments } = await api.ask<{
    attainments: { unit: { code: string }; numerator: number; denominator: number }[];
  }>(query, variables);
  const found = attainments.find((row) => row.unit.code === unit);
  return found ? `${found.numerator}/${found.denominator}` : 'absent';
}
