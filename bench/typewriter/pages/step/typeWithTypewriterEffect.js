import Typewriter from 'typewriter-effect/dist/core';

/** Pastes the text that is shown and types the rest, at most a character a frame; it splits a text into UTF-16 units. */
export async function typeWithTypewriterEffect(root, { shown, pieces }) {
  const typewriter = new Typewriter(root, { delay: 1, cursor: '' });
  await new Promise((resolve) => typewriter.pasteString(shown).callFunction(resolve).start());
  return () => typewriter.typeString(pieces.join('')).start();
}
