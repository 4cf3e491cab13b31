import { memo, useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { useFetchStream } from 'react-streamed';
import { isComplete, json } from 'react-streamed/json';
import { createMockStream } from 'react-streamed/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const reactGlobal = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };

// Renders as in production use: by React's own scheduler.
beforeEach(() => void (reactGlobal.IS_REACT_ACT_ENVIRONMENT = false));
afterEach(() => {
  reactGlobal.IS_REACT_ACT_ENVIRONMENT = true;
  document.body.replaceChildren();
});

interface Step {
  id: number;
  text: string;
}

const rowCount = 1000;
const text = JSON.stringify({
  steps: Array.from({ length: rowCount }, (_, id): Step => ({ id, text: `Stir the pot for the ${id}th time.` })),
});

it('renders 1,000 memoised rows at most once each, and the growing one once a frame', async () => {
  let rendered = 0;
  let commits = 0;
  const Row = memo(function Row({ step }: { step: Partial<Step> }) {
    useLayoutEffect(() => void (rendered += 1));
    return <li aria-busy={!isComplete(step)}>{step.text}</li>;
  });
  const mock = createMockStream();
  function Recipe() {
    const { data } = useFetchStream('/recipe', {
      fetch: mock.fetch,
      accumulate: json<{ steps: Step[] }>(),
      throttle: 'frame',
    });
    useLayoutEffect(() => void (commits += 1), [data]);
    return (
      <ol>
        {data?.steps?.map((step, index) => (
          <Row key={index} step={step} />
        ))}
      </ol>
    );
  }
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  root.render(<Recipe />);
  const request = await mock.nextRequest();

  for (let start = 0; start < text.length; start += 40) {
    request.text(text.slice(start, start + 40));
    // About twenty chunks a frame, as from a model that writes fast.
    if (start % 800 === 0) await new Promise(requestAnimationFrame);
  }
  request.end();
  await vi.waitFor(() => expect(container.querySelectorAll('[aria-busy="false"]')).toHaveLength(rowCount));

  expect(container.querySelectorAll('li')[999]!.textContent).toBe('Stir the pot for the 999th time.');
  console.info(`json: ${rendered} renders of ${rowCount} rows in ${commits} frames`);
  expect(commits).toBeGreaterThan(30);
  expect(rendered).toBeLessThanOrEqual(rowCount + commits);
  root.unmount();
});
