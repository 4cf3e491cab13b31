import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts', 'src/core.ts', 'src/testing.ts', 'src/providers.ts'],
  tsconfig: 'tsconfig.build.json',
  format: ['esm'],
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  // Rollup's tree shaking strips the 'use client' directive.
  treeshake: false,
  dts: true,
  clean: true,
});
