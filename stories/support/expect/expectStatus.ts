import { expect, waitFor, type within } from 'storybook/test';

type Canvas = Pick<ReturnType<typeof within>, 'getByRole'>;

/** Waits until the live region of the demo says `status`. */
export async function expectStatus(canvas: Canvas, status: string): Promise<void> {
  await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(status), { timeout: 5000 });
}
