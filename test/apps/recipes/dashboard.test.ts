import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findFaults, openRecipe, type Recipe } from './openRecipe.ts';

let recipe: Recipe;

beforeAll(async () => {
  recipe = await openRecipe('dashboard');
});

afterAll(() => recipe.close());

it('checks its types and builds without a warning', () => {
  expect(recipe.buildOutput).toBe('');
});

it('shows fifty widgets by one request, and renders each only with its own events', async () => {
  const { page, complaints, requests } = await recipe.open();
  await page.getByText(/[7-9]\d\d events, none missing/).waitFor();
  expect(await page.getByRole('listitem').count()).toBe(50);
  await page.getByText(/Requests at the server: 1$/).waitFor();
  expect(requests.filter((request) => request.includes('/api/'))).toEqual(['GET /api/metrics']);

  // Each event belongs to one widget. Without memo, every update would render all fifty.
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('status').getByText('Paused').waitFor();
  const { renders, events } = await readCounts(page);
  expect(renders.every((count) => count >= 2)).toBe(true);
  expect(sum(renders)).toBeLessThanOrEqual(50 + events);

  await expect.poll(() => recipe.answered()).toEqual(['GET /api/metrics: the client has left']);
  expect(await findFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});

it('says when it tries again after an outage, and misses nothing', async () => {
  const before = recipe.answered().length;
  const { page, complaints } = await recipe.open();
  const status = page.getByRole('status');
  await status.getByText('Live').waitFor();
  const orders = page.getByRole('listitem').filter({ hasText: 'Orders' }).locator('.widget-value');
  const ordersBefore = Number(await orders.textContent());
  expect(ordersBefore).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Take the server down for 5 s' }).click();
  await status.getByText('Connection lost').waitFor();
  await page.getByText(/^Connection lost Attempt \d+ (?:in \d+ s|now)$/).waitFor();
  expect(Number(await orders.textContent())).toBeGreaterThanOrEqual(ordersBefore);
  expect(await findFaults(page)).toEqual([]);

  await status.getByText('Live').waitFor();
  await page.getByText(/events, none missing/).waitFor();
  expect(recipe.answered().slice(before).join(' ')).toContain('the server went down');
  // Chromium itself writes a line for each 503.
  const others = complaints.filter((complaint) => !complaint.includes('status of 503'));
  expect(others).toEqual([]);
  await page.close();
});

it('sends one request after a reload', async () => {
  const { page, complaints, requests } = await recipe.open();
  await page.getByRole('status').getByText('Live').waitFor();
  await page.reload();
  await page.getByRole('status').getByText('Live').waitFor();
  await page.getByText(/\d events, none missing/).waitFor();
  expect(requests.filter((request) => request.includes('/api/'))).toEqual(['GET /api/metrics', 'GET /api/metrics']);
  expect(complaints).toEqual([]);
  await page.close();
});

interface Counts {
  /** How often each widget was rendered. */
  readonly renders: readonly number[];
  readonly events: number;
}

async function readCounts(page: Page): Promise<Counts> {
  const renders = await page.getByText(/^Renders:/).allTextContents();
  const events = await page.getByText(/events, none missing/).textContent();
  return { renders: renders.map(readNumber), events: readNumber(events!) };
}

function readNumber(text: string): number {
  return Number(/\d[\d,]*/.exec(text)![0].replaceAll(',', ''));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0);
}
