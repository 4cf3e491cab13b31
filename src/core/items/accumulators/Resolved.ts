/**
 * `Type`, which TypeScript does not infer type parameters from. Unlike `NoInfer`, it does not show in hovers and messages,
 * because it becomes `Type` itself once `Acc` is inferred.
 */
export type Resolved<Acc, Type> = [Acc, { type: Type }] extends [unknown, { type: infer Known }] ? Known : never;
