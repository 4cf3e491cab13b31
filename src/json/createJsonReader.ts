import { createCursor } from './createCursor.ts';
import { createGrowingValue } from './createGrowingValue.ts';
import { escapeLength, findEscape, unescape } from './unescape.ts';

/** Reads one JSON text that arrives in pieces. */
export interface JsonReader {
  /**
   * Reads the next piece, in time linear in its length.
   *
   * @throws {SyntaxError} once, if the text is not JSON. Later pieces are ignored.
   */
  add(chunk: string): void;
  /** Takes an immutable picture of the value so far: `undefined` before it begins. */
  snapshot(): unknown;
}

/** What the grammar of RFC 8259 expects next. */
type Phase =
  | 'value'
  | 'value or ]'
  | 'name'
  | 'name or }'
  | 'colon'
  | 'after value'
  | 'in name'
  | 'in string'
  | 'in number';

const blanks = ' \t\n\r';
const blankText = /[ \t\n\r]*/y;
/** What RFC 8259 calls "unescaped". */
const plainText = /[ !#-[\]-\uffff]*/y;
const numberText = /[-+.\dEe]*/y;
/** What RFC 8259 calls "number". */
const numberForm = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][-+]?\d+)?$/;
const words = ['true', 'false', 'null'];
const longestWord = 5;

/** Creates a reader of one JSON text, which accepts the grammar of RFC 8259 and nothing else. */
export function createJsonReader(): JsonReader {
  const cursor = createCursor();
  const value = createGrowingValue();
  let phase: Phase = 'value';
  let hasFailed = false;
  /** The name, string or number that is being read. */
  let text = '';
  /** Whether `text` ends with a high surrogate, which is not shown before the other half of its character has arrived. */
  let endsInHalf = false;

  const add = (child: unknown) => {
    value.add(child);
    phase = 'after value';
  };
  const skipTo = (next: Phase) => {
    cursor.skip(1);
    phase = next;
  };
  const beginText = (next: Phase) => {
    text = '';
    endsInHalf = false;
    skipTo(next);
  };
  const closeNode = () => {
    value.close();
    skipTo('after value');
  };

  const addText = (addition: string) => {
    text += addition;
    // Of the addition, because asking for a character of the whole text would copy it.
    const lastUnit = addition.charCodeAt(addition.length - 1);
    if (addition !== '') endsInHalf = lastUnit >= 0xd800 && lastUnit <= 0xdbff;
  };
  const closeText = () => {
    if (phase === 'in name') {
      value.setName(text);
      skipTo('colon');
    } else {
      add(text);
      cursor.skip(1);
    }
  };
  const readEscape = () => {
    const escape = findEscape(cursor.lookAhead(escapeLength)) ?? cursor.fail();
    const character = unescape(escape);
    if (character === undefined) {
      cursor.wait();
    } else {
      addText(character);
      cursor.skip(escape.length);
    }
  };
  const readText = () => {
    addText(cursor.readRun(plainText));
    const character = cursor.peek();
    if (character === '"') closeText();
    else if (character === '\\') readEscape();
    else if (character !== undefined) cursor.fail();
  };

  const readNumber = () => {
    text += cursor.readRun(numberText);
    // The next piece may have more digits.
    if (cursor.peek() === undefined) return;
    if (!numberForm.test(text)) cursor.fail();
    add(Number(text));
  };
  const readWord = () => {
    const ahead = cursor.lookAhead(longestWord);
    const word = words.find((name) => ahead.startsWith(name) || name.startsWith(ahead));
    if (word === undefined) {
      cursor.fail();
    } else if (ahead.length < word.length) {
      cursor.wait();
    } else {
      cursor.skip(word.length);
      add(JSON.parse(word));
    }
  };

  const beginValue = (character: string) => {
    if (character === '"') {
      beginText('in string');
    } else if (character === '{') {
      value.open({});
      skipTo('name or }');
    } else if (character === '[') {
      value.open([]);
      skipTo('value or ]');
    } else if (character === ']' && phase === 'value or ]') {
      closeNode();
    } else {
      text = cursor.readRun(numberText);
      if (text === '') readWord();
      else phase = 'in number';
    }
  };
  const beginName = (character: string) => {
    if (character === '"') beginText('in name');
    else if (character === '}' && phase === 'name or }') closeNode();
    else cursor.fail();
  };
  const readSeparator = (character: string) => {
    const bracket = value.bracket();
    if (character === bracket) closeNode();
    else if (bracket && character === ',') skipTo(bracket === ']' ? 'value' : 'name');
    else cursor.fail();
  };
  const readColon = (character: string) => {
    if (character === ':') skipTo('value');
    else cursor.fail();
  };

  const readToken = () => {
    const character = cursor.peek() ?? '';
    if (blanks.includes(character)) cursor.readRun(blankText);
    else if (phase === 'after value') readSeparator(character);
    else if (phase === 'colon') readColon(character);
    else if (phase === 'name' || phase === 'name or }') beginName(character);
    else beginValue(character);
  };
  const readNext = () => {
    if (phase === 'in string' || phase === 'in name') readText();
    else if (phase === 'in number') readNumber();
    else readToken();
  };

  const shownText = () => (endsInHalf ? text.slice(0, -1) : text);

  return {
    add: (chunk) => {
      if (hasFailed) return;
      cursor.feed(chunk);
      try {
        while (cursor.peek() !== undefined) readNext();
      } catch (exception) {
        hasFailed = true;
        throw exception;
      }
    },
    snapshot: () => value.snapshot(phase === 'in string' ? shownText() : undefined),
  };
}
