import { expect, waitFor, type within } from 'storybook/test';

type Canvas = Pick<ReturnType<typeof within>, 'getAllByRole'>;

/** Waits until the demo lists `count` items. */
export async function expectItems(canvas: Canvas, count: number): Promise<void> {
  await waitFor(() => expect(canvas.getAllByRole('listitem')).toHaveLength(count), { timeout: 5000 });
}
