import { defineConfig } from 'vitest/config';

// Properties try many cases, and a machine may be slow: how long one takes is not what is tested.
export default defineConfig({
  test: { name: 'shared', include: ['src/**/*.test.ts'], isolate: false, testTimeout: 120_000 },
});
