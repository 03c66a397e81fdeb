import { ReportResolver, ReportTemplateResolver } from './reports.resolver.ts';

/** Reports to the chairman. */
export const REPORTS = [ReportResolver, ReportTemplateResolver] as const;
