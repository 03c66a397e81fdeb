import { computed, ref } from 'vue';
import { sendFile, type KeptFile } from './sendFile.ts';

/** What evidence may be: pictures, papers. */
export const EVIDENCE = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx,.doc,.xls,.zip';

/** Files that are sent to an address before the form that names them; `there` are those that it has already. */
export function useSentFiles(address: () => string, there: readonly KeptFile[] = []) {
  const files = ref<KeptFile[]>([...there]);
  const busy = ref(false);
  const problem = ref<string | null>(null);
  async function take(chosen: FileList | null | undefined): Promise<void> {
    problem.value = null;
    busy.value = true;
    try {
      for (const file of chosen ?? []) {
        const kept = await sendFile(address(), file);
        files.value = [...files.value.filter(({ sha256 }) => sha256 !== kept.sha256), kept];
      }
    } catch (error) {
      problem.value = error instanceof Error ? error.message : String(error);
    } finally {
      busy.value = false;
    }
  }
  const remove = (sha256: string): void => {
    files.value = files.value.filter((file) => file.sha256 !== sha256);
  };
  const named = computed(() => files.value.map(({ sha256, name }) => ({ sha256, name })));
  return { files, busy, problem, take, remove, named };
}
