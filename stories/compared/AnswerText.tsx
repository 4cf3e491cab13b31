import { useContext, useInsertionEffect } from 'react';
import { writeStatus } from '../support/demos/writeStatus.ts';
import { RecorderContext } from './RecorderContext.ts';

interface AnswerTextProps {
  readonly text: string;
  readonly status: string;
}

/** What every client shows, so that they do the same work for each render. */
export function AnswerText({ text, status }: AnswerTextProps) {
  const recorder = useContext(RecorderContext);
  // The one effect that StrictMode does not run twice.
  useInsertionEffect(() => recorder.countRender(text, status));
  return (
    <>
      <span className="status" data-status={status}>
        {writeStatus(status)}
      </span>
      <div className="compared__text" role="region" aria-label={`Answer of ${recorder.client}`} tabIndex={0}>
        <p>{text}</p>
      </div>
    </>
  );
}
