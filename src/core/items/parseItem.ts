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

/** The item that the parser `Parser` makes; text where no parser is given. */
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

/** Stands for an event whose type a record of parsers does not name. */
export const leftOut: unique symbol = Symbol('left out');

/**
 * Makes an item of a raw one.
 *
 * @returns the item, or `leftOut`.
 * @throws whatever says why it cannot be made.
 */
export function parseItem(parser: unknown = 'text', raw: unknown, event: ServerSentEvent | undefined): unknown {
  const text = (event ? event.data : raw) as string;
  if (parser === 'text') return text;
  if (parser === 'json') return JSON.parse(text);
  const schema = (parser as Partial<StandardSchema>)['~standard'];
  if (schema) {
    const result = schema.validate(JSON.parse(text));
    if ('then' in result) {
      result.then(undefined, () => {});
      throw new TypeError('the schema is asynchronous');
    }
    if (result.issues) throw new TypeError(result.issues.map((issue) => issue.message).join('; '));
    return result.value;
  }
  if (typeof parser === 'function') return (parser as (raw: unknown) => unknown)(raw);
  const record = parser as EventParserRecord;
  if (!event || !Object.hasOwn(record, event.type)) return leftOut;
  return { ...event, data: parseItem(record[event.type], raw, event) };
}
