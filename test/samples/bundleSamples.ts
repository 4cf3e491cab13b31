import { build, type Plugin } from 'esbuild';
import { sourceAlias } from '../../scripts/entries.js';
import { root } from '../docs/markdown.ts';
import type { Sample } from './findSamples.ts';

/** The versions of React that the samples must work with, and where each one is installed. */
export const reactVersions = {
  18: `${root}test/react-18/node_modules/`,
  19: `${root}node_modules/`,
} as const;

export type ReactVersion = keyof typeof reactVersions;

/** Bundles the samples into one script in development mode. The script mounts the sample that the address names. */
export async function bundleSamples(samples: readonly Sample[], react: ReactVersion): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: makeEntry(samples), resolveDir: `${root}test/samples`, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    jsxDev: true,
    define: { 'process.env.NODE_ENV': '"development"' },
    alias: {
      ...sourceAlias,
      react: `${reactVersions[react]}react`,
      'react-dom': `${reactVersions[react]}react-dom`,
    },
    plugins: [provideSamples(samples)],
  });
  return outputFiles[0]!.text;
}

/** Each sample is required when it is mounted, so that only its own module runs. */
function makeEntry(samples: readonly Sample[]): string {
  const modules = samples.map(
    ({ id }) => `${JSON.stringify(id)}: () => require(${JSON.stringify(`sample:${id}`)}).Sample`,
  );
  return `import { mountSample } from './page/mountSample.tsx';\nmountSample({ ${modules.join(', ')} });`;
}

function provideSamples(samples: readonly Sample[]): Plugin {
  const codes = new Map(samples.map(({ id, code, name }) => [id, `${code}\nexport { ${name} as Sample };`]));
  return {
    name: 'samples',
    setup(esbuild) {
      esbuild.onResolve({ filter: /^sample:/ }, ({ path }) => ({
        path: path.slice('sample:'.length),
        namespace: 'sample',
      }));
      esbuild.onLoad({ filter: /./, namespace: 'sample' }, ({ path }) => ({
        contents: codes.get(path)!,
        resolveDir: `${root}test/samples`,
        loader: 'tsx',
      }));
    },
  };
}
