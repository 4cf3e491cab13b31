import { concat, useEventSource } from 'react-streamed';
import { serverUrl } from '../serverUrl.ts';

export function useSong() {
  return useEventSource(`${serverUrl}/article`, {
    enabled: false, // open() starts it
    reconnect: false, // without IDs it would start again
    until: (event) => event.type === 'end',
    accumulate: concat(),
  });
}
