import { nextTick, ref, type Ref } from 'vue';
import { t } from '../i18n/i18n.ts';
import { account, signIn } from './session.ts';
import { signInProblem } from './signInProblem.ts';

/** The field that the keyboard goes back to when a password was wrong. */
interface PasswordField {
  focus: () => void;
  select: () => void;
}

export interface SignInForm {
  readonly username: Ref<string>;
  readonly password: Ref<string>;
  readonly busy: Ref<boolean>;
  /** What went wrong, in words; empty while nothing did. */
  readonly problem: Ref<string>;
  /** Tries to sign in with what was typed; true when one is signed in. */
  readonly submit: () => Promise<boolean>;
}

/** Name and password on their way to the server, on the page of the sign-in and over a page whose session ended. */
export function useSignIn(passwordField: () => PasswordField | null): SignInForm {
  const username = ref(account.value?.username ?? '');
  const password = ref('');
  const busy = ref(false);
  const problem = ref('');

  async function submit(): Promise<boolean> {
    if (username.value.trim() === '' || password.value === '') {
      problem.value = t('accounts.wanted');
      return false;
    }
    busy.value = true;
    problem.value = '';
    const answer = await signIn(username.value.trim(), password.value);
    busy.value = false;
    problem.value = signInProblem(answer);
    if (answer.outcome === 'ok') return true;
    await nextTick();
    passwordField()?.focus();
    passwordField()?.select();
    return false;
  }

  return { username, password, busy, problem, submit };
}
