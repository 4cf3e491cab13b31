import { act, render } from '@testing-library/react';
import { Activity, useEffect } from 'react';
import { useTypewriter } from 'react-streamed';
import { createManualClock } from 'react-streamed/testing';
import { expect, test } from 'vitest';

const text = 'Some text to be typed, all of it. '.repeat(20);

test('keeps what is shown while an Activity hides it, and continues when it is shown again', () => {
  const clock = createManualClock();
  let shown = '';
  function Demo({ text }: { readonly text: string }) {
    const typewriter = useTypewriter(text, { clock });
    useEffect(() => {
      shown = typewriter.text;
    });
    return typewriter.text;
  }
  const draw = (mode: 'visible' | 'hidden', text: string) => (
    <Activity mode={mode}>
      <Demo text={text} />
    </Activity>
  );
  const { rerender } = render(draw('visible', ''));
  rerender(draw('visible', text));
  act(() => clock.advance(100));
  const before = shown;
  expect(before.length).toBeGreaterThan(0);
  rerender(draw('hidden', text));
  expect(clock.pending).toBe(0);
  act(() => clock.advance(5000));
  rerender(draw('visible', text));
  expect(shown).toBe(before);
  act(() => clock.advance(300));
  expect(shown).toBe(text);
});
