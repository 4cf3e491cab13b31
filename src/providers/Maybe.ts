/** A field that a provider may leave out or send as `null`. */
export type Maybe<Value> = Value | null | undefined;
