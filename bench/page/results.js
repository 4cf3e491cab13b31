import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

const folder = new URL('../results/', import.meta.url);
const fileOf = (part) => new URL(`${part}.json`, folder);

/** Stores the results of a part with the date and the machine. */
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

/** Reads the latest results of a part. */
export function readResults(part) {
  return JSON.parse(readFileSync(fileOf(part), 'utf8'));
}
