import { ReportResolver, ReportTemplateResolver } from './reports.resolver.ts';
import { ReportScheduleResolver } from './schedules/schedules.resolver.ts';

/** Reports to the chairman. */
export const REPORTS = [ReportResolver, ReportScheduleResolver, ReportTemplateResolver] as const;
