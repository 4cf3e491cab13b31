import { expect, waitFor, within } from 'storybook/test';

type Canvas = Pick<ReturnType<typeof within>, 'getAllByRole'>;

/** Waits until the demo's fact `name` has the value `value`. */
export async function expectFact(canvas: Canvas, name: string, value: string | RegExp): Promise<void> {
  await waitFor(
    async () => {
      const term = canvas.getAllByRole('term').find((element: HTMLElement) => element.textContent === name);
      const definition = within(term!.parentElement!).getByRole('definition');
      await expect(definition).toHaveTextContent(value);
    },
    { timeout: 5000 },
  );
}
