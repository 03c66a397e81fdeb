import { dayInVietnam } from '@chi-tieu/shared/domain/days';
import type { Gone } from '@chi-tieu/shared/domain/eligibility';
import { writeStamp } from '@chi-tieu/shared/domain/vietnamTime';
import { formatDay } from '@chi-tieu/shared/domain/vietnamese-format';
import { connect, type Connection, type Page } from '../../app/connection.ts';
import type { Channel } from '../../app/enums.ts';
import type { Context } from '../../app/context.ts';
import { badInput } from '../../app/errors.ts';
import type { Locale } from '../../app/locale.ts';
import { need } from '../accounts/reach.service.ts';
import { procedureById } from '../catalogue/procedures.service.ts';
import { statusText } from '../dossiers/status.service.ts';
import { indicatorOf } from '../rates/indicator-of.service.ts';
import { attainmentTable, needDossiers } from '../rates/rates.service.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { receivers } from './bridge/bridge.service.ts';
import { definitionsBetween } from './bridge/definitions.service.ts';
import {
  countChanged,
  listChanged,
  type ChangedAsked,
  type ChangedDossierRow,
  type DossierSide,
} from './changed-dossiers.queries.ts';
import type { ChangeCause, DossierField } from './figures.enums.ts';
import { existingFigure, questionOf } from './figures.service.ts';
import type { ChangedDossier, DossierDifference } from './figures.types.ts';

/** The causes whose dossiers can be listed. */
export function isListed(cause: ChangeCause): cause is ChangedAsked['cause'] {
  return cause === 'NEW' || cause === 'CORRECTED' || cause === 'GONE';
}

/** The dossiers because of which a cited figure is another one today, of one cause, for who may read dossiers of all its units. */
export async function changedDossiers(
  ctx: Context,
  reference: string,
  cause: ChangeCause,
  page: Page<[string]>,
): Promise<Connection<ChangedDossier>> {
  const figure = await existingFigure(ctx, reference);
  const question = await questionOf(ctx, figure);
  const then = receivers((await attainmentTable(ctx, question)).tree, figure.unitId, figure.scope);
  const table = await attainmentTable(ctx, { ...question, knownAt: null });
  const now = receivers(table.tree, figure.unitId, figure.scope);
  await need(ctx, 'dossier.read', [...new Set([...then, ...now])]);
  if (!isListed(cause)) throw badInput('cause', 'figure.cause', {});
  const indicator = await indicatorOf(ctx, figure.indicatorId);
  needDossiers(indicator, 'reference');
  const [first, ...others] = await definitionsBetween(ctx, indicator, { from: figure.knownAt, until: ctx.app.now() });
  const asked: ChangedAsked = {
    cause,
    definitionThen: first.definitionId,
    definitionNow: (others.at(-1) ?? first).definitionId,
    from: figure.from,
    to: figure.to,
    unitsThen: then,
    unitsNow: now,
    since: figure.knownAt,
  };
  const rows = await listChanged(ctx.read, ctx.provinceId, asked, page);
  const shown = connect(
    rows,
    page,
    (row): [string] => [row.id],
    () => countChanged(ctx.read, ctx.provinceId, asked),
  );
  const edges = await Promise.all(
    shown.edges.map(async ({ cursor, node }) => ({ cursor, node: await showChanged(ctx, node) })),
  );
  return { ...shown, edges, nodes: edges.map(({ node }) => node) };
}

async function showChanged(ctx: Context, row: ChangedDossierRow): Promise<ChangedDossier> {
  const { before, after, code, at, batch: file, version } = row;
  return {
    code,
    at,
    file,
    version,
    countedThen: before?.countedAs ?? null,
    countedNow: after.countedAs,
    differences: before === null ? [] : await differences(ctx, before, after),
    row,
  };
}

const CHANNELS: Record<Channel, Record<Locale, string>> = {
  IN_PERSON: { vi: 'Trực tiếp', en: 'In person' },
  ONLINE: { vi: 'Trực tuyến', en: 'Online' },
  POSTAL: { vi: 'Bưu chính', en: 'Postal' },
  UNKNOWN: { vi: 'Không rõ', en: 'Unknown' },
};

const GONE: Record<Gone, Record<Locale, string>> = {
  DELETED: { vi: 'Đã xoá khỏi số liệu', en: 'Deleted from the figures' },
  MERGED: { vi: 'Đã gộp vào hồ sơ khác', en: 'Merged into another one' },
};

/** What can change a figure: when the result was returned cannot. */
type ToldField = Exclude<DossierField, 'RETURNED_AT'>;

/** `01/03/2022 08:00`, in Vietnam. */
function written(at: Date): string {
  const stamp = writeStamp(at);
  return `${formatDay(dayInVietnam(at))} ${stamp.slice(8, 10)}:${stamp.slice(10, 12)}`;
}

async function differences(ctx: Context, before: DossierSide, after: DossierSide): Promise<DossierDifference[]> {
  const time = (at: Date | null) => (at === null ? null : written(at));
  const words: Record<ToldField, (side: DossierSide) => Promise<string | null> | string | null> = {
    UNIT: async ({ unitId }) => (await unitAsKnown(ctx, unitId, dayInVietnam(after.receivedAt)))?.name ?? null,
    PROCEDURE: async ({ procedureId }) => (await procedureById(ctx, procedureId))?.code ?? null,
    CHANNEL: ({ channel }) => CHANNELS[channel][ctx.locale],
    STATUS: ({ status }) => statusText(status, ctx.locale),
    RECEIVED_AT: ({ receivedAt }) => time(receivedAt),
    DUE_AT: ({ dueAt }) => time(dueAt),
    FINISHED_AT: ({ finishedAt }) => time(finishedAt),
    GONE: ({ gone }) => (gone === null ? null : GONE[gone][ctx.locale]),
  };
  const fields = Object.entries(words) as [ToldField, (typeof words)[ToldField]][];
  const told = await Promise.all(
    fields.map(async ([field, say]) => ({ field, before: await say(before), after: await say(after) })),
  );
  return told.filter((one) => one.before !== one.after);
}
