import type { Days } from '@chi-tieu/shared/domain/periods/periods';

/** Where the public page lies. */
export const PUBLIC_PATH = '/cong-khai';

/** Where a closed period of an indicator is published, below the public page's own address. */
export function publicPathOf(indicator: string, { from, to }: Days): string {
  return `${indicator}/${from}/${to}`;
}
