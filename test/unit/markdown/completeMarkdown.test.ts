import { describe, expect, test } from 'vitest';
import { completeMarkdown } from 'react-streamed/markdown';

describe('completeMarkdown', () => {
  test.each([
    ['**bold', '**bold**'],
    ['**bold*', '**bold**'],
    ['**bold ', '**bold** '],
    ['a **', 'a '],
    ['*it', '*it*'],
    ['***both', '***both***'],
    ['***both** it', '***both** it*'],
    ['**a *b', '**a *b***'],
    ['__bold', '__bold__'],
    ['_it', '_it_'],
    ['snake_case_name', 'snake_case_name'],
    ['2 * 3', '2 * 3'],
    ['~~gone', '~~gone~~'],
    ['~~gone~', '~~gone~~'],
    ['about ~5 min', 'about ~5 min'],
    ['\\*not', '\\*not'],
    ['a \\', 'a '],
    ['a \\*', 'a '],
    ['**bold\nmore', '**bold\nmore**'],
    ['**done**\n\nnext *it', '**done**\n\nnext *it*'],
    ['**open\n\nnext', '**open\n\nnext'],
    ['这是**重要', '这是**重要**'],
    ['[^1]: a\n\n    **b', '[^1]: a\n\n    **b**'],
    ['- **a', '- **a**'],
    ['> **a', '> **a**'],
    ['# **a', '# **a**'],
  ])('closes emphasis in %j', (tail, completed) => {
    expect(completeMarkdown(tail)).toBe(completed);
  });

  test.each([
    ['a `co', 'a `co`'],
    ['a `', 'a '],
    ['``a ` b', '``a ` b``'],
    ['``a`', '``a``'],
    ['`a` b', '`a` b'],
    ['`**a', '`**a`'],
    ['**`a', '**`a`**'],
    ['```js', '```js\n```'],
    ['```js\ncode **', '```js\ncode **\n```'],
    ['```js\ncode\n', '```js\ncode\n```'],
    ['```js\ncode\n``', '```js\ncode\n```'],
    ['````md\n```\n', '````md\n```\n````'],
    ['~~~\ncode', '~~~\ncode\n~~~'],
    ['```\ncode\n```', '```\ncode\n```'],
    ['text\n```\n- a', 'text\n```\n- a\n```'],
    ['1. a\n   ```\n   co', '1. a\n   ```\n   co\n   ```'],
    ['- ```\n  co', '- ```\n  co\n  ```'],
    ['> ```\n> co', '> ```\n> co\n> ```'],
    ['    **indented', '    **indented'],
    ['<!--\n**a', '<!--\n**a'],
    ['<!--\n**', '<!--\n**'],
  ])('closes code in %j, and completes nothing inside it', (tail, completed) => {
    expect(completeMarkdown(tail)).toBe(completed);
  });

  test.each([
    ['a [la', 'a la'],
    ['a [label]', 'a label'],
    ['a [label](', 'a label'],
    ['a [label](https://ex', 'a label'],
    ['a [label](url "ti', 'a label'],
    ['a [label](url)', 'a [label](url)'],
    ['a [label](url_(b)', 'a label'],
    ['a [label](url_(b))', 'a [label](url_(b))'],
    ['a [label][re', 'a label'],
    ['a [**b', 'a **b**'],
    ['a [**b** and `c`](u', 'a **b** and `c`'],
    ['**a [b](u', '**a b**'],
    ['a ![al', 'a '],
    ['a ![alt](ur', 'a '],
    ['a ![alt](url)', 'a ![alt](url)'],
    ['a [^1', 'a '],
    ['a [1, 2] b', 'a [1, 2] b'],
    ['a <di', 'a '],
    ['a <b class="x', 'a '],
    ['a <b>c', 'a <b>c'],
    ['a < b', 'a < b'],
    ['a &am', 'a '],
    ['R & D', 'R & D'],
    ['| **a** | [b](u', '| **a** | b'],
    ['| **a | b', '| **a | b'],
  ])('leaves out half a link, image, tag or entity in %j', (tail, completed) => {
    expect(completeMarkdown(tail)).toBe(completed);
  });

  test.each([
    ['Text\n-', 'Text\n'],
    ['Text\n==', 'Text\n'],
    ['Text\n\n---', 'Text\n\n'],
    ['Text\n\n---\n', 'Text\n\n---\n'],
    ['- a\n- ', '- a\n'],
    ['1.', ''],
    ['##', ''],
    ['> ', ''],
    ['- [ ', ''],
    ['**a\n-', '**a**\n'],
    ['The answer is\n42', 'The answer is\n42'],
    ['', ''],
  ])('leaves out a line that is only a marker in %j', (tail, completed) => {
    expect(completeMarkdown(tail)).toBe(completed);
  });

  test('closes math, unless the renderer does not know it', () => {
    expect(completeMarkdown('$$\nx^2')).toBe('$$\nx^2\n$$');
    expect(completeMarkdown('$$\nx_1 * y\n$')).toBe('$$\nx_1 * y\n$$');
    expect(completeMarkdown('$$x^2')).toBe('$$x^2$$');
    expect(completeMarkdown('so $$x_1')).toBe('so $$x_1$$');
    expect(completeMarkdown('so $$x', { math: false })).toBe('so $$x');
    expect(completeMarkdown('$$\nx', { math: false })).toBe('$$\nx');
  });
});
