import type { BatchKind } from '@chi-tieu/shared/generated/graphql';
import { readDay } from '@chi-tieu/shared/domain/vietnamese-format';
import { UNREADABLE } from '@chi-tieu/shared/domain/row-problem';
import { readStamp, writeStamp } from '@chi-tieu/shared/domain/vietnamTime';
import { moment } from '../../i18n/format.ts';
import { t, type PlainKey } from '../../i18n/i18n.ts';
import './importTexts.ts';
import './texts.ts';

/** How a field of a dossier's row is edited: as text, as a time, or as one of a few. */
export interface RowField {
  readonly name: string;
  readonly text: PlainKey;
  readonly as: 'text' | 'time' | 'channel' | 'status';
}

/** The fields of a dossier's row that are kept, in the order of the body. */
export const ROW_FIELDS: readonly RowField[] = [
  { name: 'MaHoSo', text: 'quarantine.fieldCode', as: 'text' },
  { name: 'MaTTHC', text: 'quarantine.fieldProcedure', as: 'text' },
  { name: 'KenhThucHien', text: 'quarantine.fieldChannel', as: 'channel' },
  { name: 'NgayTiepNhan', text: 'quarantine.fieldReceived', as: 'time' },
  { name: 'NgayHenTra', text: 'quarantine.fieldDue', as: 'time' },
  { name: 'TrangThaiHoSo', text: 'quarantine.fieldStatus', as: 'status' },
  { name: 'NgayKetThucXuLy', text: 'quarantine.fieldFinished', as: 'time' },
  { name: 'NgayTra', text: 'quarantine.fieldReturned', as: 'time' },
  { name: 'DonViXuLy', text: 'quarantine.fieldUnit', as: 'text' },
];

/** The fields of a row of procedures: the columns of a table. */
export const PROCEDURE_FIELDS: readonly RowField[] = [
  { name: 'code', text: 'catalogue.code', as: 'text' },
  { name: 'name', text: 'catalogue.name', as: 'text' },
  { name: 'field', text: 'catalogue.field', as: 'text' },
  { name: 'tiers', text: 'catalogue.tiers', as: 'text' },
  { name: 'in_force_from', text: 'catalogue.inForceFrom', as: 'text' },
  { name: 'in_force_to', text: 'catalogue.inForceTo', as: 'text' },
];

/** The fields of a procedure in a reply of the national database. */
const REPLY_FIELDS: readonly RowField[] = [
  { name: 'MATTHC', text: 'catalogue.code', as: 'text' },
  { name: 'TENTTHC', text: 'catalogue.name', as: 'text' },
];

/** The fields of a bad row, by the kind of its import and what came in it. */
export function fieldsOfRow(kind: BatchKind, fields: Readonly<Record<string, string>>): readonly RowField[] {
  if (kind !== 'PROCEDURES') return ROW_FIELDS;
  return 'MATTHC' in fields || 'TENTTHC' in fields ? REPLY_FIELDS : PROCEDURE_FIELDS;
}

/** What people call a field of any row; null for one that has no name but its own. */
export function fieldText(name: string): PlainKey | null {
  return [...ROW_FIELDS, ...PROCEDURE_FIELDS, ...REPLY_FIELDS].find((field) => field.name === name)?.text ?? null;
}

const TIME_FORM: PlainKey = 'imports.formTime';
const FORMS: Readonly<Record<string, PlainKey>> = {
  MaHoSo: 'imports.formDossier',
  MaTTHC: 'imports.formProcedure',
  KenhThucHien: 'imports.formChannel',
  NgayTiepNhan: TIME_FORM,
  NgayHenTra: TIME_FORM,
  TrangThaiHoSo: 'imports.formStatus',
  NgayKetThucXuLy: TIME_FORM,
  NgayTra: TIME_FORM,
  code: 'imports.formProcedure',
  MATTHC: 'imports.formProcedure',
  tiers: 'imports.formTiers',
  in_force_from: 'imports.formDay',
  in_force_to: 'imports.formDay',
};

/** How a field is to be written, with an example; null for one that takes any text. */
export const formOfField = (name: string): PlainKey | null => FORMS[name] ?? null;

const CHANNELS: readonly (readonly [string, PlainKey])[] = [
  ['', 'quarantine.channelNone'],
  ['1', 'quarantine.channel1'],
  ['2', 'quarantine.channel2'],
  ['3', 'quarantine.channel3'],
];
const STATUSES: readonly (readonly [string, PlainKey])[] = [
  ['1', 'quarantine.status1'],
  ['2', 'quarantine.status2'],
  ['3', 'quarantine.status3'],
  ['4', 'quarantine.status4'],
  ['5', 'quarantine.status5'],
  ['6', 'quarantine.status6'],
  ['7', 'quarantine.status7'],
  ['8', 'quarantine.status8'],
  ['9', 'quarantine.status9'],
  ['10', 'quarantine.status10'],
];

/** What a field may be chosen from, a value that is none of them first, as it came (null: nothing came). */
export function choicesOf(as: 'channel' | 'status', value: string | null): { value: string; label: string }[] {
  const known = (as === 'channel' ? CHANNELS : STATUSES).map(([one, text]) => ({
    value: one,
    label: one === '' ? t(text) : `${one} · ${t(text)}`,
  }));
  if (value === null) return known;
  return known.some((choice) => choice.value === value)
    ? known
    : [{ value, label: value === UNREADABLE ? t('quarantine.masked') : value || '—' }, ...known];
}

/** Fields that are looked at together: a finish before the reception is about both. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  MaHoSo: ['MaHoSo', 'DonViXuLy'],
  NgayKetThucXuLy: ['NgayTiepNhan', 'NgayKetThucXuLy'],
  in_force_to: ['in_force_from', 'in_force_to'],
};

/** Those of a row's fields that a problem in one of them is about. */
export function fieldsAbout(field: string, all: readonly RowField[]): readonly RowField[] {
  const names = TOGETHER[field] ?? [field];
  return all.filter(({ name }) => names.includes(name));
}

const TYPED_TIME = /^(\S+)[\sT]+(\d{1,2})[:hg](\d{2})(?::(\d{2}))?$/;

/**
 * A time as the body carries it (`20220831081500`) from what a person typed: `31/8/2022 8:15`, `31/08/2022 08h15`, a day
 * alone for its beginning. What is no such thing comes back as it was: the server says what is wrong with it.
 */
export function stampTyped(text: string): string {
  const plain = text.trim();
  if (/^\d{14}$/.test(plain)) return plain;
  const parts = TYPED_TIME.exec(plain);
  const day = readDay(parts?.[1] ?? plain);
  if (day === null) return plain;
  const two = (digits = '00'): string => digits.padStart(2, '0');
  return day.replaceAll('-', '') + two(parts?.[2]) + two(parts?.[3]) + two(parts?.[4]);
}

/** A time of the body in words: `31/08/2022 08:15`; empty for what is no time. */
export function stampInWords(stamp: string): string {
  const at = readStamp(stamp.trim());
  return at !== null && writeStamp(at) === stamp.trim() ? moment(at.toISOString()) : '';
}
