-- Totals are changed again and again, and none of their indexes holds what changes: where a page has room left, a changed row stays on it
-- and no index is touched. Pages that are full already are filled anew as rows move.
alter table day_total set (fillfactor = 75);
alter table month_total set (fillfactor = 75);
