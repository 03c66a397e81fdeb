import type { Act } from '../../app/audit/acts.ts';
import type { Writer } from '../../app/database.ts';
import type { DefinitionTerms } from '../rates/indicators.queries.ts';
import type { DefinitionRow, DefinitionState } from './definitions.queries.ts';

interface Told {
  state: DefinitionState;
  before?: DefinitionState;
  /** What a draft says now; reasons and notes are nobody's but the record's. */
  terms?: DefinitionTerms;
  /** The version that answered until now. */
  insteadOf?: number | undefined;
}

/** Says in the audit trail what becomes of a definition. */
export function auditDefinition(
  tx: Writer,
  { code, version }: Pick<DefinitionRow, 'code' | 'version'>,
  what: Act,
  { state, before, terms, insteadOf }: Told,
): void {
  tx.audit({
    what,
    about: { kind: 'INDICATOR', id: code },
    unitId: null,
    ...(before && { before: { state: before } }),
    after: { version, state, ...(insteadOf !== undefined && { insteadOf }), ...(terms && audited(terms)) },
  });
}

function audited(terms: DefinitionTerms) {
  const { counts, basis, eligibilityDate, inForceRequired, levels, tiers, statuses, numerator, numeratorChannel } =
    terms;
  return {
    counts,
    basis,
    eligibilityDate,
    inForceRequired,
    listed: terms.listId !== null,
    levels,
    ...(tiers && { tiers }),
    ...(statuses && { statuses }),
    numerator,
    ...(numeratorChannel && { numeratorChannel }),
  };
}
