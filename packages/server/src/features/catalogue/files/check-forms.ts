import type { Sql } from '../../../app/sql.ts';
import { badInputs } from '../../../app/errors.ts';
import type { DraftDetails } from '../procedure-draft.ts';
import { knownFiles } from './files.queries.ts';

/** Refuses documents whose form was never sent, each at its place. */
export async function checkForms(
  sql: Sql,
  drafts: readonly DraftDetails[],
  pathOf: (index: number) => string,
): Promise<void> {
  const forms = drafts.flatMap(({ documents }, index) =>
    (documents ?? []).flatMap(({ file }, at) =>
      file ? [{ file, path: `${pathOf(index)}.documents.${at}.file` }] : [],
    ),
  );
  if (forms.length === 0) return;
  const rows = await knownFiles(sql, [...new Set(forms.map(({ file }) => file))]);
  const known = new Set(rows.map(({ sha256 }) => sha256));
  const missing = forms.filter(({ file }) => !known.has(file));
  if (missing.length > 0) throw badInputs(missing.map(({ path }) => ({ path, text: 'file.unknown', params: {} })));
}
