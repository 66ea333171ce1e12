import tsconfigPaths from 'vite-tsconfig-paths';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [tsconfigPaths()],
  test: { include: ['{app,scoring,prisma,server,tests,cli,bench}/**/*.test.{ts,tsx}'], exclude: ['tests/e2e/**', 'node_modules/**'], testTimeout: 60_000, hookTimeout: 120_000 },
});
