import type { Meta, StoryObj } from '@storybook/react-vite';
import { MarkdownComparedDemo } from './support/demos/MarkdownComparedDemo.tsx';
import { MarkdownDemo } from './support/demos/MarkdownDemo.tsx';
import { TypedMarkdownDemo } from './support/demos/TypedMarkdownDemo.tsx';
import { markdownAnswer } from './support/server/sampleTexts.ts';
import { inWords } from './support/server/scripts.ts';

const meta = {
  title: 'Markdown',
  component: MarkdownDemo,
  args: { url: '/answer', hold: true },
  argTypes: { url: { control: 'text' }, hold: { control: 'boolean' }, fetch: { table: { disable: true } } },
  parameters: {
    script: inWords(markdownAnswer),
    docs: {
      source: { transform: () => "const { data } = useFetchStream('/answer', { accumulate: markdown() });" },
    },
  },
} satisfies Meta<typeof MarkdownDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Each block is rendered once, and only the last one again. Code is highlighted when its fence is finished. */
export const Rendered: Story = {};

/** With the typewriter: `useTypewriter(data, { isStreaming, split: markdown })`. Half a marker is never shown. */
export const Typed: StoryObj<typeof TypedMarkdownDemo> = {
  parameters: {
    controls: { exclude: ['hold'] },
    docs: {
      source: { transform: () => 'const { blocks, tail } = useTypewriter(data, { isStreaming, split: markdown });' },
    },
  },
  render: (args) => <TypedMarkdownDemo {...args} />,
};

/** The same answer through react-markdown, Streamdown, and react-markdown with blocks, each with its figures. */
export const Compared: StoryObj<typeof MarkdownComparedDemo> = {
  name: 'Markdown, compared',
  parameters: {
    script: inWords(Array.from({ length: 6 }, () => markdownAnswer).join('\n'), 16),
    controls: { exclude: ['hold'] },
  },
  render: (args) => <MarkdownComparedDemo {...args} />,
};
