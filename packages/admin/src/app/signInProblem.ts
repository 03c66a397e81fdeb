import { t, type PlainKey } from '../i18n/i18n.ts';
import type { SignInAnswer } from './session.ts';

/** What is told of a sign-in that did not succeed; nothing of one that did, or that goes on with the code. */
export function signInProblem(answer: SignInAnswer): string {
  switch (answer.outcome) {
    case 'ok':
    case 'code':
      return '';
    case 'tooMany':
      return t('accounts.tooMany', { wait: answer.wait });
    case 'unreachable':
      return t('accounts.unreachable');
    case 'refused':
      return t('accounts.wrong');
    case 'codeRefused':
      return t('accounts.codeWrong');
    case 'codeLocked':
      return t('accounts.codeLocked');
    case 'codeOver':
      return t('accounts.codeOver');
  }
}

/** What a single sign-on came back with instead of a session. */
const SIGN_ON_PROBLEMS: Readonly<Record<string, PlainKey>> = {
  cancelled: 'accounts.ssoCancelled',
  closed: 'accounts.ssoClosed',
  failed: 'accounts.ssoFailed',
  unmapped: 'accounts.ssoUnmapped',
  unreachable: 'accounts.ssoUnreachable',
};

/** What is told of it; nothing for what means nothing. */
export function signOnProblem(problem: unknown): string {
  const key = typeof problem === 'string' && Object.hasOwn(SIGN_ON_PROBLEMS, problem) && SIGN_ON_PROBLEMS[problem];
  return key ? t(key) : '';
}
