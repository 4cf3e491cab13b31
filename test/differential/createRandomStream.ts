import { createRandom, type Random } from '../support/createRandom.ts';
import { splitBytes } from '../support/splitBytes.ts';

const encoder = new TextEncoder();

const types = ['x', 'message', 'open', 'error', 'x y', 'x:y', ' x', 'é流👩‍🚀', 'x\0y', '__proto__', '\uFEFFx', 'X', ''];
const ids = ['1', '2', '-1', ' 3 ', 'é流👩‍🚀', '4\0', '\0', 'a:b', '\uFEFF5', 'x'.repeat(300), ''];
const times = ['0', '10', '5000', '1e3', '-1', '10 ', ' 10', '99999999999', '1.5', 'x', '١', ''];
const data = [
  'a',
  '',
  ' ',
  '  b ',
  '{"c":[1,2]}',
  'd: e',
  '\0',
  'é',
  '流式响应',
  '👩‍🚀',
  '\uFEFFf',
  '\u2028',
  '\t',
  'data: g',
];
const unknown = [
  'other',
  'Data',
  'DATA',
  'dat',
  'dataa',
  ' data',
  'data ',
  'da\0ta',
  'eventt',
  'i',
  'ids',
  'retryy',
  '\uFEFFdata',
];
const endings = ['\n', '\r\n', '\r'];
/** Bytes that are not UTF-8. Only data has them: the standard says U+FFFD, but Chromium drops such an id or type. */
const broken = [
  [0xff],
  [0xc3],
  [0xa9],
  [0xe6, 0xb5],
  [0xf0, 0x9f, 0x91],
  [0xed, 0xa0, 0x80],
  [0xc0, 0x80],
  [0xef, 0xbb],
];

/** Every type that an event of a random stream can have, with the space that a missing one leaves. */
export const eventTypes: readonly string[] = [
  ...new Set(types.flatMap((type) => [type, type.trimStart(), ` ${type}`])),
];

/** One event stream and the chunks that it is sent in. */
export interface RandomStream {
  bytes: Uint8Array;
  chunks: Uint8Array[];
}

/** Creates the event stream of a seed. */
export function createRandomStream(seed: number): RandomStream {
  const random = createRandom(seed);
  const ending = random.chance(0.4) ? undefined : random.pick(endings);
  const bytes: number[] = [];
  const write = (text: string) => bytes.push(...encoder.encode(text));
  const endLine = () => write(ending ?? random.pick(endings));

  while (random.chance(0.2)) write('\uFEFF');
  for (let blocks = random.below(8); blocks > 0; blocks--) {
    for (let lines = random.below(6); lines > 0; lines--) {
      write(createLine(random));
      if (random.chance(0.05)) bytes.push(...createBrokenData(random));
      endLine();
    }
    if (random.chance(0.9)) endLine();
  }
  // Chromium takes no line ending right after the BOM, so that the first line runs on into the second. The standard does.
  if (startsWith(bytes, '\uFEFF\r') || startsWith(bytes, '\uFEFF\n')) bytes.splice(3, 0, 0x3a);
  const length = random.chance(0.2) ? random.below(bytes.length + 1) : bytes.length;
  const cut = Uint8Array.from(bytes.slice(0, length));
  return { bytes: cut, chunks: splitRandomly(cut, random) };
}

/** Splits bytes at random places: nowhere, everywhere, or at a few. */
export function splitRandomly(bytes: Uint8Array, random: Random): Uint8Array[] {
  if (random.chance(0.2)) return [bytes];
  const count = random.chance(0.1) ? Math.min(bytes.length, 60) : random.below(12);
  return splitBytes(
    bytes,
    Array.from({ length: count }, () => random.below(bytes.length + 1)),
  );
}

function createLine(random: Random): string {
  const separator = random.pick([':', ': ', ': ', ': ', ':  ', '']);
  switch (random.below(12)) {
    case 0:
      return `event${separator}${separator && random.pick(types)}`;
    case 1:
      return `id${separator}${separator && random.pick(ids)}`;
    case 2:
      return `retry${separator}${separator && random.pick(times)}`;
    case 3:
      return `:${random.pick(data)}`;
    case 4:
      return `${random.pick(unknown)}${separator}${random.pick(data)}`;
    case 5:
      return random.pick(['', ' ', ':', '\0', '\uFEFF', 'data', 'id', 'event', 'x'.repeat(2000)]);
    case 6:
      return `data: ${random.pick(data).repeat(1 + random.below(500))}`;
    default:
      return `data${separator}${separator && random.pick(data)}`;
  }
}

function createBrokenData(random: Random): number[] {
  return [...encoder.encode('\ndata: '), ...random.pick(broken), ...encoder.encode(random.pick(data))];
}

function startsWith(bytes: readonly number[], text: string): boolean {
  return encoder.encode(text).every((byte, i) => byte === bytes[i]);
}
