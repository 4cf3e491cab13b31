import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

const folder = new URL('../results/', import.meta.url);
const fileOf = (part) => new URL(`${part}.json`, folder);

/**
 * Stores the results of a part with the date and the machine. If only some of its tables were measured, the others stay, and
 * each of those measured says when and how it was.
 */
export function writeResults(part, { versions, tables, maxRounds, only }) {
  const date = new Date().toISOString().slice(0, 10);
  if (only) {
    const stored = readResults(part);
    const run = { date, only: only.join(','), ...(Number.isFinite(maxRounds) ? { maxRounds } : {}) };
    const measured = tables.map((table) => ({ ...table, run }));
    const kept = stored.tables.map((table) => measured.find(({ id }) => id === table.id) ?? table);
    const added = measured.filter(({ id }) => !stored.tables.some((table) => table.id === id));
    store(part, { ...stored, versions: { ...stored.versions, ...versions }, tables: [...kept, ...added] });
    return;
  }
  store(part, {
    date,
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
  });
}

function store(part, results) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(part), `${JSON.stringify(results, null, 2)}\n`);
}

/** Reads the latest results of a part. */
export function readResults(part) {
  return JSON.parse(readFileSync(fileOf(part), 'utf8'));
}
