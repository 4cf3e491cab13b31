import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { build, type Plugin, type Rolldown } from 'vite';
import packageJson from '../../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The entries of the package that hold code: `react-streamed`, `react-streamed/core` and so on. */
const entries = Object.keys(packageJson.exports)
  .filter((path) => path !== './package.json')
  .map((path) => path.replace('.', 'react-streamed'));

/** Makes the app's first module import every entry, as a visitor who edits the example may. */
const importEveryEntry: Plugin = {
  name: 'import-every-entry',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/src/main.tsx')) return undefined;
    const imports = entries.map((entry, index) => `import * as entry${index} from '${entry}';`);
    const uses = entries.map((_, index) => `console.log(entry${index});`);
    return [...imports, code, ...uses].join('\n');
  },
};

test('the example app builds, with an import of every entry of the package', async () => {
  const { output } = (await build({
    configFile: `${root}examples/app/vite.config.ts`,
    plugins: [importEveryEntry],
    build: { write: false },
    logLevel: 'error',
  })) as Rolldown.RolldownOutput;

  const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  const sources = entries.map((entry) => `${root}src/${entry.replace(/^react-streamed\/?/, '') || 'index'}.ts`);
  expect(sources.filter((source) => !modules.includes(source))).toEqual([]);
});
