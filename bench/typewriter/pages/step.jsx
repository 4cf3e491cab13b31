import { createRoot } from 'react-dom/client';
import { cutGraphemes, fill, texts } from '../texts.js';
import { AssistantText } from './step/AssistantText.jsx';
import { TypeAnimationText } from './step/TypeAnimationText.jsx';
import { typeWithTypewriterEffect } from './step/typeWithTypewriterEffect.js';
import { TypewriterBlocks, TypewriterText } from './step/typewriterTexts.jsx';

const scripts = { mixed: texts.mixed, Latin: `${texts.Latin.repeat(5)}\n` };

/** Each shows `shown` in `root`, and gives the function that begins to type what comes after it. */
const candidates = {
  'empty frames': () => () => eachFrame(() => {}),
  'one growing text node': (root, { shown, pieces }) => {
    const node = root.appendChild(document.createElement('pre')).appendChild(document.createTextNode(shown));
    return () => eachFrame((step) => node.appendData(pieces[step]));
  },
  'useTypewriter, blocks': render(TypewriterBlocks),
  'useTypewriter, text': render(TypewriterText),
  '@assistant-ui/react': render(AssistantText),
  'react-type-animation': render(TypeAnimationText),
  'typewriter-effect': typeWithTypewriterEffect,
};

function render(Component) {
  return (root, texts) =>
    new Promise((resolve) => createRoot(root).render(<Component {...texts} eachFrame={eachFrame} onReady={resolve} />));
}

/** Calls `take` with a number that counts up from 0, once a frame. */
function eachFrame(take) {
  let step = 0;
  const next = () => {
    take(step++);
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

let begin;

globalThis.prepare = async ({ candidate, script, length, steps }) => {
  const text = fill(scripts[script], length);
  const style = document.head.appendChild(document.createElement('style'));
  style.textContent = 'main, pre { white-space: pre-wrap; margin: 0 }';
  const root = document.body.appendChild(document.createElement('main'));
  // More than is typed: a typewriter lags behind.
  const pieces = cutGraphemes(text, 20).slice(0, 4 * steps);
  begin = await candidates[candidate](root, { shown: text, pieces, steps });
  await waitForFrames(10);
  if (candidate !== 'empty frames' && root.textContent.length < text.length) throw new Error('The text is not shown.');
};

/** Types for so many steps, and answers how many changed the page and how many graphemes they showed. */
globalThis.run = async ({ candidate, steps }) => {
  const root = document.querySelector('main');
  const before = root.textContent.length;
  if (candidate === 'empty frames') {
    await waitForFrames(steps);
    return { steps, graphemes: 0 };
  }
  let changes = 0;
  begin();
  await new Promise((resolve) => {
    new MutationObserver(() => ++changes === steps && resolve()).observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  const added = root.textContent.slice(before);
  return { steps, graphemes: cutGraphemes(added, 1).length };
};

async function waitForFrames(count) {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
}
