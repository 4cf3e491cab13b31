import type { TestProjectInlineConfiguration } from 'vitest/config';
import { compileReact } from '../support/compileReact.ts';
import { fromRoot } from './fromRoot.ts';

const hookTests = {
  environment: 'jsdom' as const,
  include: ['test/unit/react/**/*.test.{ts,tsx}'],
  setupFiles: ['test/support/setupReact.ts'],
};

const react18 = {
  // Its ES module, whose imports of React are resolved here.
  '@testing-library/react': fromRoot('node_modules/@testing-library/react/dist/@testing-library/react.esm.js'),
  react: fromRoot('test/react-18/node_modules/react'),
  'react-dom': fromRoot('test/react-18/node_modules/react-dom'),
};

/** The hooks in jsdom: on React 19, on React 18, and compiled by the React Compiler. */
export const hookProjects: TestProjectInlineConfiguration[] = [
  { extends: true, test: { ...hookTests, name: 'react' } },
  {
    extends: true,
    resolve: { alias: react18 },
    test: {
      ...hookTests,
      name: 'react-18',
      // <Activity> and `use` came with React 19.
      exclude: ['**/*.activity.test.tsx', '**/*.suspense.test.tsx'],
      // Only a library that Vite transforms is given the other React.
      server: { deps: { inline: ['@testing-library/react'] } },
    },
  },
  {
    extends: true,
    plugins: [compileReact()],
    test: { ...hookTests, name: 'react-compiler' },
  },
];
