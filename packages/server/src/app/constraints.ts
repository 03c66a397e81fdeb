import { AppError, conflict } from './errors.ts';
import type { ErrorText } from './error-texts.ts';

/** Which named constraint of the schema stands for which error: the only place where a violation becomes a text. */
const VIOLATIONS: Record<string, ErrorText> = {
  unit_alias_names_one_unit: 'alias.taken',
  plan_one_unfinished_per_issuer_and_year: 'plan.exists',
  plan_one_issued_per_issuer_and_year: 'plan.exists',
  decision_number_is_unique: 'decision.exists',
  account_username_is_unique: 'account.exists',
  counter_proposal_one_open: 'counter.open',
  closed_period_is_closed_once: 'period.closed',
  definition_is_prepared_alone: 'definition.openElsewhere',
  dossier_source_login_is_its_own: 'dossierSource.login',
  dossier_source_name_is_its_own: 'dossierSource.name',
  contact_address_is_one: 'urging.contactTaken',
  system_name_is_used_once: 'system.name',
  report_is_one_a_period: 'report.exists',
  report_is_replaced_once: 'report.alreadyReplaced',
  indicator_code_is_unique: 'definition.taken',
};

const PATHS: Record<string, string> = { unit_alias_names_one_unit: 'aliases' };

/** The error a caller gets for a violated constraint; other errors pass unchanged. */
export function explainViolation(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const constraint = constraintOf(error);
  const text = constraint === null ? undefined : VIOLATIONS[constraint];
  if (constraint === null || text === undefined) return error;
  const path = PATHS[constraint];
  return conflict(text, {}, path === undefined ? {} : { path });
}

function constraintOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const { constraint, driverError } = error as { constraint?: unknown; driverError?: unknown };
  if (typeof constraint === 'string') return constraint;
  return driverError === undefined ? null : constraintOf(driverError);
}
