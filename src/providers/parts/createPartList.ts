import type { Accumulator } from '../../core/items/accumulators/Accumulator.ts';
import { createOpenPart, type OpenPart, type OpenPartChange } from './createOpenPart.ts';
import type { AnswerParts, Part, Usage } from './Part.ts';
import type { PartChange } from './PartChange.ts';

/** An answer that grows part by part. */
export interface PartList {
  /** @throws what the accumulator of a tool's input has thrown, after all changes were made. */
  apply(changes: readonly PartChange[]): void;
  /** Takes an immutable picture: the same one if nothing was applied since, with the same parts unless they changed. */
  snapshot(): AnswerParts;
}

/** A part that is open, and its place among the parts. */
interface Place {
  readonly index: number;
  readonly part: OpenPart;
  hasNews: boolean;
}

/** Creates an answer without parts. */
export function createPartList(createInput: (() => Accumulator<unknown, unknown>) | undefined): PartList {
  const parts: Part[] = [];
  const openPlaces = new Map<string | number, Place>();
  const knownSources = new Set<string | number>();
  let usage: Usage | undefined;
  let finishReason: string | undefined;
  let picture: AnswerParts | undefined;
  let inputError: unknown;

  const open = ({ at, type }: OpenPartChange): Place | undefined => {
    if (!type) return undefined;
    const part = createOpenPart({
      type,
      inputAccumulator: type === 'tool' ? createInput?.() : undefined,
      onInputError: (error) => {
        inputError = error;
      },
    });
    const place: Place = { index: parts.length, part, hasNews: true };
    parts.push(part.read());
    openPlaces.set(at, place);
    return place;
  };
  const close = (at: string | number) => {
    const place = openPlaces.get(at);
    if (!place) return;
    parts[place.index] = place.part.close();
    openPlaces.delete(at);
  };
  const changePart = (change: OpenPartChange) => {
    const { at } = change;
    if (openPlaces.get(at)?.part.accepts(change) === false) close(at);
    const place = openPlaces.get(at) ?? open(change);
    if (!place) return;
    place.part.add(change);
    place.hasNews = true;
    if (change.close) close(at);
  };
  const addSource = ({ at, url, title }: Extract<PartChange, { type: 'source' }>) => {
    if (knownSources.has(at)) return;
    knownSources.add(at);
    parts.push({ type: 'source', url, title });
  };
  const changeFigures = (change: Extract<PartChange, { at?: undefined }>) => {
    if (change.usage) {
      const { inputTokens = usage?.inputTokens, outputTokens = usage?.outputTokens } = change.usage;
      usage = { inputTokens, outputTokens };
    }
    if (change.finishReason === undefined) return;
    finishReason = change.finishReason;
    for (const at of openPlaces.keys()) close(at);
  };

  const takePicture = (): AnswerParts => {
    for (const place of openPlaces.values()) {
      if (place.hasNews) parts[place.index] = place.part.read();
      place.hasNews = false;
    }
    return { parts: parts.slice(), usage, finishReason };
  };

  return {
    apply: (changes) => {
      picture = undefined;
      inputError = undefined;
      for (const change of changes) {
        if (change.at === undefined) changeFigures(change);
        else if (change.type === 'source') addSource(change);
        else changePart(change);
      }
      if (inputError !== undefined) throw inputError;
    },
    snapshot: () => {
      picture ??= takePicture();
      return picture;
    },
  };
}
