/**
 * `Type`, but not before TypeScript has inferred `Acc`, so that it infers nothing from this use of `Type`. `NoInfer` does the
 * same, but it stays visible in hovers and error messages.
 */
export type OnceInferred<Acc, Type> = [Acc, { type: Type }] extends [unknown, { type: infer Known }] ? Known : never;
