import { transformAsync } from '@babel/core';
import type { Plugin } from 'vite';

/**
 * Runs React Compiler over the hooks and over the components of their tests. A hook that it cannot compile fails the run.
 */
export function compileReact(): Plugin {
  return {
    name: 'compile-react',
    enforce: 'pre',
    async transform(code, id) {
      if (!/\/(src\/react|test\/unit\/react)\/.+\.tsx?$/.test(id)) return undefined;
      const panicThreshold = id.includes('/src/') ? 'all_errors' : 'none';
      const result = await transformAsync(code, {
        filename: id,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: ['typescript', 'jsx'] },
        plugins: [['babel-plugin-react-compiler', { panicThreshold }]],
      });
      return { code: result?.code ?? code, map: result?.map ?? null };
    },
  };
}
