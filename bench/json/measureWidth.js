import { importSource } from '../support/importSource.js';
import { measure, median } from '../support/measure.js';

const { json } = await importSource('json.ts');

/** Times a snapshot of an open array or object of some width beside a loop over it, as rendering its rows needs. */
export async function measureWidth(width) {
  const rows = Array.from({ length: width }, (_, id) => ({ id }));
  const open = (text) => {
    const accumulator = json();
    const state = accumulator.create();
    accumulator.add(state, text);
    // Each snapshot follows a change, because the same value gives the same snapshot.
    return () => {
      accumulator.add(state, 'x');
      return accumulator.snapshot(state);
    };
  };
  const names = Object.fromEntries(rows.map(({ id }) => [`name ${id}`, id]));
  const fromArray = open(`${JSON.stringify(rows).slice(0, -1)},"`);
  const fromObject = open(`${JSON.stringify(names).slice(0, -1)},"last":"`);
  const samples = await measure({
    array: () => void fromArray(),
    view: () => void readView(rows),
    loop: () => void rows.map((row) => row),
    object: () => void fromObject(),
  });
  return Object.fromEntries(Object.entries(samples).map(([name, times]) => [name, median(times) * 1000]));
}

/** Reads every row through a view of a growing array, which would make the snapshot itself cost nothing. */
function readView(rows) {
  const { length } = rows;
  const view = new Proxy(rows, { get: (target, name) => (name === 'length' ? length : target[name]) });
  return view.map((row) => row);
}
