import type { Shape, ShapeKind, ShapeOf } from "./shape.ts";

/** One rule per kind of shape: what to make of such a shape, given how to compile its parts. */
export type Rules<F> = { readonly [K in ShapeKind]: (shape: ShapeOf<K>, compile: (shape: Shape) => F) => F };

/**
 * Turns rules into a function that compiles each shape once.
 *
 * INVARIANT: the rule for structures looks at its members only when the result is first used (see `lazily`), so that a
 * structure that contains itself finds its own result already there.
 */
export function compilerOf<F>(rules: Rules<F>): (shape: Shape) => F {
  const compiled = new WeakMap<Shape, F>();
  function compile(shape: Shape): F {
    const known = compiled.get(shape);
    if (known !== undefined) {
      return known;
    }
    // The rule found under a shape's kind takes shapes of that kind; TypeScript cannot follow the pairing.
    const made = rules[shape.kind](shape as never, compile);
    compiled.set(shape, made);
    return made;
  }
  return compile;
}

/** Defers a computation to its first use and remembers the result. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
