export type Locale = 'vi' | 'en';

/** The language of an `Accept-Language` header: whichever of vi and en it weighs higher, Vietnamese unless told. */
export function readLocale(header: string | undefined): Locale {
  let best: { locale: Locale; weight: number } | null = null;
  for (const part of (header ?? '').split(',')) {
    const [tag = '', ...params] = part.trim().toLowerCase().split(';');
    const locale = tag.startsWith('vi') ? 'vi' : tag.startsWith('en') ? 'en' : null;
    if (!locale) continue;
    const q = params.map((p) => p.trim()).find((p) => p.startsWith('q='));
    const weight = q === undefined ? 1 : Number(q.slice(2)) || 0;
    if (weight > 0 && (best === null || weight > best.weight)) best = { locale, weight };
  }
  return best?.locale ?? 'vi';
}
