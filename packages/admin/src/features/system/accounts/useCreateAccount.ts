import { CreateAccountDocument, GrantRoleDocument, type Role } from '@chi-tieu/shared/generated/graphql';
import { useMutation } from '@vue/apollo-composable';
import { reactive, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { problemOf } from '../../../app/problem.ts';
import { firstPassword } from '../firstPassword.ts';
import { useRefusal } from '../useRefusal.ts';
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
  readonly unitWanted: Ref<boolean>;
  /** Why its first role was refused; the account is there all the same. */
  readonly roleRefused: Ref<string>;
  readonly create: () => Promise<void>;
}

/** Makes an account by a password for once and gives it its first role at its home. */
export function useCreateAccount(): CreateAccount {
  const form = reactive<NewAccountForm>({ name: '', username: '', unit: null, withRole: true, role: 'CLERK' });
  const made = shallowRef<{ id: string; password: string } | null>(null);
  const refusal = useRefusal({ fieldTakes: true });
  const unitWanted = ref(false);
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
    unitWanted.value = unit === null;
    if (unit === null) return;
    const password = firstPassword();
    await refusal.run(async () => {
      const answer = await makeAccount({ input: { name, username, unit, password } });
      const id = answer?.data?.createAccount.id;
      if (id === undefined) return;
      if (form.withRole) await giveFirst(id, unit);
      made.value = { id, password };
    });
  }
  return { form, made, refusal, unitWanted, roleRefused, create };
}
