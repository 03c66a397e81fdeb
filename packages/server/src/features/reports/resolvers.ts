import { ReportResolver, ReportTemplateResolver } from './reports.resolver.ts';
import { ReportDeliveryResolver } from './delivery/deliveries.resolver.ts';
import { ReportScheduleResolver } from './schedules/schedules.resolver.ts';

/** Reports to the chairman. */
export const REPORTS = [
  ReportResolver,
  ReportDeliveryResolver,
  ReportScheduleResolver,
  ReportTemplateResolver,
] as const;
