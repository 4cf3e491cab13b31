import './labTimeline.css';
import { memo } from 'react';
import type { Recording } from '../recording/createRecording.ts';
import { drawBars, drawSpans, drawTicks } from './drawLane.ts';
import { closeArea, drawCharacters } from './drawCharacters.ts';
import { Lane } from './Lane.tsx';
import { LaneDrawing } from './LaneDrawing.tsx';
import { StateBand } from './StateBand.tsx';
import { TimelineScrubber } from './TimelineScrubber.tsx';
import { windowLength } from './TimelineWindow.ts';
import { useTimelineView } from './useTimelineView.ts';
import { writeReading } from './writeReading.ts';
import { writeTime } from './writeTime.ts';

interface LabTimelineProps {
  readonly recording: Recording;
}

/** What happened in the last seconds, from the bytes to the characters. Its numbers are those of one moment. */
export const LabTimeline = memo(function LabTimeline({ recording }: LabTimelineProps) {
  const view = useTimelineView(recording);
  const { from, to, cursor, isPaused } = view;
  const reading = recording.readAt(cursor);
  const texts = writeReading(reading);
  const [bytes, items, snapshots, commits, shown] = (['bytes', 'items', 'snapshots', 'commits', 'shown'] as const).map(
    (name) => recording.lanes[name].between(from, to),
  );
  const characters = drawCharacters(items!, shown!, view);
  const drawing = {
    window: view,
    cursor: isPaused ? cursor : undefined,
    faults: recording.faultsBetween(from, to),
  };
  return (
    <section className="lab__timeline" aria-label="Timeline">
      <TimelineScrubber view={view} start={recording.start} />
      <dl className="lanes">
        <Lane name="Connection" value={reading.state}>
          <StateBand changes={recording.statesBetween(from, to)} window={view} />
        </Lane>
        <Lane name="Bytes" value={texts.bytes}>
          <LaneDrawing {...drawing}>
            <path className="lane__bytes" d={drawBars(bytes!, view)} />
          </LaneDrawing>
        </Lane>
        <Lane name="Events" value={texts.items}>
          <LaneDrawing {...drawing}>
            <path className="lane__span" d={drawSpans(snapshots!, view)} />
            <path className="lane__items" d={drawTicks(items!, view)} />
          </LaneDrawing>
        </Lane>
        <Lane name="Commits" value={texts.commits}>
          <LaneDrawing {...drawing}>
            <path className="lane__span" d={drawSpans(commits!, view)} />
            <path className="lane__commits" d={drawTicks(commits!, view)} />
          </LaneDrawing>
        </Lane>
        <Lane name="Characters" value={texts.shown}>
          <LaneDrawing {...drawing}>
            <path className="lane__area lane__area--arrived" d={closeArea(characters.arrived)} />
            <path className="lane__area lane__area--shown" d={closeArea(characters.shown)} />
            <path className="lane__arrived" d={characters.arrived} />
            <path className="lane__shown" d={characters.shown} />
          </LaneDrawing>
        </Lane>
      </dl>
      <div className="lab__axis" aria-hidden="true">
        <span>{writeTime(from - recording.start)}</span>
        <span>{writeTime(from - recording.start + windowLength)}</span>
      </div>
    </section>
  );
});
