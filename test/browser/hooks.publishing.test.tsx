import { act, render } from '@testing-library/react';
import { memo, Profiler, startTransition, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { blocks, list, useEventSource, useFetchStream } from 'react-streamed';
import { createMockStream } from 'react-streamed/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const reactGlobal = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };

// Renders as in production use: by React's own scheduler.
beforeEach(() => void (reactGlobal.IS_REACT_ACT_ENVIRONMENT = false));
afterEach(() => {
  reactGlobal.IS_REACT_ACT_ENVIRONMENT = true;
  document.body.replaceChildren();
});

function mount(element: React.ReactNode) {
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  root.render(element);
  return { container, root };
}

describe('publishing in a browser', () => {
  it('shows 20,000 events of one burst in at most 5 commits, with a child that sets state in an effect', async () => {
    const mock = createMockStream();
    const consoleError = vi.spyOn(console, 'error');
    let commits = 0;
    let count = 0;
    function Child({ count }: { count: number }) {
      const [seen, setSeen] = useState(0);
      useEffect(() => setSeen(count), [count]);
      return <i>{seen}</i>;
    }
    function Demo() {
      const source = useEventSource('/feed', { fetch: mock.fetch, accumulate: list() });
      ({ count } = source);
      useEffect(() => void commits++);
      return (
        <p>
          <b>{source.data.length}</b>
          <Child count={count} />
        </p>
      );
    }
    const { container, root } = mount(<Demo />);
    const request = await mock.nextRequest();
    request.respond({ headers: { 'content-type': 'text/event-stream' } });
    await vi.waitFor(() => expect(mock.requests[0]?.state).toBe('open'));
    await new Promise(requestAnimationFrame);
    commits = 0;
    for (let chunk = 0; chunk < 20; chunk++) request.text('data: token\n\n'.repeat(1000));
    await vi.waitFor(() => expect(container.textContent).toBe('2000020000'), { interval: 1 });
    expect(commits).toBeLessThanOrEqual(5);
    expect(consoleError).not.toHaveBeenCalled();
    root.unmount();
    consoleError.mockRestore();
  });

  it('renders 1,000 components on one shared stream in one commit a frame', async () => {
    const mock = createMockStream();
    let commits = 0;
    const Row = memo(function Row() {
      const { data } = useEventSource('/feed', { fetch: mock.fetch, share: true });
      return <i>{data}</i>;
    });
    const rows = Array.from({ length: 1000 }, (_, id) => <Row key={id} />);
    const { container, root } = mount(
      <Profiler id="rows" onRender={() => void commits++}>
        {rows}
      </Profiler>,
    );
    const request = await mock.nextRequest();
    request.respond({ headers: { 'content-type': 'text/event-stream' } });
    request.event('a');
    await vi.waitFor(() => expect(container.textContent).toBe('a'.repeat(1000)));
    await new Promise(requestAnimationFrame);
    commits = 0;
    request.event('b');
    await vi.waitFor(() => expect(container.textContent).toBe('b'.repeat(1000)), { interval: 1 });
    expect(commits).toBe(1);
    expect(mock.requests).toHaveLength(1);
    root.unmount();
  });

  it('lets a transition finish while it publishes each frame', async () => {
    const mock = createMockStream();
    let isDone = false;
    let published = 0;
    function Slow({ id }: { id: number }) {
      const until = performance.now() + 5;
      while (performance.now() < until);
      return <i>{id}</i>;
    }
    let begin = () => {};
    function Page() {
      const [shown, show] = useState(false);
      begin = () => startTransition(() => show(true));
      useEffect(() => void (isDone = shown));
      const { data } = useFetchStream('/x', { fetch: mock.fetch });
      useEffect(() => void published++, [data]);
      return (
        <>
          <pre>{data}</pre>
          {shown && Array.from({ length: 40 }, (_, id) => <Slow key={id} id={id} />)}
        </>
      );
    }
    const { root } = mount(<Page />);
    const request = await mock.nextRequest();
    let frames = 0;
    const publish = () => {
      request.text('x');
      frames++;
      if (!isDone) requestAnimationFrame(publish);
    };
    publish();
    await vi.waitFor(() => expect(published).toBeGreaterThan(2));
    frames = 0;
    begin();
    await vi.waitFor(() => expect(isDone).toBe(true), { timeout: 10_000, interval: 5 });
    // 200 ms of rendering: a transition that each publication interrupts takes React's five seconds, 300 frames.
    expect(frames).toBeLessThan(60);
    root.unmount();
  });

  it('never renders a finished paragraph again', async () => {
    const mock = createMockStream();
    let renders = 0;
    const Paragraph = memo(function Paragraph({ text }: { text: string }) {
      renders++;
      return <p>{text}</p>;
    });
    function Demo() {
      const { data } = useFetchStream('/x', { fetch: mock.fetch, accumulate: blocks() });
      return (
        <>
          {data.blocks.map((text, index) => (
            <Paragraph key={index} text={text} />
          ))}
          <p>{data.tail}</p>
        </>
      );
    }
    const { container, root } = mount(<Demo />);
    const request = await mock.nextRequest();
    for (let paragraph = 0; paragraph < 20; paragraph++) {
      request.text(`Paragraph ${paragraph} is finished.\n\n`);
      await new Promise(requestAnimationFrame);
    }
    request.end();
    await vi.waitFor(() => expect(container.textContent).toContain('Paragraph 19'));
    expect(renders).toBeLessThanOrEqual(20);
    root.unmount();
  });

  it('keeps nothing alive after 500 mounts and unmounts', async () => {
    reactGlobal.IS_REACT_ACT_ENVIRONMENT = true;
    const mock = createMockStream();
    const added = vi.spyOn(EventTarget.prototype, 'addEventListener');
    const removed = vi.spyOn(EventTarget.prototype, 'removeEventListener');
    const pageEvents = (spy: typeof added | typeof removed) =>
      spy.mock.calls.filter(([type]) => ['online', 'pageshow', 'visibilitychange'].includes(type)).length;
    function Demo({ url }: { url: string }) {
      useEventSource(url, { fetch: mock.fetch });
      return null;
    }
    for (let i = 0; i < 500; i++) {
      const { unmount } = render(<Demo url={`/${i}`} />);
      if (i % 2) await act(async () => {});
      if (i % 4 === 1) await act(async () => void mock.requests.at(-1)?.fail());
      unmount();
    }
    expect(mock.requests.length).toBe(250);
    expect(mock.requests.filter(({ state }) => state === 'waiting' || state === 'open')).toHaveLength(0);
    expect(pageEvents(added)).toBeGreaterThan(0);
    expect(pageEvents(removed)).toBe(pageEvents(added));
    added.mockRestore();
    removed.mockRestore();
  });
});
