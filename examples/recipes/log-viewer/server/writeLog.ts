/** How long a piece of the log is, about, in characters. */
const pieceLength = 100_000;

/** The time of the first line. */
const firstTime = Date.UTC(2026, 2, 1);

const services = ['checkout', 'catalogue', 'accounts', 'search', 'payments'];
const paths = ['/api/orders', '/api/products', '/api/sessions', '/api/search', '/api/invoices'];
const agents = [
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0',
];

/**
 * Writes a log of exactly `size` characters, piece by piece. It is ASCII, so a character is a byte, and line 1,000 is the
 * same in every log.
 */
export function* writeLog(size: number): Generator<string> {
  let written = 0;
  let piece = '';
  for (let number = 0; written + piece.length < size; number += 1) {
    piece += `${writeLine(number)}\n`;
    if (piece.length < pieceLength) continue;
    yield piece.slice(0, size - written);
    written += piece.length;
    piece = '';
  }
  if (written < size) yield piece.slice(0, size - written);
}

function writeLine(number: number): string {
  const random = hash(number);
  const time = new Date(firstTime + number * 137).toISOString();
  const service = pick(services, random);
  const request = `GET ${pick(paths, random >>> 3)}/${random % 100_000}`;
  const user = (random >>> 7) % 10_000;
  const trace = hash(random).toString(16).padStart(8, '0').repeat(4);
  const about = `user=${user} region=eu-west-${1 + (random % 3)} trace=${trace} agent="${pick(agents, random >>> 5)}"`;

  if (random % 997 === 0) return `${time} ERROR ${service} ${request} 504 timed out after 30000 ms ${about}`;
  if (random % 101 === 0) return `${time} WARN  ${service} ${request} 429 too many requests ${about}`;
  return `${time} INFO  ${service} ${request} 200 in ${random % 300} ms, ${random % 20_000} bytes ${about}`;
}

/** Returns a number of 32 bits that looks random and is the same each time. */
function hash(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function pick(choices: readonly string[], random: number): string {
  return choices[random % choices.length]!;
}
