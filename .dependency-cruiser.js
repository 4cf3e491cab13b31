/**
 * The floors of src/core, from the lowest. A folder imports itself and the floors below it, never a neighbour.
 * The files beside the folders (StreamError.ts, ServerSentEvent.ts) lie below all of them.
 */
const floors = [
  ['platform', 'text'],
  ['decode', 'items', 'typewriter'],
  ['read', 'request'],
  ['stream'],
  ['event-source', 'fetch-stream'],
];

/** @param {readonly string[]} names */
const oneOf = (names) => `(${names.join('|')})`;

const rooms = floors.flat();
const entry = '^src/[^/]+$';
const runsWithReact = '^src/(react/|index\\.ts$)';

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const floorRules = floors.map((floor, index) => ({
  name: `floor-${index + 1}-${floor.join('-and-')}`,
  comment: `${floor.join(' and ')} may import only what lies below: ${floors.slice(0, index).flat().join(', ') || 'the files of src/core'}.`,
  severity: 'error',
  from: { path: `^src/core/${oneOf(floor)}/` },
  to: { path: `^src/core/${oneOf(floors.slice(index).flat())}/`, pathNot: '^src/core/$1/' },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...floorRules,
    {
      name: 'ground-floor',
      comment: 'The files beside the folders of src/core import none of them.',
      severity: 'error',
      from: { path: '^src/core/[^/]+$' },
      to: { path: '^src/core/[^/]+/' },
    },
    {
      name: 'folder-without-floor',
      comment: 'A new folder of src/core needs a floor in .dependency-cruiser.js.',
      severity: 'error',
      from: {},
      to: { path: '^src/core/[^/]+/', pathNot: `^src/core/${oneOf(rooms)}/` },
    },
    {
      name: 'core-below-everything',
      comment: 'The core knows nothing above it.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: '^src/', pathNot: '^src/core/' },
    },
    {
      name: 'folder-of-an-entry',
      comment:
        'react, testing, providers and what else lies beside core import the core and themselves, never each other.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: '^src/(core|$1)/' },
    },
    {
      name: 'no-import-of-an-entry',
      comment: 'An entry is a list of public names for users. Import what it lists from its own file.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: entry },
    },
    {
      name: 'react-in-hooks-only',
      comment: 'Only src/react and its entry run with React.',
      severity: 'error',
      from: { path: '^src/', pathNot: runsWithReact },
      to: { path: '(^|/)(react|react-dom)(/|$)', pathNot: '^src/core/' },
    },
    {
      name: 'nothing-but-react',
      comment: 'The package depends on React alone: it imports no other package, no part of Node, and no test runner.',
      severity: 'error',
      from: { path: '^src/' },
      to: { pathNot: '^src/|^package\\.json$|(^|/)node_modules/(@types/)?react(-dom)?/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
