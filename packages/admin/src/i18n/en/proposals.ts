import type { Text } from '../text.ts';
import type { proposals as vi } from '../vi/proposals.ts';

export const proposals: Record<keyof typeof vi, Text> = {
  'proposals.data': 'The figures of this unit',
  'proposals.notProven':
    'The proposal reaches what is required, but it is not proven to be the least effort: there are too many ways to look at. A larger step is usually certain.',
  'proposals.searched': '{percent}% looked at',
  'proposals.searching': 'Looking for a proposal',
  'proposals.stop': 'Stop',
};
