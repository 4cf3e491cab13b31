import hooks = require('react-streamed');
import core = require('react-streamed/core');

const accumulator: hooks.Accumulator<string, readonly string[]> = hooks.list<string>();
const parser: core.EventStreamParser = core.createEventStreamParser({ onEvent: () => undefined });

export = { accumulator, parser };
