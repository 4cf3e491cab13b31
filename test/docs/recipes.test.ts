import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readText, root } from './markdown.ts';

const folder = 'examples/recipes';
const recipes = readdirSync(`${root}${folder}`);
const { devDependencies } = JSON.parse(readText('package.json')) as { devDependencies: Record<string, string> };

/** The files that a recipe has a copy of, if it needs them. */
const copies = ['server/serveApi.ts', 'server/streamOf.ts', 'src/describeError.ts', 'tsconfig.json'];

describe.each(recipes)('the recipe %s', (recipe) => {
  it('uses the versions that are tested here', () => {
    const manifest = JSON.parse(readText(`${folder}/${recipe}/package.json`)) as Record<string, Record<string, string>>;
    const { 'react-streamed': own, ...others } = { ...manifest['dependencies'], ...manifest['devDependencies'] };
    const tested = Object.keys(others).map((name) => [name, devDependencies[name]]);
    expect(others).toEqual(Object.fromEntries(tested));
    expect(own).toBe('latest');
  });

  it('has the same files as the others for what is the same', () => {
    const own = (file: string) => `${folder}/${recipe}/${file}`;
    const different = copies
      .filter((file) => existsSync(`${root}${own(file)}`))
      .filter((file) => readText(own(file)) !== readText(`${folder}/chat/${file}`));
    expect(different).toEqual([]);
  });

  it('is found from the manual and from the list of examples', () => {
    expect(readText('docs/recipes.md')).toContain(`(../${folder}/${recipe}/README.md)`);
    expect(readText('examples/README.md')).toContain(`(recipes/${recipe}/README.md)`);
  });
});
