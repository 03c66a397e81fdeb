import { NOTING, type NotedProblem } from '@chi-tieu/shared/domain/import/problem';
import { t } from '../../../i18n/i18n.ts';

const isNoted = (code: string): code is NotedProblem => (NOTING as readonly string[]).includes(code);

/** What is noted of several rows together. */
export function noteText(code: string): string {
  return isNoted(code) ? t(`intake.note.${code}`) : code;
}
