import { fromRoot } from './fromRoot.ts';

/** Leads the imports of the package's entries to their source. */
export const sourceAlias: Record<string, string> = {
  'react-streamed/core': fromRoot('src/core.ts'),
  'react-streamed/testing': fromRoot('src/testing.ts'),
  'react-streamed/providers': fromRoot('src/providers.ts'),
  'react-streamed/devtools': fromRoot('src/devtools.ts'),
  'react-streamed/json': fromRoot('src/json.ts'),
  'react-streamed/resume': fromRoot('src/resume.ts'),
  'react-streamed': fromRoot('src/index.ts'),
};
