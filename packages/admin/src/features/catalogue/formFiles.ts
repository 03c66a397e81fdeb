import { shallowReactive } from 'vue';
import { bytesText } from '../../app/bytesText.ts';
import { t } from '../../i18n/i18n.ts';

/** What is known of a file that is the form of a document. */
export interface FormFile {
  readonly mediaType: string;
  readonly bytes: number;
}

/** The largest file that the server keeps: said before it is sent. */
export const MOST_BYTES = 30 * 1024 ** 2;

const known = shallowReactive(new Map<string, FormFile>());

/** Keeps in mind what files are, so that a form that names one by its hash alone can say what it is. */
export function rememberForms(
  documents: readonly { readonly file: string | null; readonly stored?: FormFile | null }[],
): void {
  for (const { file, stored } of documents) if (file !== null && stored) known.set(file, stored);
}

/** What a file is, where somebody told; null otherwise. */
export const formFile = (sha256: string): FormFile | null => known.get(sha256) ?? null;

const KINDS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/x-ole-storage': 'Office',
  'application/zip': 'ZIP',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
};

/** What a file is, for people: `PDF, 120 KB`; just that it is a form where nothing is known of it. */
export function formText(file: FormFile | null | undefined): string {
  if (!file) return t('procedures.form');
  return `${KINDS[file.mediaType] ?? t('procedures.form')}, ${bytesText(file.bytes)}`;
}
