import type { TestProjectInlineConfiguration } from 'vitest/config';

const inNode = (name: string, include: string): TestProjectInlineConfiguration => ({
  extends: true,
  test: { name, environment: 'node', include: [include] },
});

/** What runs in Node, without a browser: the core, real servers, the manual, and the types. */
export const nodeProjects: TestProjectInlineConfiguration[] = [
  inNode('unit', 'test/unit/!(react)/**/*.test.ts'),
  inNode('server', 'test/server/**/*.test.{ts,tsx}'),
  inNode('redis', 'test/redis/**/*.test.ts'),
  // 2,000 readers of 200 answers.
  inNode('redis-load', 'test/redis/**/*.load.ts'),
  inNode('differential', 'test/differential/**/*.test.ts'),
  inNode('fidelity', 'test/fidelity/**/*.test.ts'),
  inNode('docs', 'test/docs/**/*.test.ts'),
  {
    extends: true,
    test: {
      name: 'types',
      include: ['test/types/**/*.test.ts'],
      typecheck: {
        enabled: true,
        include: ['test/types/**/*.test-d.ts'],
        tsconfig: './test/types/tsconfig.json',
      },
    },
  },
];
