import type { SeenEventFragment } from '@chi-tieu/shared/generated/graphql';
import { t } from '../../i18n/i18n.ts';
import '../../app/timeline/texts.ts';

/** Who did something, in words. */
export function actorText({ actorKind, actorName }: Pick<SeenEventFragment, 'actorKind' | 'actorName'>): string {
  if (actorKind === 'PROCESS') return t('audit.process');
  if (actorKind === 'NOBODY') return t('audit.nobody');
  return actorName ?? t('audit.nameless');
}
