import {
  limitsOf,
  LONGEST_TEMPLATE,
  tidyTemplate,
  templateFaults,
  type DecisionTemplate,
  type TemplateFault,
  type TemplateField,
  type TidyTemplate,
} from '@chi-tieu/shared/domain/decision-document/template';
import { computed, reactive, type ComputedRef } from 'vue';
import { t } from '../../../i18n/i18n.ts';
import './texts.ts';

/** The fields whose entries are the lines of one box. */
const LINES = ['superiorBody', 'body', 'bases', 'recipients', 'signature'] as const;
const TEXTS = ['numbering', 'place', 'subject', 'authority', 'signer', 'annexTitle'] as const;

/** The words of a template as they are typed: lists as lines, articles each in a box. */
export type WordsForm = Record<(typeof LINES)[number] | (typeof TEXTS)[number], string> & { articles: string[] };

export interface Words {
  readonly form: WordsForm;
  readonly template: ComputedRef<TidyTemplate>;
  /** What is wrong, by field; of an article with its number: `articles.2`. */
  readonly problems: ComputedRef<Partial<Record<string, string>>>;
  readonly load: (template: DecisionTemplate) => void;
}

/** The words of a template while they are written, and what is wrong with them. */
export function useWords(): Words {
  const form = reactive<WordsForm>({
    superiorBody: '',
    body: '',
    bases: '',
    recipients: '',
    signature: '',
    numbering: '',
    place: '',
    subject: '',
    authority: '',
    signer: '',
    annexTitle: '',
    articles: [],
  });
  const template = computed(() => readForm(form));
  const problems = computed(() => {
    const told: Partial<Record<string, string>> = {};
    for (const fault of templateFaults(template.value)) {
      const key = fault.field === 'articles' && fault.kind !== 'EMPTY' ? `articles.${fault.line}` : fault.field;
      told[key] ??= faultText(fault);
    }
    return told;
  });

  function load(from: DecisionTemplate): void {
    for (const field of LINES) form[field] = from[field].join('\n');
    for (const field of TEXTS) form[field] = from[field];
    form.articles = [...from.articles];
  }

  return { form, template, problems, load };
}

function readForm(form: WordsForm): TidyTemplate {
  const lines = (field: (typeof LINES)[number]): string[] => form[field].split('\n');
  const { numbering, place, subject, authority, signer, annexTitle } = form;
  return tidyTemplate({
    superiorBody: lines('superiorBody'),
    body: lines('body'),
    bases: lines('bases'),
    recipients: lines('recipients'),
    signature: lines('signature'),
    articles: [...form.articles],
    ...{ numbering, place, subject, authority, signer, annexTitle },
  });
}

/** Faults that are none of a single line. */
const OF_FIELDS: ReadonlySet<TemplateFault['kind']> = new Set(['EMPTY', 'MANY', 'WHOLE']);

const SEVERAL: ReadonlySet<TemplateField> = new Set(LINES);

function faultText(fault: TemplateFault): string {
  const most = limitsOf(fault.field);
  const what = {
    UNKNOWN_PLACE: () => t('papers.faultPlace', { place: fault.place ?? '' }),
    OPEN_BRACES: () => t('papers.faultBraces', { example: '{{year}}' }),
    LONG: () => t('papers.faultLong', { most: most.length }),
    MANY: () => t('papers.faultMany', { most: most.lines }),
    EMPTY: () => t('papers.faultEmpty'),
    WHOLE: () => t('papers.faultWhole', { most: LONGEST_TEMPLATE }),
  }[fault.kind]();
  const isOneOfMany = SEVERAL.has(fault.field) && !OF_FIELDS.has(fault.kind);
  return isOneOfMany ? t('papers.faultLine', { line: String(fault.line + 1), what }) : what;
}
