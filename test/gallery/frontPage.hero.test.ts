import { afterAll, expect, it } from 'vitest';
import { openGallery } from './openGallery.ts';

const gallery = await openGallery();
afterAll(() => gallery.close());

it('streams an answer on the front page, in sight, before anything is pressed', async () => {
  const page = await gallery.openFrontPage();
  const hero = page.frameLocator('#storybook-preview-iframe').getByRole('region', { name: 'Streamed answer' });

  const textThat = (hasText: RegExp) => hero.locator('p').filter({ hasText });

  await hero.getByText('Typing').waitFor();
  await textThat(/^A stream is/).waitFor();
  const { y, height } = (await hero.boundingBox())!;
  expect(y + height).toBeLessThan(720);

  await textThat(/nobody is waiting for\.$/).waitFor();
  await page.close();
});
