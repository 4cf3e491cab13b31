import { expect, waitFor, type within } from 'storybook/test';

type Canvas = Pick<ReturnType<typeof within>, 'getAllByRole'>;

/** Waits until the demo lists at least `count` items, while more may arrive. */
export async function expectItemsSoFar(canvas: Canvas, count: number): Promise<void> {
  await waitFor(() => expect(canvas.getAllByRole('listitem').length).toBeGreaterThanOrEqual(count), { timeout: 5000 });
}
