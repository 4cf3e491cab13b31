import { expect, waitFor } from 'storybook/test';

/** Waits until the typewriter shows exactly `text`. What it shows is hidden from the roles: listeners get the live region. */
export async function expectOutput(canvasElement: HTMLElement, text: string): Promise<void> {
  await waitFor(() => expect(canvasElement.querySelector('.output')?.textContent).toBe(text), { timeout: 10_000 });
}
