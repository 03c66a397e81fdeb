import { openWork, type OpenWork } from '@chi-tieu/shared/domain/inspection/open';
import { t } from '../../i18n/i18n.ts';
import type { InspectionSeen } from './words.ts';

const PARTS = ['items', 'sealed', 'dossiers', 'findings'] as const satisfies readonly (keyof OpenWork)[];

/** What is open at each unit of an inspection, in words; units with nothing open are left out. */
export function leftOpen({
  inspected,
  findings,
}: Pick<InspectionSeen, 'inspected' | 'findings'>): { code: string; unit: string; parts: string[] }[] {
  return inspected.flatMap(({ unit, items, samples }) => {
    const code = unit?.code ?? '';
    const open = openWork({
      items: items.map(({ answer }) => ({ answer: answer ?? null })),
      samples: samples.map(({ seed, replaced, drawn }) => ({
        ...{ seed: seed ?? null, replaced, results: drawn.map(({ result }) => result ?? null) },
      })),
      findings: findings.filter((one) => one.unit?.code === code),
    });
    if (!open) return [];
    const parts = PARTS.filter((part) => open[part] > 0).map((part) =>
      t(`inspections.left.${part}`, { count: open[part] }),
    );
    return [{ code, unit: unit?.name ?? '—', parts }];
  });
}
