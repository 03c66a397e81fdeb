import { computed, readonly, ref, watch, type ComputedRef, type Ref } from 'vue';
import { t } from '../i18n/i18n.ts';
import { account, giveCode, signIn, signOut, type SignInAnswer } from './session.ts';
import { signInProblem } from './signInProblem.ts';
import { useCountdown } from './useCountdown.ts';

export interface SignInForm {
  readonly username: Ref<string>;
  readonly password: Ref<string>;
  /** The code of the second factor, or a recovery code. */
  readonly code: Ref<string>;
  /** What is asked for: the code once the password was right, where the account has a second factor. */
  readonly step: ComputedRef<'password' | 'code'>;
  readonly busy: Ref<boolean>;
  /** What went wrong, in words; empty while nothing did. */
  readonly problem: Ref<string>;
  /** Seconds until the server takes another try; 0 while it takes one. Nothing is sent before. */
  readonly wait: Readonly<Ref<number>>;
  /** Counts what was refused: the keyboard goes back to the field then. */
  readonly refusals: Readonly<Ref<number>>;
  /** Tries what was typed; true when one is signed in. */
  readonly submit: () => Promise<boolean>;
  /** Leaves the code, and goes back to name and password. */
  readonly startOver: () => Promise<void>;
}

/** Name, password and code on their way to the server, on the page of the sign-in and over a page whose session ended. */
export function useSignIn(): SignInForm {
  const username = ref(account.value?.username ?? '');
  const password = ref('');
  const code = ref('');
  const awaited = ref(account.value?.stage === 'TOTP');
  const busy = ref(false);
  const problem = ref('');
  const refusals = ref(0);
  const { left: wait, start: startWait } = useCountdown();
  watch(wait, (left) => left === 0 && (problem.value = ''));

  async function submit(): Promise<boolean> {
    if (wait.value > 0) return false;
    if (!isComplete()) {
      problem.value = t(awaited.value ? 'accounts.codeWanted' : 'accounts.wanted');
      return false;
    }
    busy.value = true;
    problem.value = '';
    const answer = await ask();
    busy.value = false;
    problem.value = signInProblem(answer);
    if (answer.outcome === 'tooMany') startWait(answer.wait);
    if (answer.outcome === 'code' || answer.outcome === 'codeOver') {
      awaited.value = answer.outcome === 'code';
      code.value = '';
    }
    if (answer.outcome !== 'ok') refusals.value++;
    return answer.outcome === 'ok';
  }

  const isComplete = (): boolean =>
    awaited.value ? code.value.trim() !== '' : username.value.trim() !== '' && password.value !== '';
  const ask = (): Promise<SignInAnswer> =>
    (awaited.value ? giveCode(code.value.trim()) : signIn(username.value.trim(), password.value)).catch(() => ({
      outcome: 'unreachable',
    }));

  async function startOver(): Promise<void> {
    await signOut().catch(() => undefined);
    awaited.value = false;
    password.value = '';
    if (wait.value === 0) problem.value = '';
    refusals.value++;
  }

  const step = computed(() => (awaited.value ? 'code' : 'password'));
  return { username, password, code, step, busy, problem, wait, refusals: readonly(refusals), submit, startOver };
}
