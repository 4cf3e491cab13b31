import type { CDPSession, Page } from 'playwright';

/** A span of a custom track in the Performance panel, as Chromium has recorded it. Times are in milliseconds. */
export interface TracedSpan {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly track: string;
  readonly group: string | undefined;
  readonly color: string;
}

/** The part of a trace event that describes a call of `console.timeStamp`. Its times are in microseconds. */
interface TimeStampEvent {
  readonly name: string;
  readonly args: {
    readonly data?: { name: string; start: number; end: number; track?: string; trackGroup?: string; color: string };
  };
}

/** Records what the Performance panel would record while `run` runs, and reads its custom tracks back. */
export async function recordTrace(page: Page, run: () => Promise<void>): Promise<TracedSpan[]> {
  const session = await page.context().newCDPSession(page);
  const events: TimeStampEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TimeStampEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  });
  await run();
  await endTracing(session);
  return events.flatMap(toSpan).toSorted((a, b) => a.end - b.end);
}

async function endTracing(session: CDPSession): Promise<void> {
  const complete = new Promise<void>((resolve) => {
    session.once('Tracing.tracingComplete', () => resolve());
  });
  await session.send('Tracing.end');
  await complete;
  await session.detach();
}

function toSpan({ name, args: { data } }: TimeStampEvent): TracedSpan[] {
  if (name !== 'TimeStamp' || data?.track === undefined) return [];
  const { track, trackGroup: group, color } = data;
  return [{ label: data.name, start: data.start / 1000, end: data.end / 1000, track, group, color }];
}
