import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

type Bundle = Parameters<Extract<NonNullable<Plugin['generateBundle']>, (...args: never[]) => unknown>>[1];

/** Kilobytes after gzip. The console is meant to open on the slow lines of a mountain commune. */
const LIMITS = { firstScript: 165, firstStyle: 20, route: 60 };

/** Everything a chunk needs before it runs, itself included. */
function closure(bundle: Bundle, name: string, seen: Set<string> = new Set()): Set<string> {
  const file = bundle[name];
  if (seen.has(name) || file?.type !== 'chunk') return seen;
  seen.add(name);
  for (const next of file.imports) closure(bundle, next, seen);
  return seen;
}

function kilobytes(bundle: Bundle, names: Iterable<string>): number {
  let bytes = 0;
  for (const name of names) {
    const file = bundle[name];
    if (file) bytes += gzipSync(file.type === 'chunk' ? file.code : file.source).length;
  }
  return bytes / 1000;
}

function stylesOf(bundle: Bundle, chunks: Iterable<string>): string[] {
  return [...chunks].flatMap((name) => {
    const file = bundle[name];
    return file?.type === 'chunk' ? [...(file.viteMetadata?.importedCss ?? [])] : [];
  });
}

/** What is loaded by the time that a chunk is asked for: what all have in common that may ask, besides the first page. */
function present(bundle: Bundle, name: string, first: Set<string>): Set<string> {
  const askers = Object.values(bundle).filter((file) => file.type === 'chunk' && file.dynamicImports.includes(name));
  const [one = first, ...others] = askers.map((file) => closure(bundle, file.fileName));
  const shared = [...one].filter((file) => others.every((other) => other.has(file)));
  return new Set([...first, ...shared]);
}

/**
 * Fails the build when a page would need more than the budget: the scripts and styles before the first page (its own
 * aside), and for each page, and each dialogue loaded
 * later, what it adds to what is there. Prints the figures, so that the growth is seen before it fails.
 */
export function budget(): Plugin {
  return {
    name: 'budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const entry = chunks.find((file) => file.isEntry);
      if (!entry) return;
      const first = closure(bundle, entry.fileName);
      const figures = [
        { what: 'first script', size: kilobytes(bundle, first), limit: LIMITS.firstScript },
        { what: 'first style', size: kilobytes(bundle, stylesOf(bundle, first)), limit: LIMITS.firstStyle },
        ...chunks
          .filter((file) => file.isDynamicEntry)
          .map((file) => {
            const there = present(bundle, file.fileName, first);
            const added = [...closure(bundle, file.fileName)].filter((name) => !there.has(name));
            return { what: `route ${file.name}`, size: kilobytes(bundle, added), limit: LIMITS.route };
          }),
      ];
      for (const { what, size, limit } of figures) this.info(`${what}: ${size.toFixed(1)} kB gzip (limit ${limit})`);
      const over = figures.filter(({ size, limit }) => size > limit);
      if (over.length > 0) this.error(`Over budget: ${over.map(({ what }) => what).join(', ')}`);
    },
  };
}
