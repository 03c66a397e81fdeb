import { sendFile, type KeptFile } from '../../app/sendFile.ts';

export { fileAddress, type KeptFile } from '../../app/sendFile.ts';

/** What may be chosen as a file; the server looks at the bytes. */
export const ACCEPTED_FILES = '.pdf,.doc,.docx,.xls,.xlsx,.zip,image/png,image/jpeg';

/** Sends a file to be kept for a decision or a procedure; throws an error whose message says why it was not. */
export const keepFile = (file: File): Promise<KeptFile> => sendFile('/files', file);
