import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerHead, createStorage, setUpResumable } from '../../support/setUpResumable.ts';

const cancel = ({ id }: { id: string }) => `/chat/${id}`;

describe('a storage', () => {
  it('holds the id while the answer is under way, and nothing else', async () => {
    const storage = createStorage();
    const { mock, clock, stream } = setUpResumable({ storage }, { key: 'chat 1' });
    const end = stream.start();
    const post = await mock.nextRequest();
    expect(storage.content).toEqual({});
    post.respond(answerHead).text('a');
    await clock.advanceAsync(0);
    expect(storage.content).toEqual({ 'react-streamed:chat 1': 'a1' });
    post.end();
    await end;
    expect(storage.content).toEqual({});
  });

  it.each(['stop', 'reset'] as const)('is emptied at %s()', async (how) => {
    const storage = createStorage();
    const { mock, clock, stream } = setUpResumable({ storage }, { key: 1 });
    void stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a');
    await clock.advanceAsync(0);
    expect(storage.content).toEqual({ 'react-streamed:1': 'a1' });
    stream[how]();
    expect(storage.content).toEqual({});
  });

  it('is emptied when the answer fails', async () => {
    const storage = createStorage();
    const { mock, stream, waitForRetry } = setUpResumable({ storage }, { key: 1 });
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a').drop();
    await waitForRetry();
    expect(storage.content).not.toEqual({});
    (await mock.nextRequest()).respond({ status: 410 });
    expect(await end).toMatchObject({ status: 'error' });
    expect(storage.content).toEqual({});
  });

  it('keeps the id when the component goes, without a request', async () => {
    const storage = createStorage();
    const { mock, clock, stream, callbacks } = setUpResumable({ storage, cancel }, { key: 1 });
    const detach = stream.attach();
    await clock.advanceAsync(0);
    void stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a');
    await clock.advanceAsync(0);
    detach();
    await clock.advanceAsync(0);
    expect(storage.content).toEqual({ 'react-streamed:1': 'a1' });
    expect(mock.requests).toHaveLength(1);
    expect(callbacks.onStop).not.toHaveBeenCalled();
  });

  it('keeps the id of the answer that another tab has begun meanwhile', async () => {
    const storage = createStorage();
    const begin = async (id: string) => {
      const { mock, clock, stream } = setUpResumable({ storage }, { key: 1 });
      stream.attach();
      void stream.start();
      const post = (await mock.nextRequest()).respond({ headers: { 'x-answer': id } }).text('a');
      await clock.advanceAsync(0);
      return { post, clock, stream };
    };
    const first = await begin('a1');
    const second = await begin('a2');
    expect(storage.content).toEqual({ 'react-streamed:1': 'a2' });
    first.post.end();
    await first.clock.advanceAsync(0);
    expect(first.stream.getSnapshot().status).toBe('done');
    expect(storage.content).toEqual({ 'react-streamed:1': 'a2' });
    second.post.end();
    await second.clock.advanceAsync(0);
    expect(storage.content).toEqual({});
  });

  it('may stop a stream that starts by itself when it is read', async () => {
    const storage = { ...createStorage(), getItem: (): null => (stream.stop(), null) };
    const { mock, clock, stream, callbacks } = setUpResumable({ storage }, { key: 1, enabled: true });
    const detach = stream.attach('passive');
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({ status: 'stopped', isStreaming: false });
    expect(callbacks.onStop.mock.calls).toEqual([['']]);
    expect(mock.requests).toHaveLength(0);
    expect(clock.pending).toBe(0);
    detach();
  });

  it('never breaks the stream', async () => {
    const refuse = () => {
      throw new Error('full');
    };
    const storage = { getItem: refuse, setItem: refuse, removeItem: refuse };
    const { mock, clock, stream } = setUpResumable({ storage }, { key: 1 });
    stream.attach();
    await clock.advanceAsync(0);
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a').end();
    expect(await end).toMatchObject({ status: 'done', data: 'a' });
  });
});

describe('without a key', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('stores nothing, and warns in development', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const storage = createStorage();
    const { mock, clock, stream } = setUpResumable({ storage });
    void stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a');
    await clock.advanceAsync(0);
    expect(storage.content).toEqual({});
    expect(warn.mock.calls[0]?.[0]).toContain('no `key`');
    stream.stop();
  });
});

describe('after a reload', () => {
  const reload = async (options: Record<string, unknown> = {}, id: string | undefined = 'a1') => {
    const storage = createStorage(id ? { 'react-streamed:chat 1': id, 'react-streamed:chat 2': 'other' } : {});
    const request = ({ id: answer, ...at }: object & { id: string }) => `/chat/${answer}?${JSON.stringify(at)}`;
    const setup = setUpResumable({ storage, cancel, request }, { key: 'chat 1', ...options });
    setup.stream.attach();
    await setup.clock.advanceAsync(0);
    return { ...setup, storage };
  };

  it.each([true, false])('requests the answer from the start, with `enabled: %s`', async (enabled) => {
    const { mock, clock, stream, storage, callbacks } = await reload({ enabled });
    expect(stream.getSnapshot()).toMatchObject({ status: 'connecting', data: '' });
    const get = await mock.nextRequest();
    expect(get).toMatchObject({ method: 'GET', url: '/chat/a1?{"lastEventId":"","items":0,"loaded":0}' });
    get.respond().text('Hello');
    await clock.advanceAsync(20);
    expect(stream.getSnapshot()).toMatchObject({ status: 'streaming', data: 'Hello' });
    expect(storage.content).toHaveProperty('react-streamed:chat 1');
    get.end();
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({ status: 'done', data: 'Hello' });
    expect(callbacks.onEnd.mock.calls).toEqual([['Hello']]);
    expect(storage.content).toEqual({ 'react-streamed:chat 2': 'other' });
    expect(mock.requests).toHaveLength(1);
  });

  it('continues that answer at a break, too', async () => {
    const { mock, clock, stream, waitForRetry } = await reload();
    (await mock.nextRequest()).text('Hel').drop();
    await waitForRetry();
    const get = await mock.nextRequest();
    expect(get.url).toContain('"loaded":3');
    get.text('lo').end();
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({ status: 'done', data: 'Hello' });
  });

  it('is idle if nothing is left, and calls nothing back', async () => {
    const { mock, clock, stream, storage, callbacks } = await reload();
    (await mock.nextRequest()).respond({ status: 204 });
    await clock.advanceAsync(60_000);
    expect(stream.getSnapshot()).toMatchObject({ status: 'idle', data: '', isStreaming: false });
    expect(storage.content).not.toHaveProperty('react-streamed:chat 1');
    expect(callbacks.onEnd).not.toHaveBeenCalled();
    expect(callbacks.onStop).not.toHaveBeenCalled();
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('new').end();
    expect(await end).toMatchObject({ status: 'done', data: 'new' });
  });

  it('shows nothing of the stream before if nothing is left, with keepPrevious', async () => {
    const storage = createStorage({ 'react-streamed:2': 'a2' });
    const first = setUpResumable({}, { key: 1, keepPrevious: true });
    const end = first.stream.start();
    (await first.mock.nextRequest()).respond().text('old').end();
    await end;
    const { mock, clock, stream } = setUpResumable({ storage }, { key: 2, keepPrevious: true });
    stream.prepare(first.stream.getSnapshot());
    stream.attach();
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({ status: 'connecting', data: 'old', isPrevious: true });
    (await mock.nextRequest()).respond({ status: 204 });
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({ status: 'idle', data: '', isPrevious: false });
  });

  it('tells the server if it is stopped before it has asked', async () => {
    const storage = createStorage({ 'react-streamed:1': 'a1' });
    const { mock, clock, stream } = setUpResumable({ storage, cancel }, { key: 1 });
    stream.attach();
    stream.stop();
    await clock.advanceAsync(0);
    expect(mock.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(['DELETE /chat/a1']);
    expect(storage.content).toEqual({});
  });

  it.each([404, 410, 400])('fails at a status %i and forgets the id', async (status) => {
    const { mock, clock, stream, storage } = await reload();
    (await mock.nextRequest()).respond({ status });
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({ status: 'error', error: { code: 'http', status } });
    expect(storage.content).not.toHaveProperty('react-streamed:chat 1');
  });

  it('can be stopped for all', async () => {
    const { mock, clock, stream, storage } = await reload();
    (await mock.nextRequest()).respond().text('Hel');
    await clock.advanceAsync(0);
    stream.stop();
    expect(await mock.nextRequest()).toMatchObject({ method: 'DELETE', url: '/chat/a1' });
    expect(stream.getSnapshot()).toMatchObject({ status: 'stopped', data: 'Hel' });
    expect(storage.content).not.toHaveProperty('react-streamed:chat 1');
  });

  it('sends nothing without a stored id', async () => {
    const { mock, clock, stream } = await reload({}, '');
    await clock.advanceAsync(60_000);
    expect(stream.getSnapshot().status).toBe('idle');
    expect(mock.requests).toHaveLength(0);
  });

  it('begins a new answer if it is started before', async () => {
    const storage = createStorage({ 'react-streamed:1': 'old' });
    const { mock, clock, stream } = setUpResumable({ storage }, { key: 1 });
    stream.attach();
    const end = stream.start();
    await clock.advanceAsync(0);
    (await mock.nextRequest()).respond(answerHead).text('new').end();
    expect(await end).toMatchObject({ status: 'done', data: 'new' });
    expect(mock.requests.map(({ method }) => method)).toEqual(['POST']);
  });
});

describe('a component that is hidden and shown again', () => {
  it('continues after its position, without a second POST', async () => {
    const { mock, clock, stream, callbacks } = setUpResumable({ cancel });
    const detach = stream.attach();
    await clock.advanceAsync(0);
    void stream.start();
    (await mock.nextRequest()).respond(answerHead).text('Hel');
    await clock.advanceAsync(0);
    detach();
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({ status: 'stopped', data: 'Hel' });
    stream.attach();
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({ status: 'connecting', data: 'Hel' });
    const get = await mock.nextRequest();
    expect(get).toMatchObject({ method: 'GET', url: '/chat/a1?from=3' });
    get.respond().text('lo').end();
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({ status: 'done', data: 'Hello', progress: { loaded: 5 } });
    expect(callbacks.onEnd.mock.calls).toEqual([['Hello']]);
    expect(mock.requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });

  it('tells the server if it is stopped meanwhile', async () => {
    const { mock, clock, stream } = setUpResumable({ cancel });
    const detach = stream.attach();
    await clock.advanceAsync(0);
    void stream.start();
    (await mock.nextRequest()).respond(answerHead).text('Hel');
    await clock.advanceAsync(0);
    detach();
    await clock.advanceAsync(0);
    stream.stop();
    stream.attach();
    await clock.advanceAsync(0);
    expect(mock.requests.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
  });
});
