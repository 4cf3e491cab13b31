import { createJobs, type Job } from './createJobs.ts';
import { streamOf } from './streamOf.ts';

interface JobServerSettings {
  /** Milliseconds that a photo takes. */
  readonly interval: number;
}

/** The first connection of each job breaks here, to show that the job continues without it. */
const breaksAt = 25;

/**
 * Creates a server whose jobs do not depend on a connection: `POST /api/jobs` begins one and follows it, `GET
 * /api/jobs/<id>` follows it after `Last-Event-ID`, and `DELETE /api/jobs/<id>` stops it for all who follow it.
 */
export function createJobServer(settings: JobServerSettings) {
  const jobs = createJobs(settings);

  return async (request: Request): Promise<Response> => {
    const [, , folder, id, file] = new URL(request.url).pathname.split('/');
    if (folder !== 'jobs') return new Response('Not found', { status: 404 });
    if (id === undefined) {
      if (request.method !== 'POST') return new Response('Use POST', { status: 405 });
      const { photos } = (await request.json()) as { photos: number };
      return follow(jobs.begin(photos), 0, breaksAt);
    }

    const job = jobs.find(id);
    // An id that cannot be guessed is not enough for private jobs: check here that it belongs to the user.
    if (!job) return new Response('No such job', { status: 404 });
    if (request.method === 'DELETE') {
      job.stop();
      return new Response(null, { status: 204 });
    }
    if (file === 'album') return new Response(job.album(), { headers: { 'Content-Disposition': 'attachment' } });
    return follow(job, Number(request.headers.get('last-event-id') ?? 0), Infinity);
  };

  function follow(job: Job, after: number, end: number): Response {
    return new Response(streamOf(writeEvents(job, after, end)), {
      headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Job-Id': job.id },
    });
  }

  /** Writes how far a job is whenever that changes. Who comes late gets the latest state, and not all before it. */
  async function* writeEvents(job: Job, after: number, end: number) {
    let sent = after;
    for (;;) {
      if (job.version() > sent) {
        sent = job.version();
        yield `id: ${sent}\ndata: ${JSON.stringify(job.read())}\n\n`;
      }
      if (job.hasEnded()) break;
      if (sent >= end) throw new Error('the server has broken the connection');
      await pause(settings.interval / 2);
    }
    yield 'event: end\ndata:\n\n';
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
