import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import icons from 'unplugin-icons/vite';
import { defineConfig } from 'vitest/config';

const shared = fileURLToPath(new URL('../shared/src/', import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [vue(), icons({ compiler: 'vue3', scale: 1 })],
  resolve: {
    alias: [
      { find: /^@chi-tieu\/shared\/(domain|generated)\/(.+)$/, replacement: `${shared}$1/$2.ts` },
      // Two copies of graphql would not know each other's types.
      { find: /^graphql$/, replacement: 'graphql/index.js' },
    ],
  },
  test: {
    name: 'admin',
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    // A page and all modules made anew for each file took ten times as long as the tests. What a file changes for all it puts back.
    isolate: false,
    // A machine may be slow: how long a test takes is not what is tested.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
