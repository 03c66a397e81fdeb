import type { Api } from './api.ts';
import { definitionCases } from './walk-definitions.ts';
import { dutyCases } from './walk-duties.ts';
import { paperCases } from './walk-papers.ts';
import { scenarioCases } from './walk-scenarios.ts';
import { talkCases } from './walk-talk.ts';
import { figureCases } from './walk-figures.ts';
import type { Case } from './walk.ts';

/** What hangs on a plan besides its targets. */
export function planCases(
  api: () => Api,
  ids: { readonly draft: string; readonly issued: string },
): Record<string, Case | Record<string, Case>> {
  return {
    ...definitionCases(api),
    ...dutyCases(ids),
    ...scenarioCases(api, ids),
    ...talkCases(api, ids),
    ...paperCases(api, ids),
    ...figureCases(api),
  };
}
