import { describe, expect, it } from 'vitest';
import { readText, skills } from './markdown.ts';

const frontMatter = /^---\nname: (.+)\ndescription: (.+)\n---\n\n# /;

/** Reads the front matter as agentskills.io describes it. */
function readFrontMatter(skill: string) {
  const [, name = '', description = ''] = frontMatter.exec(readText(skill)) ?? [];
  return { name, description };
}

describe('the skills for coding assistants', () => {
  it('are about chats, feeds and tests', () => {
    expect(skills).toEqual(['skills/chat/SKILL.md', 'skills/feed/SKILL.md', 'skills/testing/SKILL.md']);
  });

  it.each(skills)('%s has the name of its folder', (skill) => {
    expect(readFrontMatter(skill).name).toBe(skill.split('/')[1]);
  });

  it.each(skills)('%s says in at most 1,024 characters what it is for, and when to use it', (skill) => {
    const { description } = readFrontMatter(skill);
    expect(description).toContain('react-streamed');
    expect(description).toMatch(/ Use it to /);
    expect(description.length).toBeLessThanOrEqual(1024);
    // A colon and a space would make the value something other than text in YAML.
    expect(description).not.toContain(': ');
  });

  it.each(skills)('%s is short enough to be read at once', (skill) => {
    expect(readText(skill).split('\n').length).toBeLessThan(200);
  });
});
