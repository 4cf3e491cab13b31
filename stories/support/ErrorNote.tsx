import type { StreamError } from 'react-streamed/core';

/** What went wrong, in the error's own words. */
export function ErrorNote({ error }: { readonly error: StreamError }) {
  return (
    <p className="note note--bad">
      <code>{error.code}</code> {error.message}
    </p>
  );
}
