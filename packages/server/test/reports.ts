import { daysOf } from '@chi-tieu/shared/domain/periods/periods';
import type { Answer, Caller } from './caller.ts';
import { dossierCode, dossierRow } from './factories.ts';

/** A report as the tests look at it. */
export interface ReportSeen {
  id: string;
  version: number;
  state: string;
  givenUp: boolean;
  reference: string;
  number: string | null;
  knownAt: string;
  possible: string[];
  closedWithIt: boolean | null;
  replacesWhy: string | null;
  takesNewFigures: boolean;
  replaces: { id: string } | null;
  replacedBy: { id: string; state: string } | null;
  moved: { code: string; reference: string | null; numerator: number; numeratorAfter: number }[];
  steps: { act: string; reason: string | null; by: string | null }[];
  files: { form: string; sha256: string }[];
  content: {
    isEmpty: boolean;
    province: UnitSeen;
    units: UnitSeen[];
    before: { name: string; isReported: boolean } | null;
    redrawn: { code: string; numerator: number; numeratorAfter: number }[];
    replacement: {
      reception: number;
      figures: { code: string; numerator: number; numeratorAfter: number }[];
      sentences: { before: string | null; after: string | null }[];
    } | null;
    parts: { sentences: { key: string; template: string; text: string | null; strange: string[] }[] }[];
  };
}
interface Counts {
  reference: string;
  numerator: number;
  denominator: number;
  target: number | null;
  missing: number | null;
}
interface UnitSeen {
  code: string;
  now: Counts;
  before: Counts | null;
}
const COUNTS = 'reference numerator denominator target missing';
const UNIT = `code now { ${COUNTS} } before { ${COUNTS} }`;
export const SEEN = `id version state givenUp reference number knownAt possible closedWithIt moved { code reference numerator numeratorAfter }
  replacesWhy takesNewFigures replaces { id } replacedBy { id state } steps { act reason by } files { form sha256 }
  content { isEmpty province { ${UNIT} } units { ${UNIT} } before { name isReported } redrawn { code numerator numeratorAfter }
    replacement { reception figures { code numerator numeratorAfter } sentences { before after } }
    parts { sentences { key template text strange } } }`;

const INDICATOR = 'ONLINE_RESOLUTION_L4';

/** Draws up the report of a month of 2022. */
export const draft = (by: Caller, month: number) => {
  const { from, to } = daysOf({ kind: 'MONTH', year: 2022, number: month, startDay: 1 });
  return by.gql<{ createReport: ReportSeen }>(
    `mutation ($input: ReportInput!) { createReport(input: $input) { ${SEEN} } }`,
    { input: { kind: 'MONTHLY', indicator: INDICATOR, from, to } },
  );
};
export async function drawn(by: Caller, month: number): Promise<ReportSeen> {
  const { data, errors } = await draft(by, month);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.createReport;
}

/** Moves a report on, as it was seen. */
export const move = (by: Caller, { id, version }: Pick<ReportSeen, 'id' | 'version'>, to: string, more = '') =>
  by.gql<{ moveReport: ReportSeen }>(
    `mutation { moveReport(id: "${id}", to: ${to}, expectedVersion: ${version}${more}) { ${SEEN} } }`,
  );
export async function moved(by: Caller, seen: ReportSeen, to: string, more = ''): Promise<ReportSeen> {
  const { data, errors } = await move(by, seen, to, more);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.moveReport;
}

/** Gives a draft up, as it was seen. */
export const giveUp = (by: Caller, { id, version }: Pick<ReportSeen, 'id' | 'version'>, reason: string) =>
  by.gql<{ giveUpReport: ReportSeen }>(
    `mutation ($reason: String!) { giveUpReport(id: "${id}", reason: $reason, expectedVersion: ${version}) { ${SEEN} } }`,
    { reason },
  );
export async function givenUp(by: Caller, seen: ReportSeen, reason: string): Promise<ReportSeen> {
  const { data, errors } = await giveUp(by, seen, reason);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.giveUpReport;
}

/** From draft to published, by two people. */
export async function published(
  { monitor, approver }: { monitor: Caller; approver: Caller },
  seen: ReportSeen,
  more = '',
): Promise<ReportSeen> {
  const submitted = await moved(monitor, seen, 'SUBMITTED');
  return moved(approver, await moved(approver, submitted, 'APPROVED'), 'PUBLISHED', more);
}

export const word = (by: Caller, { id, version }: ReportSeen, sentence: string, text: string | null) =>
  by.gql<{ wordReport: ReportSeen }>(
    `mutation ($text: String) { wordReport(id: "${id}", sentence: "${sentence}", text: $text, expectedVersion: ${version}) { ${SEEN} } }`,
    { text },
  );
export const redrawn = async (by: Caller, { id, version }: ReportSeen): Promise<ReportSeen> =>
  (
    await by.ask<{ redrawReport: ReportSeen }>(
      `mutation { redrawReport(id: "${id}", expectedVersion: ${version}) { ${SEEN} } }`,
    )
  ).redrawReport;
export const seenBy = async (by: Caller, id: string): Promise<ReportSeen | null> =>
  (await by.ask<{ report: ReportSeen | null }>(`{ report(id: "${id}") { ${SEEN} } }`)).report;
export const fileOf = async (by: Caller, id: string, form: string) => {
  const response = await by.raw({ url: `/reports/${id}.${form}` });
  return { status: response.statusCode, content: response.rawPayload, headers: response.headers };
};
export const unitOf = (seen: ReportSeen, code: string) => seen.content.units.find((unit) => unit.code === code);
export const kindOf = ({ code, errors }: Answer<unknown>) => `${code ?? 'given'} ${errors[0]?.message ?? ''}`;

let number = 0;
/** Resolved dossiers of a month of 2022 of one commune, some of them online. */
export function rows(count: number, online: number, month = '03'): Record<string, string>[] {
  return Array.from({ length: count }, (_, at) =>
    dossierRow({
      MaHoSo: dossierCode('H55.164.3', (number += 1)),
      KenhThucHien: at < online ? '2' : '1',
      NgayTiepNhan: `2022${month}01080000`,
      NgayKetThucXuLy: `2022${month}02160000`,
    }),
  );
}
