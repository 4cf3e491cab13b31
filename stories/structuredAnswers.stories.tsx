import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import type { ScriptStep } from 'react-streamed/testing';
import { RecipeDemo } from './support/demos/RecipeDemo.tsx';

const meta = {
  title: 'Structured answers',
  component: RecipeDemo,
  args: { url: '/api/recipe' },
  argTypes: { url: { control: 'text' }, fetch: { table: { disable: true } } },
  parameters: {
    docs: {
      source: {
        transform: (_code: string, { args }: StoryContext) =>
          `useFetchStream('${args['url']}', { accumulate: json<Recipe>() });`,
      },
    },
  },
} satisfies Meta<typeof RecipeDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

const recipe = JSON.stringify({
  title: 'Leek soup',
  steps: [
    { text: 'Wash two leeks and cut them into rings.', minutes: 5 },
    { text: 'Melt the butter and let the leeks sweat in it.', minutes: 8 },
    { text: 'Add the potatoes and a litre of stock.', minutes: 3 },
    { text: 'Let it simmer until a fork finds no resistance.', minutes: 20 },
    { text: 'Blend it, and season with salt, pepper and nutmeg.', minutes: 4 },
    { text: 'Serve with bread and a spoon of crème fraîche.', minutes: 1 },
  ],
});

/** Cuts a text as a model does, anywhere. */
const write = (text: string): ScriptStep[] =>
  (text.match(/[^]{1,5}/gu) ?? []).map((piece) => ({ after: 60, text: piece }));

/** The rows appear while they are written. A finished row renders once, as its counter shows. */
export const Recipe: Story = { parameters: { script: write(recipe) } };

/** The connection breaks. The rows that were finished stay, and the last one is still a skeleton. */
export const Cut: Story = {
  parameters: { script: [...write(recipe.slice(0, 180)), { fail: new TypeError('network error') }] },
};
