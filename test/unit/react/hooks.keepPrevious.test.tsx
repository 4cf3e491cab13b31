import { act, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { list, useEventSource, useFetchStream } from 'react-streamed';
import { createMockStream, type MockStream } from 'react-streamed/testing';
import { expect, it } from 'vitest';

const settle = () => act(async () => {});

interface Frame {
  readonly status: string;
  readonly data: unknown;
  readonly isPrevious: boolean;
}

interface ResultsProps {
  readonly mock: MockStream;
  readonly url: string | null;
  readonly frames: Frame[];
}

function Results({ mock, url, frames }: ResultsProps) {
  const { status, data, isPrevious } = useFetchStream(url, {
    as: 'lines',
    fetch: mock.fetch,
    keepPrevious: true,
    throttle: 'none',
  });
  frames.push({ status, data, isPrevious });
  return null;
}

function Feed({ mock, url, frames }: ResultsProps) {
  const { status, data, isPrevious } = useEventSource(url, {
    fetch: mock.fetch,
    keepPrevious: true,
    throttle: 'none',
    accumulate: list(),
  });
  frames.push({ status, data, isPrevious });
  return null;
}

it('keeps the data over a change of the URL, without a frame of idle', async () => {
  const mock = createMockStream();
  const frames: Frame[] = [];
  const { rerender } = render(<Results mock={mock} url="/a" frames={frames} />, { wrapper: StrictMode });
  await settle();
  await act(async () => void mock.requests[0]?.text('a\n').end());
  expect(frames.at(-1)).toEqual({ status: 'done', data: ['a'], isPrevious: false });
  const before = frames.length;
  rerender(<Results mock={mock} url="/b" frames={frames} />);
  await settle();
  expect(frames.at(-1)).toEqual({ status: 'connecting', data: ['a'], isPrevious: true });
  rerender(<Results mock={mock} url="/c" frames={frames} />);
  await settle();
  expect(frames.at(-1)).toEqual({ status: 'connecting', data: ['a'], isPrevious: true });
  // The render that replaces the stream is thrown away: React shows the next one.
  const statuses = new Set(frames.slice(before).map(({ status }) => status));
  expect(statuses).not.toContain('idle');
  await act(async () => void mock.requests[2]?.text('c\n').end());
  expect(frames.at(-1)).toEqual({ status: 'done', data: ['c'], isPrevious: false });
  expect(mock.requests).toHaveLength(3);
});

it('keeps the data while the stream is off', async () => {
  const mock = createMockStream();
  const frames: Frame[] = [];
  const { rerender } = render(<Results mock={mock} url="/a" frames={frames} />);
  await settle();
  await act(async () => void mock.requests[0]?.text('a\n').end());
  rerender(<Results mock={mock} url={null} frames={frames} />);
  await settle();
  expect(frames.at(-1)).toEqual({ status: 'idle', data: ['a'], isPrevious: true });
  rerender(<Results mock={mock} url="/b" frames={frames} />);
  await settle();
  expect(frames.at(-1)).toEqual({ status: 'connecting', data: ['a'], isPrevious: true });
});

it('keeps nothing of a stream that was off', async () => {
  const mock = createMockStream();
  const frames: Frame[] = [];
  const { rerender } = render(<Results mock={mock} url={null} frames={frames} />);
  await settle();
  rerender(<Results mock={mock} url="/b" frames={frames} />);
  await settle();
  expect(frames.at(-1)).toEqual({ status: 'connecting', data: [], isPrevious: false });
});

it('keeps the data of an event source', async () => {
  const mock = createMockStream();
  const frames: Frame[] = [];
  const { rerender } = render(<Feed mock={mock} url="/a" frames={frames} />, { wrapper: StrictMode });
  await settle();
  await act(async () => void mock.requests[0]?.event({ data: 'a' }));
  rerender(<Feed mock={mock} url="/b" frames={frames} />);
  await settle();
  expect(frames.at(-1)).toEqual({ status: 'connecting', data: ['a'], isPrevious: true });
  await act(async () => void mock.requests[1]?.event({ data: 'b' }));
  expect(frames.at(-1)).toEqual({ status: 'open', data: ['b'], isPrevious: false });
});
