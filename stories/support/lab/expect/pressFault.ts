import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { FaultName } from '../faults/Fault.ts';

type Canvas = Pick<ReturnType<typeof within>, 'getByRole'>;

/** Presses the button of a fault, and waits until the lab reports its code, its page and what follows. */
export async function pressFault(canvas: Canvas, fault: FaultName, outcome: string): Promise<void> {
  const [code, status = ''] = fault.split(' ');
  await userEvent.click(canvas.getByRole('button', { name: new RegExp(`${fault}$`) }));
  const report = within(canvas.getByRole('region', { name: 'The latest fault' }));
  await waitFor(() => expect(report.getByText(new RegExp(outcome))).toBeVisible(), { timeout: 5000 });
  await expect(report.getByRole('link', { name: `The page about ${code}` })).toHaveAttribute(
    'href',
    expect.stringMatching(new RegExp(`docs/errors/${code}\\.md$`)),
  );
  const message = report.getByText(code!, { selector: '.note code' }).parentElement;
  await expect(message).toHaveTextContent(new RegExp(`^${code} .*${status}`));
}
