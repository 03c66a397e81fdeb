import type { AnnexTable } from '../paper/table.ts';
import type { AnnexSums } from './sums.ts';
import type { PlaceName } from './places.ts';
import type { TemplateField } from './template.ts';

/** A decision as it stands on paper: words and numbers that nothing else is needed for. What writers write. */
export interface DecisionDocument {
  /** It is not issued: every page says so. */
  isDraft: boolean;
  superiorBody: string[];
  body: string[];
  /** `Số: 793/QĐ-UBND` */
  number: string;
  /** `Đại Từ, ngày 15 tháng 3 năm 2022` */
  placeAndDay: string;
  subject: string[];
  authority: string[];
  bases: string[];
  articles: { heading: string; paragraphs: string[] }[];
  recipients: string[];
  signature: string[];
  signer: string | null;
  annex: {
    title: string[];
    /** `(Kèm theo Quyết định số …)` */
    under: string;
    /** What the columns are about: the period of the basis. */
    note: string;
    table: AnnexTable;
    /** What its signs mean; absent where it has none. */
    footnote?: string;
    sums: AnnexSums;
  };
}

/** A place that had no value where a line needed it: the paper has room there. */
export interface MissingPlace {
  field: TemplateField;
  line: number;
  place: PlaceName;
}
