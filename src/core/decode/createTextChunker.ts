import type { Decoder } from './Decoder.ts';

/** What a text chunker reports. */
export interface TextChunkerOptions {
  /** Receives the text of each chunk, never an empty one. What it throws reaches the caller of `push` or `end`. */
  onText: (text: string) => void;
}

/** Creates a decoder of UTF-8 text without its BOM. A character that is split over chunks comes with the chunk that ends it. */
export function createTextChunker({ onText }: TextChunkerOptions): Decoder {
  const decoder = new TextDecoder();
  const deliver = (text: string) => {
    if (text) onText(text);
  };
  return {
    push: (chunk) => deliver(decoder.decode(chunk, { stream: true })),
    end: () => deliver(decoder.decode()),
  };
}
