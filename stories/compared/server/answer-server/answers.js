/**
 * An answer, and how fast the server sends it.
 *
 * @typedef {object} Answer
 * @property {string} label
 * @property {number} count How many tokens it has.
 * @property {number} batch How many tokens the server writes at once.
 * @property {number} interval The pause between two writes, in milliseconds.
 */

/** @satisfies {Record<string, Answer>} */
export const answers = {
  steady: { label: '400 tokens, 200 per second', count: 400, batch: 1, interval: 5 },
  fast: { label: '5,000 tokens in one second', count: 5000, batch: 100, interval: 20 },
};

/** @typedef {keyof typeof answers} AnswerName */

/** Each name has a character of several bytes, so that a chunk can end inside it. */
const cities = ['Zürich', 'Αθήνα', 'São Paulo', 'Київ', 'Malmö', 'Đà Nẵng', 'Kraków', 'İzmir', 'Bogotá', 'Nîmes'];

/**
 * Writes the token with a number, which counts from 1. No two tokens of an answer are the same, so a page that shows an
 * answer can tell which tokens it lacks and which it has twice.
 *
 * @param {number} number
 */
export const writeToken = (number) => `${number} ${cities[number % cities.length]}, `;

/** Matches each token in the text of an answer. */
export const tokenPattern = /\d+ [^,]+, /g;
