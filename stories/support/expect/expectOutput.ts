import { expect, waitFor, type within } from 'storybook/test';

type Canvas = Pick<ReturnType<typeof within>, 'queryAllByRole'>;

/**
 * Waits until the typewriter shows exactly `text`, to everyone: while it types, its text is hidden from screen readers,
 * and a query by role does not find it.
 */
export async function expectOutput(canvas: Canvas, text: string): Promise<void> {
  await waitFor(
    () => expect(canvas.queryAllByRole('paragraph').map((element: HTMLElement) => element.textContent)).toContain(text),
    { timeout: 10_000 },
  );
}
