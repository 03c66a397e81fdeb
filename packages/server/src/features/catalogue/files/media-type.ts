/** What a file is called that can be given no name: files that are downloaded bear no signs that systems refuse. */
export const NAMELESS = 'tệp';

/** What a file is by its first bytes, whatever its sender calls it. */
export type FileType =
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/x-ole-storage'
  | 'application/zip'
  | 'image/jpeg'
  | 'image/png';

const BEGINNINGS: readonly (readonly [FileType, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['application/zip', [0x50, 0x4b, 0x03, 0x04]],
  // What Word and Excel wrote before 2007.
  ['application/x-ole-storage', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
];

/** A PDF may have some bytes before its beginning. */
const PDF_WITHIN = 1024;

/** What a file is; null for what is none of these: it is not taken. */
export function typeOfContent(content: Buffer): FileType | null {
  const found = BEGINNINGS.find(([, bytes]) => bytes.every((byte, at) => content[at] === byte))?.[0];
  if (found === 'application/zip') return typeOfZip(content);
  if (found !== undefined) return found;
  return content.subarray(0, PDF_WITHIN).includes('%PDF-') ? 'application/pdf' : null;
}

/** Documents of Office are ZIP files; what they are is told by the names in the directory at their end. */
function typeOfZip(content: Buffer): FileType {
  if (content.includes('word/document.xml'))
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  if (content.includes('xl/workbook.xml')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return 'application/zip';
}

const ENDINGS: Readonly<Record<Exclude<FileType, 'application/x-ole-storage'>, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/zip': 'zip',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** How the name of such a file ends; old files of Office say in the names of their streams whether they are of Excel. */
export function endingOf(mediaType: string, content: Buffer): string {
  if (mediaType === 'application/x-ole-storage')
    return content.includes(Buffer.from('Workbook', 'utf16le')) ? 'xls' : 'doc';
  return ENDINGS[mediaType as keyof typeof ENDINGS];
}
