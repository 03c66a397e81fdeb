import type { UrlField } from '../../app/useUrlState.ts';

/** A name or number that people gave something, as it is (`Hộ tịch`, `402/QĐ-UBND`); null for none. */
export const urlName = (): UrlField<string | null> => ({
  read: (raw) => (raw.length <= 300 ? raw : undefined),
  write: (value) => value ?? '',
  fallback: () => null,
  history: 'push',
});
