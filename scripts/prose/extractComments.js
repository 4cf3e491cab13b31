import ts from 'typescript';

/**
 * @typedef {{ line: number, text: string }} Piece
 * @typedef {{ pos: number, end: number, kind: ts.SyntaxKind }} Comment
 */

/** What stands before the text of a comment's line. */
const margin = /^\s*(?:\/\*\*?|\*(?!\/)|\/\/+)? ?/;
const commentEnd = /\s*\*\/$/;
/** Tags whose line holds code or a name rather than prose. */
const codeTag = /^@(?:default|type|typedef|template|import|see)\b.*$/;
const exampleTag = /^@example\b/;
const proseTag = /^@\w+(?: \{.*?\})?(?: [\w.[\]]+ -)? ?/;
/** A sentence that is copied from a standard. */
const quotation = /^\[spec\].*$/;
/** Characters of strings that are code or data, such as an option's value in a story or the lines of a stream. */
const codeCharacters = /[{}<>=;\n\r]/;
/** A message has at least so many words. */
const fewestWords = 4;
const placeholder = 'x';

/**
 * Gives the comments of a source file and its strings of at least four words.
 * @param {string} path
 * @param {string} source
 * @returns {Piece[]}
 */
export function extractComments(path, source) {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  /** @type {Map<number, Comment>} */
  const comments = new Map();
  /** @type {ts.JsxText[]} */
  const jsxTexts = [];
  /** @type {Piece[]} */
  const strings = [];
  /** @param {number} position */
  const lineOf = (position) => file.getLineAndCharacterOfPosition(position).line + 1;

  /** @param {ts.Node} node */
  const visit = (node) => {
    for (const comment of commentsAround(source, node)) comments.set(comment.pos, comment);
    if (ts.isJsxText(node)) jsxTexts.push(node);
    const text = readString(node);
    if (text && isProse(text)) strings.push({ line: lineOf(node.getStart()), text });
    for (const child of node.getChildren()) visit(child);
  };
  visit(file);

  // After a tag of JSX, two slashes are text.
  const isText = (/** @type {Comment} */ { pos }) => jsxTexts.some((text) => text.pos <= pos && pos < text.end);
  const found = [...comments.values()].filter((comment) => !isText(comment)).toSorted((a, b) => a.pos - b.pos);
  const blocks = joinLineComments(found, source);
  return [
    ...blocks.map(({ pos, end }) => ({ line: lineOf(pos), text: readComment(source.slice(pos, end)) })),
    ...strings,
  ];
}

/**
 * @param {string} source
 * @param {ts.Node} node
 * @returns {Comment[]}
 */
function commentsAround(source, node) {
  const isToken = node.getChildCount() === 0;
  if (!isToken) return [];
  return [
    ...(ts.getLeadingCommentRanges(source, node.pos) ?? []),
    ...(ts.getTrailingCommentRanges(source, node.end) ?? []),
  ];
}

/**
 * Joins line comments that follow each other, because a sentence may run over several.
 * @param {Comment[]} comments
 * @param {string} source
 */
function joinLineComments(comments, source) {
  /** @type {Comment[]} */
  const joined = [];
  for (const comment of comments) {
    const last = joined.at(-1);
    const between = last ? source.slice(last.end, comment.pos) : '';
    const isNextLine = between.trim() === '' && between.split('\n').length === 2;
    if (last && isNextLine && areLineComments(last, comment)) joined.splice(-1, 1, { ...last, end: comment.end });
    else joined.push(comment);
  }
  return joined;
}

/** @param {Comment[]} comments */
function areLineComments(...comments) {
  return comments.every(({ kind }) => kind === ts.SyntaxKind.SingleLineCommentTrivia);
}

/**
 * Gives a comment as Markdown with as many lines as before. A tag becomes an item of a list.
 * @param {string} comment
 */
function readComment(comment) {
  let isExample = false;
  const lines = comment.split('\n').map((line) => {
    const text = line.replace(commentEnd, '').replace(margin, '');
    if (text.startsWith('@')) isExample = exampleTag.test(text);
    if (isExample) return '';
    return text.replace(codeTag, '').replace(quotation, '').replace(proseTag, '- ');
  });
  return lines.join('\n');
}

/** @param {string} text */
function isProse(text) {
  return text.split(' ').length >= fewestWords && !codeCharacters.test(text);
}

/**
 * @param {ts.Node} node
 * @returns {string | undefined}
 */
function readString(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(placeholder);
}
