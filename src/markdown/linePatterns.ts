/** A blank line. */
export const blankLine: RegExp = /^\s*$/;

/** The start of a line that begins a list item. From more than four spaces on, only one belongs to the marker. */
export const listMarker: RegExp = /^ {0,3}(?:[-+*]|\d{1,9}[.)])(?=\s)(?:[ \t]{1,4}(?=\S)|[ \t]?)/;

/** A line so far that may still become the start of a list item. */
export const halfListMarker: RegExp = /^(?:[-+*]|\d{1,9}[.)]?)$/;

/** The markers of the quotes and list items around the content of a line. */
export const containerMarkers: RegExp = /^(?:[ \t]|>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))*/;

/** The content of a line that opens a fence, and the fence. */
export const openingFence: RegExp = /^(?:(`{3,})[^`]*|(~{3,}).*)$/s;

/** The content of a line that may close a fence, and the fence. */
export const closingFence: RegExp = /^ {0,3}(`{3,}|~{3,})\s*$/;

/** The start of a line that begins a heading. */
export const heading: RegExp = /^ {0,3}#{1,6}(?=\s)/;

/** The start of a line that begins a footnote. */
export const footnote: RegExp = /^ {0,3}\[\^[^\]\s]+\]:/;

/** The row below the head of a table. */
export const delimiterRow: RegExp = /^ {0,3}(?=.*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?\s*$/;

/** The start of a line whose text does not continue the line before. */
export const runStart: RegExp = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]|#{1,6}[ \t]|\|)/;
