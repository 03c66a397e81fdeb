import type { CopyTargetsMutation } from '@chi-tieu/shared/generated/graphql';
import { problemOf } from '../../../app/problem.ts';
import { t } from '../../../i18n/i18n.ts';
import { notify } from '../../../ui/toast.ts';
import { mergedTexts } from './copyOutcome.ts';
import './texts.ts';

/** Copies into a plan that was just begun, and says how many came and what did not. It never throws: the plan is there. */
export async function tellCopied(copy: () => Promise<CopyTargetsMutation | null>): Promise<void> {
  try {
    const copied = (await copy())?.copyTargets;
    if (!copied) return;
    const text = t('copying.copied', { count: copied.targets.length });
    const names = copied.left.map(({ unit }) => unit.name).join(', ');
    const merged = mergedTexts(copied);
    const said = [
      ...(names === '' ? [] : [`${t('copying.leftOut', { count: copied.left.length })} ${names}.`]),
      ...(merged.length === 0 ? [] : [`${t('copying.merged', { count: merged.length })} ${merged.join('; ')}.`]),
    ];
    const detail = said.length === 0 ? undefined : said.join(' ');
    await notify({ kind: names === '' ? 'done' : 'failed', text, ...(detail !== undefined && { detail }) });
  } catch (error) {
    await notify({ kind: 'failed', text: t('copying.failed'), detail: problemOf(error).what });
  }
}
