import { fold } from '../fold.ts';

/** What a column of an import may tell of a procedure. */
export type ImportField =
  | 'CODE'
  | 'NAME'
  | 'FIELD'
  | 'TIERS'
  | 'AUTHORITY'
  | 'PROCESSING_DAYS'
  | 'IN_FORCE_FROM'
  | 'IN_FORCE_TO'
  | 'LEGAL_BASES'
  | 'FEES'
  | 'CONDITIONS';

/** In the order in which they are shown. */
export const IMPORT_FIELDS: readonly ImportField[] = [
  'CODE',
  'NAME',
  'FIELD',
  'TIERS',
  'AUTHORITY',
  'PROCESSING_DAYS',
  'IN_FORCE_FROM',
  'IN_FORCE_TO',
  'LEGAL_BASES',
  'FEES',
  'CONDITIONS',
];

/** Without these nothing can be taken in. */
export const NEEDED_FIELDS: readonly ImportField[] = ['CODE', 'NAME'];

/** How headers call each field, folded; the first that a header equals, or failing that contains as words, is meant. */
const NAMES: Readonly<Record<ImportField, readonly string[]>> = {
  CODE: [
    'ma tthc',
    'matthc',
    'ma thu tuc',
    'ma thu tuc hanh chinh',
    'ma so tthc',
    'ma so',
    'ma',
    'code',
    'procedure code',
  ],
  NAME: [
    'ten tthc',
    'tentthc',
    'ten thu tuc',
    'ten thu tuc hanh chinh',
    'thu tuc hanh chinh',
    'ten',
    'name',
    'procedure name',
  ],
  FIELD: ['linh vuc', 'linh vuc thuc hien', 'ten linh vuc', 'tenlinhvuc', 'linhvucthuchien', 'field'],
  TIERS: ['cap thuc hien', 'cap giai quyet', 'capthuchien', 'cap', 'tiers', 'tier'],
  AUTHORITY: [
    'co quan co tham quyen',
    'co quan thuc hien',
    'co quan giai quyet',
    'co quan quyet dinh',
    'tham quyen giai quyet',
    'tham quyen',
    'coquancothamquyen',
    'coquanthuchien',
    'authority',
    'competent authority',
  ],
  PROCESSING_DAYS: [
    'thoi han giai quyet',
    'thoi gian giai quyet',
    'thoi gian thuc hien',
    'thoi han',
    'so ngay giai quyet',
    'so ngay lam viec',
    'ngay lam viec',
    'thoigiangiaiquyet',
    'processing days',
    'working days',
    'processing time',
    'days',
  ],
  IN_FORCE_FROM: [
    'ngay co hieu luc',
    'co hieu luc tu',
    'hieu luc tu ngay',
    'hieu luc tu',
    'ngay hieu luc',
    'tu ngay',
    'in force from',
    'from',
  ],
  IN_FORCE_TO: [
    'ngay het hieu luc',
    'het hieu luc',
    'hieu luc den ngay',
    'hieu luc den',
    'den ngay',
    'in force to',
    'to',
  ],
  LEGAL_BASES: ['can cu phap ly', 'can cu', 'cancuphaply', 'legal bases', 'legal basis'],
  FEES: ['phi le phi', 'phi va le phi', 'muc phi', 'le phi', 'phi', 'philephi', 'fees', 'fee'],
  CONDITIONS: [
    'yeu cau dieu kien',
    'yeu cau va dieu kien',
    'dieu kien thuc hien',
    'dieu kien',
    'yeu cau',
    'yeucau',
    'conditions',
    'requirements',
  ],
};

/** Headers that hold such words and mean none of the fields. */
const STRANGERS = ['stt', 'so thu tu', 'quyet dinh', 'bo nganh', 'co quan', 'ma linh vuc', 'so ho so', 'ghi chu'];

/** The key under which a choice for a header is remembered: its bare letters. */
export function headerKey(header: string): string {
  return fold(header).slice(0, 200);
}

/** Which field a header means by its words, null where it means none that is known. */
export function fieldOfHeader(header: string): ImportField | null {
  const key = headerKey(header);
  if (key === '') return null;
  const exact = IMPORT_FIELDS.find((field) => NAMES[field].includes(key));
  if (exact !== undefined) return exact;
  const words = ` ${key} `;
  // Who decides is called an authority of some kind; other authorities are strangers.
  if (NAMES.AUTHORITY.some((name) => name.includes(' ') && words.includes(` ${name} `))) return 'AUTHORITY';
  if (STRANGERS.some((stranger) => words.includes(` ${stranger} `))) return null;
  const long = (name: string) => name.includes(' ') && words.includes(` ${name} `);
  return IMPORT_FIELDS.find((field) => NAMES[field].some(long)) ?? null;
}

/** What a column is taken for, and why: somebody chose so before for the same header, or the header's words say so. */
export interface ColumnProposal {
  field: ImportField | null;
  because: 'REMEMBERED' | 'HEADER' | null;
}

/**
 * Proposes a field for each header; a field is given once, to a remembered choice before a header's words. `remembered` holds earlier
 * choices by the header's key, null for a column that was left out.
 */
export function proposeColumns(
  headers: readonly string[],
  remembered: ReadonlyMap<string, ImportField | null>,
): ColumnProposal[] {
  const proposals = headers.map((header): ColumnProposal => {
    const chosen = remembered.get(headerKey(header));
    return chosen === undefined ? { field: null, because: null } : { field: chosen, because: 'REMEMBERED' };
  });
  const taken = new Set<ImportField>();
  for (const proposal of proposals) {
    if (proposal.field === null) continue;
    if (taken.has(proposal.field)) Object.assign(proposal, { field: null, because: null });
    else taken.add(proposal.field);
  }
  headers.forEach((header, column) => {
    const proposal = proposals[column];
    const field = fieldOfHeader(header);
    if (!proposal || proposal.because !== null || field === null || taken.has(field)) return;
    taken.add(field);
    proposals[column] = { field, because: 'HEADER' };
  });
  return proposals;
}
