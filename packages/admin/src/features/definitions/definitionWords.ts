import type { Channel, ServiceLevel } from '@chi-tieu/shared/generated/graphql';
import { t, type PlainKey } from '../../i18n/i18n.ts';
import type { Tone } from '../../ui/tone.ts';
import type { Definition, DefinitionState } from './useDefinitions.ts';

const STATES: Record<DefinitionState, { text: PlainKey; tone: Tone | 'accent' }> = {
  DRAFT: { text: 'definitions.state.DRAFT', tone: 'none' },
  COMPUTING: { text: 'definitions.state.COMPUTING', tone: 'accent' },
  READY: { text: 'definitions.state.READY', tone: 'accent' },
  ACTIVE: { text: 'definitions.state.ACTIVE', tone: 'met' },
  RETIRED: { text: 'definitions.state.RETIRED', tone: 'none' },
  CANCELLED: { text: 'definitions.state.CANCELLED', tone: 'none' },
};

export const stateText = (state: DefinitionState): string => t(STATES[state].text);
export const stateTone = (state: DefinitionState): Tone | 'accent' => STATES[state].tone;

export const LEVELS: readonly ServiceLevel[] = ['LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'LEVEL_4', 'PARTIAL', 'FULL'];
export const levelText = (level: ServiceLevel): string => t(`definitions.level.${level}`);

export const CHANNELS: readonly Channel[] = ['ONLINE', 'IN_PERSON', 'POSTAL', 'UNKNOWN'];
export const channelText = (channel: Channel): string => t(`definitions.channel.${channel}`);

export const TIERS = ['PROVINCE', 'DISTRICT', 'COMMUNE'] as const;
export type Tier = (typeof TIERS)[number];
export const tierText = (tier: Tier): string => t(`definitions.tier.${tier}`);

/** The statuses that dossiers have, by their numbers. */
export const STATUSES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
export const statusName = (status: (typeof STATUSES)[number]): string => t(`definitions.status.${status}`);

/** One term of a definition in words. */
export interface Term {
  readonly key:
    'counts' | 'basis' | 'numerator' | 'eligibility' | 'force' | 'list' | 'levels' | 'tiers' | 'statuses' | 'clause';
  readonly label: string;
  readonly text: string;
}

/** All terms of a definition, those that mean nothing for it left out. */
export function termsOf(definition: Definition): Term[] {
  const isOfDossiers = definition.counts === 'DOSSIERS';
  const isOffered = definition.counts === 'SERVICES_OFFERED';
  const term = (key: Term['key'], text: string): Term[] => [{ key, label: t(`definitions.term.${key}`), text }];
  const many = (texts: string[]): string => (texts.length === 0 ? '–' : texts.join(', '));
  const { tiers, statuses, list, levels, clause, numeratorChannel } = definition;
  return [
    ...term('counts', t(`definitions.counts.${definition.counts}`)),
    ...(isOffered ? [] : term('basis', t(`definitions.basis.${definition.basis}`))),
    ...(isOffered ? [] : term('numerator', numeratorChannel ? channelText(numeratorChannel) : t('definitions.onTime'))),
    ...(isOfDossiers ? term('eligibility', t(`definitions.day.${definition.eligibilityDate}`)) : []),
    ...term('force', t(definition.inForceRequired ? 'definitions.forceYes' : 'definitions.forceNo')),
    ...term('list', list?.name ?? t('definitions.anyProcedure')),
    ...(list ? term('levels', many(levels.map(levelText))) : []),
    ...term('tiers', tiers ? many(tiers.map(tierText)) : t('definitions.allTiers')),
    ...(isOffered ? [] : term('statuses', statuses ? many(statuses.map(String)) : t('definitions.byBasis'))),
    ...term('clause', clause ?? '–'),
  ];
}

/** What of a definition is otherwise than in an earlier one. */
export function changesOf(now: Definition, before: Definition): (Term & { before: string })[] {
  const was = new Map(termsOf(before).map(({ key, text }) => [key, text]));
  return termsOf(now).flatMap((term) => {
    const earlier = was.get(term.key) ?? '–';
    return earlier === term.text ? [] : [{ ...term, before: earlier }];
  });
}
