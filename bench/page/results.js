import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

const folder = new URL('../results/', import.meta.url);
const fileOf = (part) => new URL(`${part}.json`, folder);

/** Keeps what a part gave, with the day and the machine. */
export function writeResults(part, { versions, tables, maxRounds }) {
  const results = {
    date: new Date().toISOString().slice(0, 10),
    machine: {
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      cores: cpus().length,
      memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
      system: `${process.platform} ${process.arch}`,
      loadAtEnd: Number(loadavg()[0].toFixed(1)),
    },
    ...(Number.isFinite(maxRounds) ? { maxRounds } : {}),
    versions: { Node: process.version.slice(1), ...versions },
    tables,
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(part), `${JSON.stringify(results, null, 2)}\n`);
}

/** Gives what a part gave last, if it ever ran. */
export function readResults(part) {
  return existsSync(fileOf(part)) ? JSON.parse(readFileSync(fileOf(part), 'utf8')) : undefined;
}
