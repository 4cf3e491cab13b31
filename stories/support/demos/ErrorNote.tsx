import type { StreamError } from 'react-streamed/core';

/** What went wrong, in the error's own words, and what the server said of it. */
export function ErrorNote({ error }: { readonly error: StreamError }) {
  return (
    <div className="note note--bad">
      <p>
        <code>{error.code}</code> {error.message}
      </p>
      {error.body && <pre>{error.body.trim()}</pre>}
    </div>
  );
}
