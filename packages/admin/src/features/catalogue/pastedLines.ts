import { fold } from '@chi-tieu/shared/domain/fold';
import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { ServiceLevel, ServiceListAction } from '@chi-tieu/shared/generated/graphql';
import { readTsv } from '../../ui/grid/tsv.ts';
import { TIERS, type Tier } from './levels.ts';

/** What one line of a decision does to a list. `procedure` is a code as typed; a level is null where none was told. */
export interface AmendmentLine {
  readonly procedure: string;
  readonly action: ServiceListAction;
  readonly tier: Tier;
  readonly level: ServiceLevel | null;
}

/** What a pasted line takes where its row does not say it. */
export type LineDefaults = Omit<AmendmentLine, 'procedure'>;

/** A pasted table: its lines, and the rows (their text, cells by `·`) in which no procedure's code was found. */
export interface PastedTable {
  readonly lines: readonly AmendmentLine[];
  readonly leftOut: readonly string[];
}

/**
 * How levels, actions and tiers are written in decisions, folded. A cell must say nothing else: the names of procedures are
 * full of the same words (`Cấp đổi thẻ`, `Đăng ký bổ sung hộ tịch`).
 */
const LEVEL_WORDING =
  /^(?:dich vu cong |dvc )?(?:truc tuyen )?(?:muc do |muc |level )?(toan trinh|full|mot phan|partial|[1-4])$/;
const LEVELS_BY_WORD: Readonly<Record<string, ServiceLevel>> = {
  'toan trinh': 'FULL',
  full: 'FULL',
  'mot phan': 'PARTIAL',
  partial: 'PARTIAL',
  '1': 'LEVEL_1',
  '2': 'LEVEL_2',
  '3': 'LEVEL_3',
  '4': 'LEVEL_4',
};
const ACTION_WORDINGS: Readonly<Record<ServiceListAction, RegExp>> = {
  ADD: /^(?:add|bo sung|them|them moi|dua|phe duyet)(?: (?:vao )?danh muc| vao)?$/,
  REMOVE: /^(?:remove|bai bo|loai|loai bo|bo|bot|xoa|huy bo|dua ra|rut)(?: (?:ra )?(?:khoi )?danh muc| ra)?$/,
  CHANGE_LEVEL: /^(?:change|doi|thay doi|chuyen|chuyen doi|dieu chinh|nang|ha)(?: muc| muc do| level)?$/,
};
const ACTIONS: readonly ServiceListAction[] = ['ADD', 'REMOVE', 'CHANGE_LEVEL'];
const TIER_WORDS: Readonly<Record<Tier, RegExp>> = {
  PROVINCE: /\b(?:province|tinh|so|ban|nganh)\b/g,
  DISTRICT: /\b(?:district|huyen|thi xa|thanh pho)\b/g,
  COMMUNE: /\b(?:commune|phuong|thi tran|xa)\b/g,
};
/** What stands between tiers and says nothing by itself. */
const FILLERS = /\b(?:cap|ubnd|va|cac|hoac)\b/g;

/**
 * Reads a table pasted from Excel or Word (tab-separated, a row a line) as lines of a decision. Columns may stand in any
 * order: the code is recognised by its form, tier, level and action by their words; several tiers in a cell give a line
 * each. A title row has no code and is left out silently when it is the first.
 */
export function pastedLines(text: string, defaults: LineDefaults): PastedTable {
  const rows = readTsv(text.normalize('NFC'))
    .map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const read = rows.map((cells) => ({ cells, lines: linesOfRow(cells, defaults) }));
  const withoutCode = read.filter(({ lines }, i) => lines.length === 0 && !(i === 0 && rows.length > 1));
  return {
    lines: read.flatMap(({ lines }) => lines),
    leftOut: withoutCode.map(({ cells }) => cells.filter(Boolean).join(' · ')),
  };
}

function linesOfRow(cells: readonly string[], defaults: LineDefaults): AmendmentLine[] {
  const at = cells.findIndex((cell) => nationalCode(cell) !== null);
  const procedure = nationalCode(cells[at] ?? '');
  if (procedure === null) return [];
  // A bare number before the code is the row's own, after it a level.
  const wordings = cells.map(fold).filter((wording, i) => i > at || (i < at && !/^\d+$/.test(wording)));
  const action =
    ACTIONS.find((one) => wordings.some((wording) => ACTION_WORDINGS[one].test(wording))) ?? defaults.action;
  const level = wordings.flatMap(levelIn)[0] ?? defaults.level;
  const named = wordings.flatMap(tiersIn);
  const tiers = named.length > 0 ? TIERS.filter((tier) => named.includes(tier)) : [defaults.tier];
  return tiers.map((tier) => ({ procedure, action, tier, level: action === 'REMOVE' ? null : level }));
}

function levelIn(wording: string): ServiceLevel[] {
  const level = LEVELS_BY_WORD[LEVEL_WORDING.exec(wording)?.[1] ?? ''];
  return level ? [level] : [];
}

function tiersIn(wording: string): Tier[] {
  let rest = wording.replace(FILLERS, ' ');
  const found: Tier[] = [];
  // District first: "thị xã" is no "xã".
  for (const tier of ['DISTRICT', 'COMMUNE', 'PROVINCE'] as const) {
    const without = rest.replace(TIER_WORDS[tier], ' ');
    if (without !== rest) found.push(tier);
    rest = without;
  }
  return rest.trim() === '' ? found : [];
}
