import { CreateAccountDocument, GrantRoleDocument, type Role } from '@chi-tieu/shared/generated/graphql';
import { useMutation } from '@vue/apollo-composable';
import { computed, reactive, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { problemOf } from '../../../app/problem.ts';
import { t } from '../../../i18n/i18n.ts';
import { firstPassword } from '../firstPassword.ts';
import { useRefusal } from '../../../app/useRefusal.ts';
import { REFRESHED } from './accountDetail.ts';

interface NewAccountForm {
  name: string;
  username: string;
  unit: string | null;
  withRole: boolean;
  role: Role;
}

interface CreateAccount {
  readonly form: NewAccountForm;
  /** The account once it is there, with the password that is shown once. */
  readonly made: ShallowRef<{ id: string; password: string } | null>;
  readonly refusal: ReturnType<typeof useRefusal>;
  /** What is wrong with a field, by its name: what was left out is told of all of them before the server is asked. */
  readonly problems: ComputedRef<Record<'name' | 'username' | 'unit', string | undefined>>;
  /** Why its first role was refused; the account is there all the same. */
  readonly roleRefused: Ref<string>;
  readonly create: () => Promise<void>;
}

const isEmpty = (text: string): boolean => text.trim() === '';

/** Makes an account by a password for once and gives it its first role at its home. */
export function useCreateAccount(): CreateAccount {
  const form = reactive<NewAccountForm>({ name: '', username: '', unit: null, withRole: true, role: 'CLERK' });
  const made = shallowRef<{ id: string; password: string } | null>(null);
  const refusal = useRefusal({ fieldTakes: true });
  const tried = ref(false);
  const roleRefused = ref('');
  const { mutate: makeAccount } = useMutation(CreateAccountDocument, REFRESHED);
  const { mutate: giveRole } = useMutation(GrantRoleDocument, REFRESHED);

  async function giveFirst(account: string, unit: string): Promise<void> {
    try {
      await giveRole({ account, role: form.role, unit, from: null, to: null });
    } catch (error) {
      roleRefused.value = problemOf(error).what;
    }
  }
  async function create(): Promise<void> {
    const { name, username, unit } = form;
    tried.value = true;
    if (unit === null || isEmpty(name) || isEmpty(username)) return;
    const password = firstPassword();
    await refusal.run(async () => {
      const answer = await makeAccount({ input: { name, username, unit, password } });
      const id = answer?.data?.createAccount.id;
      if (id === undefined) return;
      if (form.withRole) await giveFirst(id, unit);
      made.value = { id, password };
    });
  }
  const { about, taken } = refusal;
  const problems = computed(() => ({
    name: tried.value && isEmpty(form.name) ? t('people.nameWanted') : about('input.name'),
    username:
      tried.value && isEmpty(form.username) ? t('people.usernameWanted') : (about('input.username') ?? taken.value),
    unit: tried.value && form.unit === null ? t('people.unitWanted') : about('input.unit'),
  }));
  return { form, made, refusal, problems, roleRefused, create };
}
