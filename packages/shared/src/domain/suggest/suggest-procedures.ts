import { editDistance } from './edit-distance.ts';

/** A procedure as far as it can be meant. */
export interface KnownProcedure {
  readonly code: string;
  readonly inForce: boolean;
}

/** Why a procedure is suggested: its code has another first digit, two digits exchanged, or so many other digits. */
export type ProcedureGround =
  | { readonly kind: 'OTHER_GROUP' }
  | { readonly kind: 'EXCHANGED' }
  | { readonly kind: 'DIGITS'; readonly digits: number };

export interface ProcedureSuggestion {
  readonly code: string;
  readonly weight: number;
  readonly grounds: readonly ProcedureGround[];
}

const MOST_DIGITS = 2;
const WEIGHTS = { OTHER_GROUP: 70, EXCHANGED: 65, DIGITS: 50 } as const;
const REPEALED = 20;

/**
 * Which procedures rows may mean whose code nobody knows, the likeliest first, at most `most`: those whose code is a slip away. One in
 * force goes before one that is not. Which it is only a person can say: of a dossier the procedure's name is not kept.
 */
export function suggestProcedures(unknown: string, known: readonly KnownProcedure[], most = 3): ProcedureSuggestion[] {
  const found = known.flatMap(({ code, inForce }) => {
    const ground = groundOf(unknown, code);
    if (!ground) return [];
    const far = ground.kind === 'DIGITS' ? 20 * (ground.digits - 1) : 0;
    return [{ code, weight: WEIGHTS[ground.kind] - far - (inForce ? 0 : REPEALED), grounds: [ground] }];
  });
  return found.sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1)).slice(0, most);
}

function groundOf(unknown: string, code: string): ProcedureGround | null {
  if (unknown === code) return null;
  if (unknown.slice(1) === code.slice(1)) return { kind: 'OTHER_GROUP' };
  const digits = editDistance(unknown, code, MOST_DIGITS);
  if (digits > MOST_DIGITS) return null;
  const others = Array.from({ length: unknown.length }, (_, at) => unknown[at] !== code[at]).filter(Boolean).length;
  return digits === 1 && others === 2 ? { kind: 'EXCHANGED' } : { kind: 'DIGITS', digits };
}
