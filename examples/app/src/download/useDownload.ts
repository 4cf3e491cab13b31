import { useFetchStream } from 'react-streamed';
import { serverUrl } from '../serverUrl.ts';

export function useDownload() {
  return useFetchStream(`${serverUrl}/txt`, {
    enabled: false, // start() starts it
    as: 'bytes',
  });
}
