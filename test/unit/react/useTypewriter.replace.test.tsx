import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useTypewriter } from 'react-streamed';

const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };

// `act` flushes every effect, so that what the browser could paint in between would stay unseen.
beforeEach(() => {
  environment.IS_REACT_ACT_ENVIRONMENT = false;
});

afterEach(() => {
  environment.IS_REACT_ACT_ENVIRONMENT = true;
});

function Answer({ question, text }: { question: string; text: string }) {
  return `${question}: ${useTypewriter(text).text}`;
}

test('a replaced text is gone before the browser can paint what was rendered with its replacement', () => {
  const container = document.createElement('div');
  const root = createRoot(container);
  flushSync(() => root.render(<Answer question="First" text="An answer" />));
  expect(container.textContent).toBe('First: An answer');

  flushSync(() => root.render(<Answer question="Second" text="" />));
  expect(container.textContent).toBe('Second: ');

  flushSync(() => root.unmount());
});
