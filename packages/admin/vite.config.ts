import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import vue from '@vitejs/plugin-vue';
import icons from 'unplugin-icons/vite';
import { defineConfig } from 'vite';
import { budget } from './build/budget.ts';
import { preloadFonts } from './build/preload-fonts.ts';

const shared = fileURLToPath(new URL('../shared/src/', import.meta.url));
/** What nearly every page has: its frame, what stands in it until there is something to show, the marks beside figures. */
const PARTS_OF_PAGES =
  /\/src\/(app\/layout\/(PageFrame|QueryPlace|PartLinks|keepKeyboard)|ui\/(EmptyPlace|StatusChip|StatusMark|SkeletonRows|showInBar)|i18n\/format|domain\/vietnamese-format)\b/;
const server = `http://${process.env['HOST'] ?? '127.0.0.1'}:${process.env['PORT'] ?? '4000'}`;

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [vue(), tailwindcss(), icons({ compiler: 'vue3', scale: 1 }), preloadFonts(), budget()],
  resolve: {
    // The console is built from the sources of the rules, so a changed rule needs no build of its own.
    alias: [{ find: /^@chi-tieu\/shared\/(domain|generated)\/(.+)$/, replacement: `${shared}$1/$2.ts` }],
  },
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  build: {
    target: 'es2022',
    // A strict content security policy allows neither data: URLs nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Comes with the first script: alone these would be ten of half a kilobyte, asked for one by one.
          groups: [{ name: 'page', test: PARTS_OF_PAGES }],
        },
      },
    },
    reportCompressedSize: false,
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ['/graphql', '/auth', '/ingest', '/imports', '/exports', '/files', '/plans', '/health'].map((path) => [
        path,
        server,
      ]),
    ),
  },
});
