import type { Text } from '../text.ts';
import type { problems as vi } from '../vi/problems.ts';

export const problems = {
  'problems.conflictSafe': 'Nothing was overwritten.',
  'problems.conflictToDo': 'Load again to see the latest change, then repeat yours.',
  'problems.forbiddenToDo': 'Ask the administrator if you need this right.',
  'problems.inputToDo': 'Correct what is named, then try again.',
  'problems.internal': 'The server failed to answer',
  'problems.internalToDo': 'Try again; if it stays, tell the administrator when it happened.',
  'problems.network': 'The server cannot be reached',
  'problems.networkSafe': 'The figures on the server are unharmed.',
  'problems.networkToDo': 'Check the connection, then try again.',
  'problems.notFoundToDo': 'Check the code, or go back to the list.',
  'problems.nothingChanged': 'No data was changed.',
  'problems.reload': 'Reload the page',
  'problems.shownBefore': '{what}; what is shown was fetched before.',
  'problems.signInToDo': 'Sign in again.',
} satisfies Record<keyof typeof vi, Text>;
