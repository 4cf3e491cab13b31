/** The HTML element that a block begins with, up to its end tag. */
export interface OpenTag {
  /** Opens the element that a line begins with. Returns whether the line begins a block of HTML. */
  open(line: string): boolean;
  /** Counts the tags of the open element in a line. */
  readLine(line: string): void;
  /** Tells whether the end tag is missing. */
  isOpen(): boolean;
}

const tagStart = /^ {0,3}<(\/?)([a-z][\w-]*)(?=[\s/>])/i;

/** A line with nothing but tags. The last one may continue on the next line. */
const onlyTags = /^\s*(?:<[^<>]*>?\s*)+$/;

/** Elements without an end tag. */
const voidElement = /^(?:br|embed|hr|img|input|source|wbr)$/;

/** Creates the tag of a block in which none is open. */
export function createOpenTag(): OpenTag {
  let name = '';
  let depth = 0;

  const count = (part: string) => part.split(`<${name}`).length - part.split(`</${name}`).length;

  const readLine = (line: string) => {
    if (depth > 0) depth += count(line.toLowerCase());
  };

  return {
    open: (line) => {
      const found = tagStart.exec(line);
      if (!found) return false;
      const [, slash, tag = ''] = found;
      const foundName = tag.toLowerCase();
      const isOpening = !slash && !voidElement.test(foundName) && !line.trimEnd().endsWith('/>');
      if (depth === 0 && isOpening) {
        name = foundName;
        depth = count(line.toLowerCase());
      }
      return onlyTags.test(line);
    },
    readLine,
    isOpen: () => depth > 0,
  };
}
