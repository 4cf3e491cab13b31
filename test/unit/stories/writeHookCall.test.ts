import { expect, test } from 'vitest';
import { selectOf } from '../../../stories/support/controls/choices.ts';
import { writeHookCall } from '../../../stories/support/controls/writeHookCall.ts';

const policy = { initialDelay: 500 };
const argTypes = { reconnect: selectOf({ 'not set': undefined, '{ initialDelay: 500 }': policy }) };

test.each([
  ['the name of a choice', '{ initialDelay: 500 }'],
  ['what the name stands for', policy],
])('writes the source of a choice for %s', (_what, reconnect) => {
  const call = writeHookCall({ hook: 'useEventSource', args: { url: '/feed', reconnect }, argTypes });

  expect(call).toBe("useEventSource('/feed', {\n  reconnect: { initialDelay: 500 },\n});");
});

test('leaves out what belongs to the demo', () => {
  const call = writeHookCall({
    hook: 'useEventSource',
    args: { url: '/feed', network: 'Phone', seed: 1 },
    argTypes: {},
  });

  expect(call).toBe("useEventSource('/feed');");
});
