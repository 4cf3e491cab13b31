import { within } from 'storybook/test';

type Canvas = Pick<ReturnType<typeof within>, 'getAllByRole'>;

interface Fact {
  readonly text: string;
  /** The numbers before these words. */
  readonly bytes: number | undefined;
  readonly chunks: number | undefined;
}

/** Reads a fact of the lab, and the bytes and chunks in it. */
export function readFact(canvas: Canvas, name: string): Fact {
  const term = canvas.getAllByRole('term').find((element: HTMLElement) => element.textContent === name);
  const text = within(term!.parentElement!).getByRole('definition').textContent;
  const numberBefore = (unit: string) => {
    const digits = new RegExp(`([\\d,]+) ${unit}`).exec(text)?.[1];
    return digits === undefined ? undefined : Number(digits.replaceAll(',', ''));
  };
  return { text, bytes: numberBefore('B '), chunks: numberBefore('chunk') };
}
