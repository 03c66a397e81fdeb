import { holdsCitizenNumber } from './citizen-number.ts';
import { dayInVietnam, type Day } from './days.ts';
import { readDossierCode, type DossierCode } from './dossier-code.ts';
import { nationalCode } from './procedure-code.ts';
import {
  findUnfitField,
  isRow,
  storableText,
  UNREADABLE,
  type KeptFields,
  type ProblemCode,
  type Row,
} from './row-problem.ts';
import { numberSaid } from './said-value.ts';
import { isStampShaped, readStamp } from './vietnamTime.ts';

export type { ProblemCode } from './row-problem.ts';

/** How a dossier reached the authority. UNKNOWN where the sender did not say; never taken for online. */
export type Channel = 'IN_PERSON' | 'ONLINE' | 'POSTAL' | 'UNKNOWN';

/** The fields of a row that are ever kept, in a dossier or in quarantine. Everything else may be personal data. */
export const KEPT_FIELDS = [
  'MaHoSo',
  'MaTTHC',
  'KenhThucHien',
  'NgayTiepNhan',
  'NgayHenTra',
  'TrangThaiHoSo',
  'NgayKetThucXuLy',
  'NgayTra',
  'DonViXuLy',
] as const;
type FieldName = (typeof KEPT_FIELDS)[number];

const CODE_SHAPE = /^[\w./-]{1,200}$/;
const NUMBER_SHAPE = /^[\d\s.,:;/+TZ-]{1,40}$/;
/** A digit or two, and what may be mistaken for them: never the number of a citizen. */
const SMALL_NUMBER_SHAPE = /^[\d\s.,+-]{1,8}$/;
const NAME_SHAPE = /^[^]{1,200}$/;
/** Digits alone, as a spreadsheet may write them too, that are no code of a dossier. */
const BARE_DIGITS = /^[\d./_-]+(?:e\+?\d{1,2})?$/i;
/** Ten or eleven digits: an identity number whose first zeros were taken for nothing. Not the hours of a day (2022083108). */
const WITHOUT_ZEROS = /^(?!(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))\d{10,11}$/;

/**
 * What the values of the kept fields look like, right or wrong: the alphabet of codes, digits and what stands between them, names
 * of units, and the few words that people write for a number. Anything else may have slipped in from another field, and is marked as unreadable instead of kept. So is a value that
 * holds what looks like the number of a citizen's telephone or identity card, unless it is a dossier's code.
 */
const SHAPES: Readonly<Record<FieldName, RegExp>> = {
  MaHoSo: CODE_SHAPE,
  MaTTHC: CODE_SHAPE,
  KenhThucHien: SMALL_NUMBER_SHAPE,
  NgayTiepNhan: NUMBER_SHAPE,
  NgayHenTra: NUMBER_SHAPE,
  TrangThaiHoSo: SMALL_NUMBER_SHAPE,
  NgayKetThucXuLy: NUMBER_SHAPE,
  NgayTra: NUMBER_SHAPE,
  DonViXuLy: NAME_SHAPE,
};

/** A dossier as its row tells it, before unit and procedure are looked up. */
export interface DossierFields {
  /** As received, trimmed. */
  code: string;
  /** The code in its one comparable form. */
  codeKey: string;
  /** The organisation in the code, in its comparable form. */
  organisation: string;
  /** `DonViXuLy`: only a fallback where nobody knows the organisation. */
  unitName: string | null;
  /** The national part, `2.000815`. */
  procedureCode: string;
  /** The procedure's code as received, where it was more than the national part. */
  procedureText: string | null;
  channel: Channel;
  /** `TrangThaiHoSo`, 1 to 10. */
  status: number;
  receivedAt: Date;
  dueAt: Date | null;
  finishedAt: Date | null;
  returnedAt: Date | null;
  /** Days in Asia/Ho_Chi_Minh. */
  receivedDay: Day;
  finishedDay: Day | null;
}

/**
 * A row that is not a dossier, and the first thing that makes it bad. `code` is `MaHoSo` as received, null where it is absent or
 * does not look like any code; `codeKey` its comparable form, null where it is malformed.
 */
export interface BadDossierRow {
  ok: false;
  code: string | null;
  codeKey: string | null;
  field: string;
  problem: ProblemCode;
  kept: KeptFields;
}

/** What became of a row. What is kept of a good one is made when it is asked for. */
export type DossierRow = { ok: true; dossier: DossierFields; kept: KeptFields } | BadDossierRow;

interface Problem {
  field: FieldName;
  problem: ProblemCode;
}
interface Times {
  receivedAt: Date;
  finishedAt: Date | null;
}

const CHANNELS = new Map<string, Channel>([
  ['1', 'IN_PERSON'],
  ['2', 'ONLINE'],
  ['3', 'POSTAL'],
]);
const STATUSES = new Map(Array.from({ length: 10 }, (_, i) => [String(i + 1), i + 1]));
const DIGITS = /^\d+$/;

/**
 * Reads one row in the field names of the service `DongBoHoSoMC`. Bad only for: a missing or malformed `MaHoSo`, `MaTTHC`,
 * `NgayTiepNhan` or `TrangThaiHoSo`; a reception or finish time that does not exist; a channel other than 1, 2, 3 or absent; a
 * finish before reception; NUL in, or more than 10,000 characters of, any text of the row. An unreadable `NgayHenTra` or
 * `NgayTra` counts as absent. Absent, null and blank are the same; numbers are read as their digits. Nothing but the nine kept
 * fields ever leaves this function, and its result is safe to store: well-formed text without NUL.
 */
export function readDossierRow(raw: unknown): DossierRow {
  if (!isRow(raw)) return { ok: false, code: null, codeKey: null, field: '', problem: 'NOT_AN_OBJECT', kept: {} };
  const problem = findUnfitField(raw);
  if (problem !== null) return { ok: false, ...identify(raw), ...problem, kept: keepFields(raw) };
  const dossier = check(raw);
  if ('problem' in dossier) return { ok: false, ...identify(raw), ...dossier, kept: keepFields(raw) };
  return {
    ok: true,
    dossier,
    get kept() {
      return keepFields(raw);
    },
  };
}

/** What is kept of the unit's name of a row, as among its other fields; null where it has none. */
export function keptUnitName(raw: unknown): string | null {
  const value = isRow(raw) ? raw['DonViXuLy'] : null;
  return value === undefined || value === null ? null : keptText('DonViXuLy', value);
}

function check(row: Row): DossierFields | Problem {
  const codeText = textOf(row, 'MaHoSo');
  const code = codeText === null ? null : readDossierCode(codeText);
  if (codeText === null || code === null) return missingOrMalformed('MaHoSo', codeText);
  const procedureText = textOf(row, 'MaTTHC');
  const procedureCode =
    procedureText === null || holdsCitizenNumber(procedureText) ? null : nationalCode(procedureText);
  if (procedureText === null || procedureCode === null) return missingOrMalformed('MaTTHC', procedureText);
  const channelText = textOf(row, 'KenhThucHien');
  const channel = channelText === null ? 'UNKNOWN' : CHANNELS.get(channelText);
  if (channel === undefined) return { field: 'KenhThucHien', problem: 'UNKNOWN_CHANNEL' };
  const statusText = textOf(row, 'TrangThaiHoSo');
  const status = statusText === null ? undefined : STATUSES.get(statusText);
  if (status === undefined) return statusProblem(statusText);
  const times = readTimes(row);
  if ('problem' in times) return times;
  return assemble(row, { codeText, code, procedureText, procedureCode, channel, status, times });
}

interface Checked {
  codeText: string;
  code: DossierCode;
  procedureText: string;
  procedureCode: string;
  channel: Channel;
  status: number;
  times: Times;
}

function assemble(row: Row, checked: Checked): DossierFields {
  const { code, procedureText, procedureCode, channel, status, times } = checked;
  const nameText = textOf(row, 'DonViXuLy');
  const isName = nameText !== null && !holdsCitizenNumber(nameText);
  const unitName = storableText(isName ? nameText : UNREADABLE).normalize('NFC');
  return {
    code: checked.codeText,
    codeKey: code.key,
    organisation: code.organisation,
    unitName: unitName === UNREADABLE ? null : unitName,
    procedureCode,
    procedureText: procedureText.length > procedureCode.length ? procedureText : null,
    channel,
    status,
    receivedAt: times.receivedAt,
    dueAt: readStamp(textOf(row, 'NgayHenTra') ?? ''),
    finishedAt: times.finishedAt,
    returnedAt: readStamp(textOf(row, 'NgayTra') ?? ''),
    receivedDay: dayInVietnam(times.receivedAt),
    finishedDay: times.finishedAt === null ? null : dayInVietnam(times.finishedAt),
  };
}

function readTimes(row: Row): Times | Problem {
  const received = textOf(row, 'NgayTiepNhan');
  if (received === null) return { field: 'NgayTiepNhan', problem: 'MISSING' };
  const receivedAt = readStamp(received);
  if (receivedAt === null) return timeProblem('NgayTiepNhan', received);
  const finished = textOf(row, 'NgayKetThucXuLy');
  if (finished === null) return { receivedAt, finishedAt: null };
  const finishedAt = readStamp(finished);
  if (finishedAt === null) return timeProblem('NgayKetThucXuLy', finished);
  if (finishedAt < receivedAt) return { field: 'NgayKetThucXuLy', problem: 'FINISH_BEFORE_RECEPTION' };
  return { receivedAt, finishedAt };
}

function timeProblem(field: FieldName, text: string): Problem {
  return { field, problem: isStampShaped(text) ? 'NO_SUCH_TIME' : 'MALFORMED' };
}

function missingOrMalformed(field: FieldName, text: string | null): Problem {
  return { field, problem: text === null ? 'MISSING' : 'MALFORMED' };
}

function statusProblem(text: string | null): Problem {
  if (text !== null && DIGITS.test(text)) return { field: 'TrangThaiHoSo', problem: 'UNKNOWN_STATUS' };
  return missingOrMalformed('TrangThaiHoSo', text);
}

/** The text of a field, trimmed; null where there is none. */
function textOf(row: Row, name: FieldName): string | null {
  const value = row[name];
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return UNREADABLE;
  const text = value.trim();
  return text === '' ? null : text;
}

/** What quarantine and receipts call a bad row. */
function identify(row: Row): { code: string | null; codeKey: string | null } {
  const text = keptText('MaHoSo', row['MaHoSo']);
  if (text === '' || text === UNREADABLE) return { code: null, codeKey: null };
  return { code: text, codeKey: readDossierCode(text)?.key ?? null };
}

function keepFields(row: Row): KeptFields {
  const kept: KeptFields = {};
  for (const name of KEPT_FIELDS) {
    const value = row[name];
    if (value !== undefined && value !== null) kept[name] = keptText(name, value);
  }
  return kept;
}

function keptText(name: FieldName, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string' && typeof value !== 'number') return UNREADABLE;
  const text = storableText(String(value)).trim();
  if (numberSaid(name, text) !== null) return text;
  return text === '' || (SHAPES[name].test(text) && !mayNameCitizen(name, text)) ? text : UNREADABLE;
}

function mayNameCitizen(name: FieldName, text: string): boolean {
  if (name === 'MaHoSo' && readDossierCode(text) !== null) return false;
  const digits = BARE_DIGITS.test(text) ? text.replace(/e.*$/i, '').replace(/\D/g, '') : '';
  return holdsCitizenNumber(text) || WITHOUT_ZEROS.test(digits);
}
