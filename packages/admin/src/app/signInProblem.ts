import { t } from '../i18n/i18n.ts';
import type { SignInAnswer } from './session.ts';

/** What is told of a sign-in that did not succeed; nothing of one that did. */
export function signInProblem(answer: SignInAnswer): string {
  switch (answer.outcome) {
    case 'ok':
      return '';
    case 'tooMany':
      return t('accounts.tooMany', { wait: answer.wait });
    case 'unreachable':
      return t('accounts.unreachable');
    case 'refused':
      return t('accounts.wrong');
  }
}
