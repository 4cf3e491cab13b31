import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { useTypewriter, type UseTypewriterOptions } from 'react-streamed';
import { createTypewriter } from 'react-streamed/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cdp } from 'vitest/browser';

const reactGlobal = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };

// Renders as in production use: by React's own scheduler.
beforeEach(() => void (reactGlobal.IS_REACT_ACT_ENVIRONMENT = false));
afterEach(() => {
  reactGlobal.IS_REACT_ACT_ENVIRONMENT = true;
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const sentence = 'Words of many scripts: 漢字, हिन्दी, ไทย, 한국어, مرحبا 👩‍👩‍👧‍👦 🇩🇪. ';

interface DemoProps extends UseTypewriterOptions {
  readonly text: string;
  readonly onShow: (text: string) => void;
}

function Demo({ text, onShow, ...options }: DemoProps) {
  const typewriter = useTypewriter(text, options);
  useEffect(() => {
    onShow(typewriter.text);
  });
  return <p aria-busy={typewriter.isTyping}>{typewriter.text}</p>;
}

function mount(options: UseTypewriterOptions = {}) {
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  const shown: string[] = [];
  const draw = (text: string, isStreaming: boolean) =>
    root.render(<Demo text={text} isStreaming={isStreaming} onShow={(text) => shown.push(text)} {...options} />);
  const isDone = () => expect(container.querySelector('[aria-busy="false"]')).not.toBeNull();
  return { container, root, shown, draw, isDone };
}

test('types a stream in whole graphemes, a little with each frame, to its end', async () => {
  const { root, shown, draw, isDone } = mount({ initial: 'type' });
  let text = '';
  draw(text, true);
  for (let piece = 0; piece < 20; piece++) {
    text += sentence;
    draw(text, true);
    await new Promise(requestAnimationFrame);
  }
  draw(text, false);
  await vi.waitFor(isDone);
  await vi.waitFor(() => expect(shown.at(-1)).toBe(text));
  const boundaries = new Set([...new Intl.Segmenter().segment(text)].map(({ index }) => index));
  boundaries.add(text.length);
  // On a machine under load, the page gets fewer steps.
  expect(new Set(shown).size).toBeGreaterThan(5);
  for (const [index, prefix] of shown.entries()) {
    expect(text.startsWith(prefix)).toBe(true);
    expect(boundaries.has(prefix.length)).toBe(true);
    expect(prefix.length).toBeGreaterThanOrEqual(shown[index - 1]?.length ?? 0);
  }
  root.unmount();
});

test('shows everything and completes in a tab that gets no frames', async () => {
  vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
  const onComplete = vi.fn();
  const { container, root, draw, isDone } = mount({ onComplete, initial: 'type' });
  draw(sentence.repeat(20), false);
  await vi.waitFor(isDone, { timeout: 3000 });
  expect(container.textContent).toBe(sentence.repeat(20));
  expect(onComplete).toHaveBeenCalledTimes(1);
  root.unmount();
});

test('follows the preference for reduced motion when it changes', async () => {
  const { container, root, draw } = mount({ graphemesPerSecond: 1, initial: 'type' });
  draw(sentence, true);
  await new Promise(requestAnimationFrame);
  expect(container.textContent).not.toBe(sentence);
  const setPreference = (value: string) =>
    cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] });
  await setPreference('reduce');
  await vi.waitFor(() => expect(container.textContent).toBe(sentence));
  await setPreference('no-preference');
  root.unmount();
});

// The layout of one growing text node takes seconds, and more on a busy machine.
const slow = { timeout: 120_000 };

test('lays out one step with 180 kB shown in a twentieth of the time that one growing text node takes', slow, () => {
  const paragraph = `${sentence.repeat(8)}\n\n`;
  const text = paragraph.repeat(Math.ceil(180_000 / paragraph.length));
  const piece = 'and twenty more of it';
  const makeHost = () => {
    const host = document.body.appendChild(document.createElement('div'));
    host.style.cssText = 'white-space: pre-wrap; width: 600px; font: 16px sans-serif';
    return host;
  };
  const measure = (host: HTMLElement, step: () => void) => {
    const times: number[] = [];
    for (let count = 0; count < 3; count++) {
      const start = performance.now();
      step();
      void host.offsetHeight;
      times.push(performance.now() - start);
    }
    return times.toSorted((left, right) => left - right)[1]!;
  };

  const whole = makeHost();
  const node = whole.appendChild(document.createTextNode(text));
  void whole.offsetHeight;
  const growing = measure(whole, () => void (node.data += piece));
  whole.remove();

  const inBlocks = makeHost();
  const typewriter = createTypewriter({ text });
  let drawn = 0;
  const tail = document.createElement('div');
  const draw = () => {
    const snapshot = typewriter.getSnapshot();
    for (const block of snapshot.blocks.slice(drawn)) {
      const div = document.createElement('div');
      div.textContent = block;
      tail.before(div);
    }
    drawn = snapshot.blocks.length;
    tail.textContent = snapshot.tail;
  };
  inBlocks.append(tail);
  draw();
  void inBlocks.offsetHeight;
  const stepping = measure(inBlocks, () => {
    typewriter.append(piece);
    typewriter.skip();
    draw();
  });
  typewriter.dispose();
  expect(stepping / growing).toBeLessThanOrEqual(0.05);
});
