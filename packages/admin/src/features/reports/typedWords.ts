import type { ReportTemplateWordsFragment, ReportWordsInput } from '@chi-tieu/shared/generated/graphql';

export const LINE_FIELDS = ['superiorBody', 'body', 'recipients', 'signature'] as const;
export const TEXT_FIELDS = ['numbering', 'place', 'subject', 'addressee', 'signer'] as const;

/** The words of reports as they are typed: lines in a box each, sentences of a part with an empty line between them. */
export type TypedWords = Record<(typeof LINE_FIELDS)[number] | (typeof TEXT_FIELDS)[number], string> & {
  sections: { heading: string; sentences: string }[];
};

const BETWEEN = /\n\s*\n/;
const sentencesIn = (text: string): string[] =>
  text
    .split(BETWEEN)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

export function asTyped(words: ReportTemplateWordsFragment['words']): TypedWords {
  const { numbering, place, subject, addressee, signer } = words;
  return {
    ...{ numbering, place, subject, addressee, signer },
    superiorBody: words.superiorBody.join('\n'),
    body: words.body.join('\n'),
    recipients: words.recipients.join('\n'),
    signature: words.signature.join('\n'),
    sections: words.sections.map(({ heading, sentences }) => ({ heading, sentences: sentences.join('\n\n') })),
  };
}

export function asWords(typed: TypedWords): ReportWordsInput {
  const { numbering, place, subject, addressee, signer } = typed;
  const lines = (text: string): string[] => text.split('\n');
  return {
    ...{ numbering, place, subject, addressee, signer },
    superiorBody: lines(typed.superiorBody),
    body: lines(typed.body),
    recipients: lines(typed.recipients),
    signature: lines(typed.signature),
    sections: typed.sections.map(({ heading, sentences }) => ({ heading, sentences: sentencesIn(sentences) })),
  };
}

/** What is wrong with the sentences of a part: the first of them that was refused, with what it says. */
export function sectionProblem(
  typed: TypedWords | null,
  section: number,
  about: (path: string) => string | undefined,
): string | undefined {
  const sentences = sentencesIn(typed?.sections[section]?.sentences ?? '');
  for (const [at, sentence] of sentences.entries()) {
    const problem = about(`template.sections.${section}.sentences.${at}`);
    if (problem !== undefined) return `${problem} (${sentence.slice(0, 60)})`;
  }
  return about(`template.sections.${section}.sentences`);
}
