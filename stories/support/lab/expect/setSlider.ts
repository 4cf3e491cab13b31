import { expect, fireEvent, type within } from 'storybook/test';

type Canvas = Pick<ReturnType<typeof within>, 'getByRole'>;

/** Moves a slider to one of its ends. The tests of the gallery do it by keyboard, which a script cannot fake. */
export async function setSlider(canvas: Canvas, name: string | RegExp, end: 'min' | 'max'): Promise<void> {
  const slider = canvas.getByRole('slider', { name });
  const value = slider.getAttribute(end);
  await fireEvent.change(slider, { target: { value } });
  await expect(slider).toHaveValue(value);
}
