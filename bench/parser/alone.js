// Prints the times of one corpus as JSON: node alone.js "CJK"
import { measureCorpus } from './speed.js';

const [corpus] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measureCorpus(corpus)));
