import type { PaperFragment } from '@chi-tieu/shared/generated/graphql';
import { day } from '../../../i18n/format.ts';
import { t } from '../../../i18n/i18n.ts';
import type { Tone } from '../../../ui/tone.ts';
import './texts.ts';

type Standing = PaperFragment['standing'];

/** What became of a paper, in a word. */
export function standingChip({ standing, isCurrent }: Standing): { tone: Tone | 'accent'; text: string } {
  if (standing === 'CURRENT') return { tone: 'met', text: t('papers.currentChip') };
  if (standing === 'AMENDED') return { tone: isCurrent ? 'met' : 'risk', text: t('papers.replacedChip') };
  return { tone: 'none', text: t(standing === 'REMADE' ? 'papers.remadeChip' : 'papers.changedChip') };
}

/** The same in a sentence. */
export function standingSentence({ standing, replacedFrom }: Standing): string {
  if (standing === 'CURRENT') return t('papers.current');
  if (standing === 'AMENDED') return t('papers.amendedFrom', { day: replacedFrom ? day(replacedFrom) : '' });
  return t(standing === 'REMADE' ? 'papers.remade' : 'papers.changed');
}
