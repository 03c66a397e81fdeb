-- A decision about bad rows that is taken back leaves no word of their source.
create policy removed_by_undoing on dossier_statement for delete
  using ((select wall_opens('dossiers')) and (select current_setting('app.undoing', true) = 'on'));
