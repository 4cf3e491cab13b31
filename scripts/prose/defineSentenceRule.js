import { StringSource } from 'textlint-util-to-string';

/**
 * @typedef {{ index: number, message: string }} Finding
 * @typedef {import('@textlint/kernel').TextlintRuleModule} RuleModule
 * @typedef {Parameters<Parameters<import('@textlint/kernel').TextlintRuleReporter>[0]['report']>[0]} TextNode
 * @typedef {ConstructorParameters<typeof StringSource>[0]} SourceNode
 */

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const lineBreak = /\n/g;

/**
 * Makes a textlint rule that checks one sentence at a time. Code is masked, and quoted blocks are left out.
 * @param {(sentence: string) => Finding[]} check - finds what is wrong, with its place in the sentence
 * @returns {RuleModule}
 */
export function defineSentenceRule(check) {
  return (context) => {
    const { Syntax, RuleError, report, locator } = context;
    /** @param {TextNode} node */
    const visit = (node) => {
      if (isQuoted(node, Syntax.BlockQuote)) return;
      const source = new StringSource(/** @type {SourceNode} */ (node), {
        replacer: ({ node: child, maskValue }) => (child.type === Syntax.Code ? maskValue('x') : undefined),
      });
      const text = source.toString().replaceAll(lineBreak, ' ');
      for (const { segment, index } of sentences.segment(text)) {
        for (const finding of check(segment)) {
          const place = source.originalIndexFromIndex(index + finding.index) ?? 0;
          report(node, new RuleError(finding.message, { padding: locator.at(place) }));
        }
      }
    };
    return { [Syntax.Paragraph]: visit, [Syntax.Header]: visit, [Syntax.TableCell]: visit };
  };
}

/**
 * @param {TextNode} node
 * @param {string} blockQuote
 */
function isQuoted(node, blockQuote) {
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (parent.type === blockQuote) return true;
  }
  return false;
}
