import { userEvent, type within } from 'storybook/test';
import { expectFact } from '../../expect/expectFact.ts';

type Canvas = Pick<ReturnType<typeof within>, 'getByRole' | 'getAllByRole'>;

/** Starts an answer, and waits until some words of it are shown. */
export async function startAnswer(canvas: Canvas): Promise<void> {
  await userEvent.click(canvas.getByRole('button', { name: 'Start' }));
  await expectFact(canvas, 'Characters', /^[1-9]\d* of \d+ shown$/);
}
