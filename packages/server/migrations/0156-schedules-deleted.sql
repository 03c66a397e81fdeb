-- Schedules of reports can be deleted, with what was due by them; the reports that they drew up stay (docs/decisions/0013, section 13).
create policy deleted_by_who_works_on_reports on report_schedule for delete using ((select wall_opens('reports')));
create policy deleted_by_who_works_on_reports on report_run for delete using ((select wall_opens('reports')));
