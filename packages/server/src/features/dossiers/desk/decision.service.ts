import { KEPT_FIELDS } from '@chi-tieu/shared/domain/dossier-row';
import { UNREADABLE } from '@chi-tieu/shared/domain/row-problem';
import { organisationKey } from '@chi-tieu/shared/domain/organisation';
import type { Context } from '../../../app/context.ts';
import { badInput, notFound } from '../../../app/errors.ts';
import { needProvince, reachOfCaller } from '../../accounts/reach.service.ts';
import { findProcedure } from '../../catalogue/procedures.service.ts';
import { findUnit } from '../../units/units.service.ts';
import { readCauseId, type CauseKey } from './cause-key.ts';
import { dayOfCause } from './causes.service.ts';
import type { MendRow } from './mends.queries.ts';

/** What somebody decides of all rows of a cause: one of these. */
export interface CauseDecision {
  unit?: string | null | undefined;
  procedure?: string | null | undefined;
  value?: string | null | undefined;
}

/** What is decided, as it is kept. */
export type Decided = Pick<MendRow, 'how' | 'namedId' | 'procedureId' | 'value' | 'remembers'> & {
  /** What names it to people: the unit's or procedure's code. */
  named: string | null;
};

/** The cause that an argument names, or NOT_FOUND. */
export function causeOf(id: string): CauseKey {
  const key = readCauseId(id);
  if (!key) throw notFound('cause.unknown');
  return key;
}

/** What may be decided of a cause: UNIT, PROCEDURE or VALUE; none where every row has a fault of its own. */
export function waysToMend({ ofCatalogue, problem, field, text }: CauseKey): ('UNIT' | 'PROCEDURE' | 'VALUE')[] {
  if (problem === 'UNKNOWN_UNIT') return text === '' || organisationKey(text) === null ? [] : ['UNIT'];
  if (problem === 'UNKNOWN_PROCEDURE') return text === '' ? [] : ['PROCEDURE'];
  if (!ofCatalogue && OF_FEW_VALUES.has(field)) return ['VALUE'];
  return text !== '' && text !== UNREADABLE && ALIKE[ofCatalogue ? 'catalogue' : 'dossiers'] === field ? ['VALUE'] : [];
}

/** Rows that hold something else of these may all mean the same. */
const OF_FEW_VALUES: ReadonlySet<string> = new Set(['KenhThucHien', 'TrangThaiHoSo']);
/**
 * Rows with one and the same text here mean the same. Of anything else, times above all, the right value is another one in each
 * row: one for all of them would be invented, and one code for many rows would make one of them.
 */
const ALIKE = { catalogue: 'tiers', dossiers: 'MaTTHC' } as const;
const LONGEST_VALUE = 200;

/** Reads a decision about a cause; BAD_USER_INPUT where it is none of those that mend it, FORBIDDEN where it decides for others. */
export async function decide(ctx: Context, key: CauseKey, by: CauseDecision): Promise<Decided> {
  const given = Object.entries(by).filter(([, value]) => value !== null && value !== undefined);
  const [name] = given[0] ?? [];
  const way = name?.toUpperCase();
  if (given.length !== 1 || !waysToMend(key).some((one) => one === way)) throw badInput('by', 'cause.way');
  if (typeof by.unit === 'string') return decideUnit(ctx, key, by.unit);
  if (typeof by.procedure === 'string') return decideProcedure(ctx, by.procedure);
  return decideValue(key, by.value ?? '');
}

const NOTHING = { namedId: null, procedureId: null, value: null, named: null, remembers: false };

/** The identifier is the unit's from now on, for everybody: who keeps the register of units says so. */
async function decideUnit(ctx: Context, key: CauseKey, code: string): Promise<Decided> {
  await needProvince(ctx, 'unit.edit');
  const unit = (await findUnit(ctx, code, { on: await dayOfCause(ctx, key) })) ?? (await findUnit(ctx, code));
  if (!unit) throw badInput('by.unit', 'unit.unknown', { code: code.slice(0, 60) });
  return { ...NOTHING, how: 'UNIT', namedId: unit.version.unitId, named: unit.version.code, remembers: true };
}

/** Who keeps the catalogue says it of rows to come too; others of these rows alone. */
async function decideProcedure(ctx: Context, code: string): Promise<Decided> {
  const procedure = await findProcedure(ctx, code);
  if (!procedure) throw badInput('by.procedure', 'procedure.unknown', { code: code.slice(0, 60) });
  const remembers = (await reachOfCaller(ctx)).unitsOf('catalogue.edit') === 'ALL';
  return {
    ...NOTHING,
    how: 'PROCEDURE',
    procedureId: procedure.id,
    named: procedure.code,
    value: remembers ? null : procedure.code,
    remembers,
  };
}

function decideValue({ ofCatalogue, field }: CauseKey, text: string): Decided {
  const value = text.normalize('NFC').trim();
  if (value.length > LONGEST_VALUE || value.includes('\0'))
    throw badInput('by.value', 'cause.value', { most: LONGEST_VALUE });
  const isKept = ofCatalogue || KEPT_FIELDS.some((name) => name === field);
  if (!isKept) throw badInput('by', 'cause.way');
  return { ...NOTHING, how: 'VALUE', value };
}
