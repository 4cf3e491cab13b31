import type { EchoMessage } from './TabMessage.ts';

/**
 * Waits until a message of this page has come back through the browser. By then, all that this page has posted before has
 * reached the other tabs, and all that they had posted has reached this page.
 */
export function awaitEcho(channel: BroadcastChannel): Promise<void> {
  const message: EchoMessage = { echo: Math.random() };
  return new Promise((resolve) => {
    // A channel does not hear itself.
    const receiver = new BroadcastChannel(channel.name);
    receiver.addEventListener('message', ({ data }: MessageEvent<Partial<EchoMessage>>) => {
      if (data.echo !== message.echo) return;
      receiver.close();
      resolve();
    });
    channel.postMessage(message);
  });
}
