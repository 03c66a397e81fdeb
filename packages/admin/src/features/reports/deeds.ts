import type { ReportMessages, ReportSheetQuery } from '@chi-tieu/shared/generated/graphql';
import { day, whole } from '../../i18n/format.ts';
import { t } from '../../i18n/i18n.ts';

type Shown = NonNullable<ReportSheetQuery['report']>;
/** What publishing depends on. */
export type ToPublish = Pick<Shown, 'closedWithIt' | 'takesNewFigures'> & {
  replaces?: unknown;
  content: { units: readonly unknown[] };
};

/** Everything that publishing does at once, a sentence each: what stays, which period is closed, who gets it, who may see it then. */
export function consequencesOf(report: ToPublish, { isPublic }: { isPublic: boolean }): string[] {
  const { takesNewFigures, closedWithIt } = report;
  const closes = takesNewFigures ? 'publishClosesAnew' : closedWithIt === true ? 'publishClosed' : 'publishCloses';
  return [
    t('reports.publishStays'),
    t(`reports.${closes}`),
    t(report.replaces == null ? 'reports.publishDelivers' : 'reports.publishDeliversReplaced', {
      count: whole(report.content.units.length),
    }),
    ...(isPublic ? [t('reports.publishPublic')] : []),
  ];
}

/** What becomes of a day that was left empty. */
export const emptyDayText = (today: string): string => t('reports.datedEmpty', { day: day(today) });

interface Delivered {
  id: string;
  messages: readonly Pick<ReportMessages, 'count'>[];
}

/** What delivering again did: how many units got it that had not, else to how many new addresses it went, else that nobody is missing. */
export function deliveredText(before: readonly Delivered[], after: readonly Delivered[]): string {
  const had = new Set(before.map(({ id }) => id));
  const messages = (all: readonly Delivered[]): number =>
    all.flatMap((one) => one.messages).reduce((sum, { count }) => sum + count, 0);
  const [units, sent] = [after.filter(({ id }) => !had.has(id)).length, messages(after) - messages(before)];
  if (units > 0) return t('reports.deliveredTo', { count: whole(units) });
  return sent > 0 ? t('reports.deliveredMessages', { count: whole(sent) }) : t('reports.deliveredNobody');
}
