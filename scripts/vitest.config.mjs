import { defineConfig } from 'vitest/config';

// A machine may be slow: how long a test takes is not what is tested.
export default defineConfig({ test: { name: 'scripts', testTimeout: 60_000 } });
