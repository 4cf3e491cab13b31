import { expect, test } from 'vitest';
import { createEntries } from '../../examples/resumable/createEntries.js';

async function readAll(entries: ReturnType<typeof createEntries>, after: string) {
  const ids: string[] = [];
  for await (const { id } of entries.read(after, new AbortController().signal)) ids.push(id);
  return ids;
}

test('a reader gets what follows its last event ID', async () => {
  const entries = createEntries();
  for (const id of ['9-0', '9-1', '10-0']) entries.push({ id, data: id });
  entries.push({ id: '10-1', end: 'done' });
  expect(await readAll(entries, '')).toEqual(['9-0', '9-1', '10-0', '10-1']);
  expect(await readAll(entries, '9-1')).toEqual(['10-0', '10-1']);
  expect(await readAll(entries, 'unknown')).toEqual(['9-0', '9-1', '10-0', '10-1']);
  expect(entries.isReadUp('10-0')).toBe(true);
  expect(entries.isReadUp('9-1')).toBe(false);
});

test('a reader that is ahead of this process gets nothing twice', async () => {
  const entries = createEntries();
  entries.push({ id: '1-0', data: 'a' });
  const reading = readAll(entries, '3-0');
  for (const id of ['2-0', '3-0', '4-0']) entries.push({ id, data: id });
  entries.push({ id: '5-0', end: 'done' });
  expect(await reading).toEqual(['4-0', '5-0']);
});
