-- Which texts name a file as the form of a document: whoever reads procedures may read it, in old versions too.
create index procedure_text_files on procedure_text using gin (documents jsonb_path_ops) where documents <> '[]';
