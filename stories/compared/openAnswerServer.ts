import type { AnswerName } from './server/answer-server/answers.js';
import type { RequestRecord } from './server/answer-server/createRunLog.js';
import type { FaultName } from './server/answer-server/faults.js';
import type { Client } from './clients/clients.ts';

/** What a visitor chose. */
export interface Choice {
  readonly answer: AnswerName;
  readonly fault: FaultName;
}

/** The server of one run. */
export interface AnswerServer {
  /** Returns the address of the answer for a client. */
  urlFor(client: Client): string;
  /** Reads the requests that the server had from a client. */
  readRequests(client: Client): Promise<readonly RequestRecord[]>;
}

const base = new URL(import.meta.env.BASE_URL, document.baseURI);

/** How long the service worker may take until it answers this page, in milliseconds. */
const patience = 5000;

/**
 * Starts the service worker in stories/compared/server, which answers the requests of this page.
 *
 * @throws {Error} If the browser has no service workers, or refuses this one.
 */
export async function openAnswerServer({ answer, fault }: Choice): Promise<AnswerServer> {
  await controlPage();
  const run = new URL(`answer-server/runs/${crypto.randomUUID()}/`, base);
  return {
    urlFor: ({ name, format }) => new URL(`${name}/${format}?answer=${answer}&fault=${fault}`, run).href,
    async readRequests({ name }) {
      const response = await fetch(new URL(`${name}/requests`, run));
      return (await response.json()) as RequestRecord[];
    },
  };
}

/** Removes the service worker, so that it does not slow down the other pages of the gallery. */
export async function closeAnswerServer(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(location.pathname);
  await registration?.unregister();
}

async function controlPage(): Promise<void> {
  const { serviceWorker } = navigator;
  if (!serviceWorker)
    throw new Error('This comparison needs a service worker, which this browser does not allow here.');
  await serviceWorker.register(new URL('answer-server.js', base), {
    type: 'module',
    scope: location.pathname,
    updateViaCache: 'none',
  });
  const { active } = await serviceWorker.ready;
  if (serviceWorker.controller) return;
  await new Promise<void>((resolve, reject) => {
    setTimeout(() => reject(new Error('The service worker of this comparison does not start.')), patience);
    serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
    active?.postMessage('claim');
  });
}
