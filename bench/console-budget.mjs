/** What a browser has to fetch of the console: the first page, and each further route, compressed. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const DIST = fileURLToPath(new URL('../packages/admin/dist', import.meta.url));

export function budgetOfConsole() {
  const page = readFileSync(join(DIST, 'index.html'), 'utf8');
  const first = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file);
  const kilobytes = (files) =>
    files.reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file))).length, 0) / 1024;
  const all = existsSync(join(DIST, 'assets')) ? readdirSync(join(DIST, 'assets')).map((file) => `assets/${file}`) : [];
  const later = all.filter((file) => file.endsWith('.js') && !first.includes(file));
  const largest = Math.max(0, ...later.map((file) => kilobytes([file])));
  return [
    [
      'first JavaScript, gzip (goal 165 KB)',
      `${kilobytes(first.filter((file) => file.endsWith('.js'))).toFixed(1)} KB`,
    ],
    [
      'CSS of the first page, gzip (goal 15 KB)',
      `${kilobytes(first.filter((file) => file.endsWith('.css'))).toFixed(1)} KB`,
    ],
    ['largest later file, gzip (goal 60 KB a route)', `${largest.toFixed(1)} KB`],
  ];
}
