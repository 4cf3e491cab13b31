import type { ServerSentEvent } from '../ServerSentEvent.ts';

/** What a Standard Schema validator answers. See standardschema.dev. */
type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string }[] };

/** A Standard Schema: a schema of Zod, Valibot, ArkType and others. See standardschema.dev. */
export interface StandardSchema<Output = unknown> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}

/**
 * How one item is made of `Raw`, an event or a piece of text: as the text itself, as JSON, as JSON that a schema
 * validates, or by a function.
 */
export type ItemParser<Raw> = 'text' | 'json' | StandardSchema | ((raw: Raw) => unknown);

/** How the items of an event stream are made: one parser for all, or one for each event type. */
export type EventParser = ItemParser<ServerSentEvent> | EventParserRecord;

/** A parser for each event type. Events of other types are left out. */
export interface EventParserRecord {
  readonly [type: string]: ItemParser<ServerSentEvent>;
}

/** The item that the parser `Parser` makes. Text if no parser is given. */
export type ParsedItem<Parser> = [EventParser] extends [Parser]
  ? string
  : Parser extends 'text'
    ? string
    : Parser extends 'json'
      ? unknown
      : Parser extends { readonly '~standard': { readonly types?: { readonly output: infer Output } | undefined } }
        ? Output
        : Parser extends (raw: never) => infer Item
          ? Item
          : Parser extends EventParserRecord
            ? {
                [Type in keyof Parser & string]: {
                  readonly type: Type;
                  readonly data: ParsedItem<Parser[Type]>;
                  readonly lastEventId: string;
                };
              }[keyof Parser & string]
            : never;

/** An item, or `undefined` for an event whose type a record of parsers does not name. */
export type ParsedItemOrNone = { readonly item: unknown } | undefined;

/**
 * Makes an item of a raw one.
 *
 * @throws if it cannot be made: what the parser throws, a `SyntaxError`, or a `TypeError` that quotes the schema's issues.
 */
export function parseItem(parser: unknown, raw: unknown, event: ServerSentEvent | undefined): ParsedItemOrNone {
  const text = event ? event.data : raw;
  if (parser === 'text') return { item: text };
  if (parser === 'json') return { item: parseJson(text) };
  if (isSchema(parser)) return { item: validate(parser, parseJson(text)) };
  if (typeof parser === 'function') return { item: (parser as (raw: unknown) => unknown)(raw) };
  return event && parseByType(parser as EventParserRecord, event);
}

/** Parses a text as JSON. An item that a user's stream delivers as a value needs no parsing. */
function parseJson(text: unknown): unknown {
  return typeof text === 'string' ? JSON.parse(text) : text;
}

function isSchema(parser: unknown): parser is StandardSchema {
  return (parser as Partial<StandardSchema>)['~standard'] !== undefined;
}

function validate(schema: StandardSchema, value: unknown): unknown {
  const result = schema['~standard'].validate(value);
  if ('then' in result) {
    // Its rejection would be an unhandled one.
    result.then(undefined, () => {});
    throw new TypeError('the schema is asynchronous');
  }
  if (result.issues) throw new TypeError(result.issues.map((issue) => issue.message).join('; '));
  return result.value;
}

function parseByType(parsers: EventParserRecord, event: ServerSentEvent): ParsedItemOrNone {
  if (!Object.hasOwn(parsers, event.type)) return undefined;
  const parsed = parseItem(parsers[event.type] ?? 'text', event, event);
  return parsed && { item: { ...event, data: parsed.item } };
}
