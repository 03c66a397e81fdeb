import type { Day } from '@chi-tieu/shared/domain/days';
import { day } from '../../i18n/format.ts';
import { t, type PlainKey } from '../../i18n/i18n.ts';
import type { Conflict } from './conflict.ts';
import './listTexts.ts';

/** What the server tells field by field of a lost race about a decision. */
export type DecisionField = 'number' | 'issuedOn' | 'effectiveOn' | 'issuer' | 'signer' | 'title' | 'notes' | 'files';
export type DecisionConflict = Conflict<DecisionField>;

const TEXTS: Readonly<Record<DecisionField, PlainKey>> = {
  number: 'lists.number',
  issuedOn: 'lists.issuedOn',
  effectiveOn: 'lists.effectiveOn',
  issuer: 'lists.issuer',
  signer: 'lists.signer',
  title: 'lists.about',
  notes: 'lists.notes',
  files: 'lists.files',
};

export const decisionFieldText = (field: DecisionField): string => t(TEXTS[field]);

/** A value in words, files one a line; empty for nothing. */
export function shownOfDecision(field: DecisionField, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (field === 'issuedOn' || field === 'effectiveOn') return day(value as Day);
  if (field === 'issuer') return (value as { name: string }).name;
  if (field === 'files') return (value as { name: string }[]).map(({ name }) => name).join('\n');
  return value as string;
}
