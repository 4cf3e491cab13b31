import type { CloseReason } from 'react-streamed/core';

interface CloseNoteProps {
  readonly reason: CloseReason;
}

const texts: Record<CloseReason, string | undefined> = {
  close: 'You closed the source',
  until: 'The server said that this was the last event, and `until` matched it',
  'no-content': 'The server answered 204: it has nothing more to say, and the source does not ask again',
  end: 'The server ended its response',
  // A separate note shows the error.
  error: undefined,
};

/** Why a source closed. */
export function CloseNote({ reason }: CloseNoteProps) {
  const text = texts[reason];
  return text && <p className="note note--calm">{text}</p>;
}
