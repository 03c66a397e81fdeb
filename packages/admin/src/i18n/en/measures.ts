import type { Text } from '../text.ts';
import type { measures as vi } from '../vi/measures.ts';

export const measures = {
  'measures.onTime.fraction': '{online} on time of {counted} dossiers that count',
  'measures.onTime.missing': '{points} points short ≈ {count} more on time.',
  'measures.onTime.moreIn': 'Dossiers on time',
  'measures.onTime.numerator': 'dossiers resolved on time',
  'measures.onTime.tabIn': 'Counted, on time',
  'measures.onTime.tabOther': 'Counted, not on time',
  'measures.plain.comparison':
    'Met when the numerator × 100 is not below the target × the denominator: {online} × 100 = {left} {sign} {target} × {counted} = {right}',
  'measures.plain.fraction': '{online} in the numerator of {counted} dossiers that count',
  'measures.plain.missing': '{points} points short ≈ {count} more.',
  'measures.plain.moreIn': 'Dossiers in the numerator',
  'measures.plain.numerator': 'dossiers in the numerator',
  'measures.plain.tabIn': 'Counted, in the numerator',
  'measures.plain.tabOther': 'Counted, denominator only',
  'measures.services.behind': 'Services behind the figure',
  'measures.services.denominator': 'services that count, once each',
  'measures.services.fraction': '{online} of {counted} services',
  'measures.services.missing': '{points} points short ≈ {count} more services.',
  'measures.services.more': 'And {count} more.',
  'measures.services.moreCounted': 'Services that count',
  'measures.services.moreIn': 'Services in the numerator',
  'measures.services.noMonths': 'This indicator counts services, each of them once: months do not add up.',
  'measures.services.none': 'There is none.',
  'measures.services.numerator': 'services in the numerator',
  'measures.services.tabIn': 'In the numerator',
  'measures.services.tabOther': 'Denominator only',
} satisfies Record<keyof typeof vi, Text>;
