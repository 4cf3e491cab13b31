import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import gallery from '../../recipes/typeahead.stories.tsx';
import type { PageServerSettings } from '../../support/recipes/createPageServer.ts';

/** The recipe with a server that is in more of a hurry. */
const meta = {
  ...gallery,
  title: 'Tests/Recipes/Typeahead',
  tags: ['!dev', '!autodocs'],
  args: { ...gallery.args, interval: 5 },
} satisfies Meta<PageServerSettings>;

export default meta;

type Story = StoryObj<typeof meta>;

const patience = { timeout: 10_000 };

export const ChosenByKeyboard: Story = {
  play: async ({ canvas, step, userEvent }) => {
    const field = canvas.getByRole('combobox', { name: 'Country, currency or time zone' });
    await step('the arrow keys go through the suggestions, and the focus stays in the field', async () => {
      await userEvent.type(field, 'new zea');
      await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('2 suggestions'), patience);
      await userEvent.keyboard('{ArrowUp}{ArrowDown}');
      await expect(canvas.getByRole('option', { selected: true })).toHaveTextContent('New Zealand Country');
      await expect(field).toHaveAttribute('aria-activedescendant', canvas.getByRole('option', { selected: true }).id);
      await expect(field).toHaveFocus();
    });
    await step('Enter chooses', async () => {
      await userEvent.keyboard('{Enter}');
      await expect(canvas.getByText('You chose New Zealand (country).')).toBeVisible();
      await expect(field).toHaveValue('New Zealand');
      await expect(field).toHaveAttribute('aria-expanded', 'false');
    });
    await step('Escape clears the field when the list is closed', async () => {
      await userEvent.keyboard('{Escape}');
      await expect(field).toHaveValue('');
    });
  },
};

export const ClosedByEscape: Story = {
  args: { interval: 400 },
  play: async ({ canvas, userEvent }) => {
    const field = canvas.getByRole('combobox', { name: 'Country, currency or time zone' });
    await userEvent.type(field, 'new');
    await waitFor(() => expect(canvas.getAllByRole('option')[0]).toBeVisible(), patience);
    await userEvent.keyboard('{Escape}');
    await expect(field).toHaveAttribute('aria-expanded', 'false');
    await expect(field).toHaveValue('new');
    await userEvent.click(canvas.getByText('What the server sent'));
    await waitFor(() => expect(canvas.getByText(/aborted/)).toBeVisible());
  },
};

export const NothingFound: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('combobox'), 'xyzzy');
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('No suggestions'), patience);
    await expect(canvas.queryByRole('listbox')).toBeNull();
  },
};

export const Failed: Story = {
  args: { failure: '503' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('combobox'), 'new');
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent('answered with status 503'), patience);
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(canvas.getByRole('combobox')).toHaveFocus();
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent('answered with status 503'), patience);
  },
};
