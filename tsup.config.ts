import { defineConfig } from 'tsup';

export default defineConfig({
  // Every file directly in `src` is an entry.
  entry: ['src/*.ts'],
  tsconfig: 'tsconfig.build.json',
  format: ['esm'],
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  // Rollup's tree shaking strips the 'use client' directive.
  treeshake: false,
  dts: true,
  clean: true,
  plugins: [
    {
      name: 'no-bare-imports',
      // esbuild keeps the order in which chunks run by imports without names. Ours do nothing when they run
      // (`sideEffects: false`), and such an import of them makes a bundler warn that it is ignored.
      renderChunk: (code) => ({ code: code.replace(/^import ["']\.\/chunk-[^"']+["'];\n/gm, '') }),
    },
  ],
});
