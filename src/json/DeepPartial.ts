/**
 * A value that is still growing: members may be missing, arrays may be shorter, and texts may be cut. What is not an object
 * or an array is there or missing as a whole.
 */
export type DeepPartial<Value> = Value extends (...args: never) => unknown
  ? Value
  : Value extends readonly unknown[]
    ? PartialArray<Value>
    : Value extends object
      ? { readonly [Name in keyof Value]?: DeepPartial<Value[Name]> }
      : Value;

/** A tuple may be shorter than its type says. The elements of any other array are there or not. */
type PartialArray<Value extends readonly unknown[]> = number extends Value['length']
  ? readonly DeepPartial<Value[number]>[]
  : { readonly [Index in keyof Value]?: DeepPartial<Value[Index]> };
