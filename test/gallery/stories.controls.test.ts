import { afterAll, expect, it } from 'vitest';
import { changeControls } from './changeControls.ts';
import { listStories, openGallery } from './openGallery.ts';

const gallery = await openGallery();
afterAll(() => gallery.close());

it.concurrent.each(await listStories())('%s: survives every value of every control', async (_label, id) => {
  const { page, complaints } = await gallery.open(id);

  const { changes, crashes, withoutControl } = await page.evaluate(changeControls, id);

  expect({ crashes, complaints, withoutControl }).toEqual({ crashes: [], complaints: [], withoutControl: [] });
  expect(changes).toBeGreaterThan(0);
  await page.close();
});
