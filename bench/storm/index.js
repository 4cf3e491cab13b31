import { judge, printTable } from '../support/printTable.js';
import { playOnClock } from './playOnClock.js';
import { playRestart } from './playRestart.js';
import { simulateClients } from './simulateClients.js';
import { span, summarizeRequests } from './summarizeRequests.js';

const clients = 10_000;
const clientsOfServer = 1000;
const reconnectionTime = 10_000;
const limit = 2;
const million = 1_000_000;

const restarts = { 'the connections break': 'killed', 'the server ends its responses': 'ended' };

/** Measures how clients come back to a server that restarts, and calculates the same for a million. */
export async function run() {
  const plays = [];
  for (const [name, ending] of Object.entries(restarts)) {
    const onClock = await playOnClock({ clients, reconnectionTime, ending });
    plays.push({ name, count: clients, ...summarizeRequests(onClock) });
    const real = await playRestart({ clients: clientsOfServer, reconnectionTime, ending });
    plays.push({ name: `${name}, real sockets`, count: clientsOfServer, ...summarizeRequests(real) });
  }
  return { versions: {}, tables: [tabulateRestarts(plays), tabulateMillion()] };
}

function tabulateRestarts(plays) {
  return printTable({
    id: 'restart',
    title: 'A server with 10,000 clients restarts',
    about: `The clients are sources of \`createEventSource\` in one process. The server has sent them \`retry: ${reconnectionTime}\`, and is back at once. A process with 10,000 sockets is busy for seconds and sends its requests late, so 10,000 clients run on a clock without real time. 1,000 more have a server in another process, which is killed and started again. The mean counts from the first request until 99 % of the clients are back. The peak is that of the busiest half second.`,
    columns: [
      'how the server ends',
      'clients',
      'peak a second',
      'mean a second',
      'peak / mean',
      '99 % back after (s)',
      'target',
    ],
    rows: plays.map(({ name, count, peak, mean, back }) => [
      name,
      count.toLocaleString('en'),
      peak,
      mean,
      peak / mean,
      back / 1000,
      judge(peak / mean, limit),
    ]),
    chart: {
      column: 'requests a second',
      curves: plays.filter(({ count }) => count === clients).map(({ name, rates }) => ({ name, rates })),
      span,
    },
  });
}

function tabulateMillion() {
  const cases = [
    ['the connections break', 'killed', 1000, [0, 1000, 5000, 30_000]],
    ['the connections break', 'killed', 30_000, [0, 30_000]],
    ['the server ends its responses', 'ended', 1000, [0, 5000]],
    ['the server ends its responses', 'ended', 30_000, [0]],
  ];
  const rows = cases.flatMap(([name, ending, time, downtimes]) =>
    downtimes.map((downtime) => {
      const { peak, mean, back } = summarizeRequests(
        simulateClients({ clients: million, reconnectionTime: time, ending, downtime }),
      );
      return [
        name,
        `${time / 1000} s`,
        `${downtime / 1000} s`,
        Math.round(peak).toLocaleString('en'),
        Math.round(mean).toLocaleString('en'),
        peak / mean,
        back / 1000,
      ];
    }),
  );
  return printTable({
    id: 'million',
    title: 'A server with 1,000,000 clients restarts',
    about:
      'Calculated by the same policy, without a network. Every request fails while the server is away. The figures count the requests that it answers.',
    columns: [
      'how the server ends',
      'reconnection time',
      'away for',
      'peak a second',
      'mean a second',
      'peak / mean',
      '99 % back after (s)',
    ],
    rows,
  });
}
