/** The forms in which a paper is given. */
export const PAPER_FORMS = ['docx', 'pdf', 'xlsx'] as const;
export type PaperForm = (typeof PAPER_FORMS)[number];

/** Where the file of a paper is. */
export const paperAddress = (reference: string, form: PaperForm): string => `/plans/${reference}.${form}`;

/** Has the browser take a file without leaving the page. */
export function takeFile(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
