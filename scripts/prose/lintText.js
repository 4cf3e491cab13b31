import { createRequire } from 'node:module';
import { TextlintKernel } from '@textlint/kernel';
import conditionalWhere from './rules/conditionalWhere.js';
import dialect from './rules/dialect.js';
import oneColon from './rules/oneColon.js';
import sentenceLength from './rules/sentenceLength.js';

// Node and Vite give the default export of a CommonJS module differently to `import`.
const require = createRequire(import.meta.url);
const { default: markdown } = require('@textlint/textlint-plugin-markdown');
const kernel = new TextlintKernel();

const options = {
  ext: '.md',
  plugins: [{ pluginId: 'markdown', plugin: markdown }],
  rules: [
    { ruleId: 'dialect', rule: dialect },
    { ruleId: 'conditional-where', rule: conditionalWhere },
    { ruleId: 'one-colon', rule: oneColon },
    { ruleId: 'sentence-length', rule: sentenceLength },
  ],
};

/**
 * Checks the prose of a Markdown text.
 * @param {string} text
 * @returns {Promise<{ line: number, rule: string, message: string }[]>}
 */
export async function lintText(text) {
  const { messages } = await kernel.lintText(text, options);
  return messages.map(({ loc, ruleId, message }) => ({ line: loc.start.line, rule: ruleId, message }));
}
