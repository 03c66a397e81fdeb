import { EVIDENCE, useSentFiles } from '../../app/useSentFiles.ts';

export { EVIDENCE };

/** Files that show something, sent before the form that names them. */
export const useEvidence = (inspection: () => string) => useSentFiles(() => `/inspections/${inspection()}/files`);

/** Where a file of an inspection is, for who sees the step that brought it. */
export const evidenceAddress = (inspection: string, sha256: string): string =>
  `/inspections/${inspection}/files/${sha256}`;
