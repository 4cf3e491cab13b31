import { act, render, renderHook } from '@testing-library/react';
import { StrictMode, useEffect, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { useTypewriter, type UseTypewriterOptions } from 'react-streamed';
import { createManualClock } from 'react-streamed/testing';

const text = 'Some text to be typed, all of it. '.repeat(20);

interface Props extends UseTypewriterOptions {
  readonly text: string;
}

function setUp(props: Props, options: { reactStrictMode?: boolean } = {}) {
  const clock = createManualClock();
  const hook = renderHook(({ text, ...options }: Props) => useTypewriter(text, { clock, ...options }), {
    initialProps: props,
    ...options,
  });
  return { ...hook, clock, advance: (ms: number) => act(() => clock.advance(ms)) };
}

test('shows the text at mount, and types what follows until it is complete', () => {
  const onComplete = vi.fn();
  const { result, rerender, advance } = setUp({ text: 'One. ', isStreaming: true, onComplete });
  expect(result.current).toMatchObject({ text: 'One. ', isTyping: true, announcement: '' });
  rerender({ text: 'One. Two. ', isStreaming: true, onComplete });
  expect(result.current.text).toBe('One. ');
  advance(700);
  expect(result.current).toMatchObject({
    text: 'One. Two. ',
    tail: 'One. Two. ',
    isTyping: true,
    announcement: 'Two. ',
  });
  expect(onComplete).toHaveBeenCalledTimes(0);
  rerender({ text: 'One. Two. Three.', isStreaming: false, onComplete });
  advance(300);
  expect(result.current).toMatchObject({ text: 'One. Two. Three.', isTyping: false, announcement: 'Three.' });
  expect(onComplete).toHaveBeenCalledTimes(1);
});

test('calls the latest onComplete', () => {
  const first = vi.fn();
  const second = vi.fn();
  const { rerender, advance } = setUp({ text: '', isStreaming: true, onComplete: first });
  rerender({ text, isStreaming: true, onComplete: first });
  rerender({ text, isStreaming: false, onComplete: second });
  advance(1000);
  expect(first).toHaveBeenCalledTimes(0);
  expect(second).toHaveBeenCalledTimes(1);
});

test('types a text at mount with `initial: type`, the same under StrictMode', () => {
  const frames = [false, true].map((reactStrictMode) => {
    const onComplete = vi.fn();
    const { result, advance, clock } = setUp({ text, initial: 'type', onComplete }, { reactStrictMode });
    const seen = [result.current.text];
    for (let frame = 0; frame < 30; frame++) {
      advance(1000 / 60);
      seen.push(result.current.text);
    }
    expect(onComplete).toHaveBeenCalledTimes(1);
    expect(clock.pending).toBe(0);
    return seen;
  });
  expect(frames[0]![0]).toBe('');
  expect(frames[0]!.at(-1)).toBe(text);
  expect(frames[1]).toEqual(frames[0]);
});

test('does not change anything when the same props are rendered again', () => {
  const { result, rerender, advance, clock } = setUp({ text: '' });
  rerender({ text });
  advance(1000);
  const { current } = result;
  for (let count = 0; count < 3; count++) rerender({ text });
  expect(result.current).toEqual(current);
  expect(clock.pending).toBe(0);
});

test('continues at the same pace while its parent renders with every frame', () => {
  const quiet = setUp({ text: '' });
  const busy = setUp({ text: '' });
  for (const { rerender } of [quiet, busy]) rerender({ text });
  for (let frame = 0; frame < 8; frame++) {
    quiet.advance(1000 / 60);
    busy.advance(1000 / 60);
    busy.rerender({ text });
    expect(busy.result.current.text).toBe(quiet.result.current.text);
  }
});

test('leaves no timer, frame or callback after unmount', () => {
  const onComplete = vi.fn();
  const { rerender, unmount, advance, clock } = setUp({ text: '', onComplete });
  rerender({ text: `${text}👩`, onComplete });
  advance(50);
  expect(clock.pending).toBeGreaterThan(0);
  unmount();
  expect(clock.pending).toBe(0);
  advance(10_000);
  expect(onComplete).toHaveBeenCalledTimes(0);
});

test('keeps the identity of its functions', () => {
  const { result, rerender, advance } = setUp({ text: '' });
  const { skip, pause, resume, restart } = result.current;
  rerender({ text });
  advance(100);
  expect(result.current).toMatchObject({ skip, pause, resume, restart });
});

test('shows all on skip, holds on pause and types again on restart', () => {
  const { result, rerender, advance } = setUp({ text: '', isStreaming: true });
  rerender({ text, isStreaming: true });
  advance(100);
  act(() => result.current.pause());
  const before = result.current.text;
  advance(1000);
  expect(result.current.text).toBe(before);
  act(() => result.current.skip());
  expect(result.current.text).toBe(text);
  act(() => result.current.resume());
  act(() => result.current.restart());
  expect(result.current.text).toBe('');
  advance(700);
  expect(result.current.text).toBe(text);
});

test('keeps the identity of finished blocks, so that memoised rows do not render again', () => {
  const paragraph = `${'word '.repeat(30)}\n\n`;
  const { result, rerender, advance } = setUp({ text: '' });
  rerender({ text: `${paragraph.repeat(2)}Last` });
  advance(1000);
  const { blocks } = result.current;
  expect(blocks).toEqual([paragraph, paragraph]);
  rerender({ text: `${paragraph.repeat(2)}Last and more` });
  advance(1000);
  expect(result.current.blocks).toBe(blocks);
});

test('renders on the server what the first client render shows, without a timer or a warning', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  const clock = createManualClock();
  function Demo({ initial }: { readonly initial: 'show' | 'type' }) {
    const { text, isTyping } = useTypewriter('Hello', { clock, initial, isStreaming: true });
    return <p aria-busy={isTyping}>{text}</p>;
  }
  for (const initial of ['show', 'type'] as const) {
    const html = renderToString(<Demo initial={initial} />);
    expect(html).toBe(`<p aria-busy="true">${initial === 'show' ? 'Hello' : ''}</p>`);
    expect(clock.pending).toBe(0);
    const container = document.createElement('div');
    container.innerHTML = html;
    const root = await act(() =>
      hydrateRoot(
        container,
        <StrictMode>
          <Demo initial={initial} />
        </StrictMode>,
      ),
    );
    act(() => clock.advance(700));
    expect(container.textContent).toBe('Hello');
    act(() => root.unmount());
    expect(clock.pending).toBe(0);
  }
  // React 18 warns of layout effects on a server, which the hook tells by its missing window. Here there is one.
  const warnings = error.mock.calls.filter(([message]) => !String(message).includes('useLayoutEffect does nothing'));
  expect(warnings).toEqual([]);
  error.mockRestore();
});

test('renders at most once a frame', () => {
  const clock = createManualClock();
  let renders = 0;
  let setText = (_: string) => {};
  function Demo() {
    const [text, set] = useState('');
    setText = set;
    return <Shown text={text} />;
  }
  function Shown({ text }: { readonly text: string }) {
    const typewriter = useTypewriter(text, { clock, isStreaming: true });
    useEffect(() => {
      renders++;
    });
    return typewriter.text;
  }
  render(<Demo />);
  act(() => setText(text));
  for (let frame = 0; frame < 40; frame++) {
    const before = renders;
    act(() => clock.advanceFrame());
    expect(renders - before).toBeLessThanOrEqual(1);
  }
  expect(document.body.textContent).toBe(text);
});
