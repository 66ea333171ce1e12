/** The output of the first step whose bound is not below the input, else `beyond`. Bounds must rise. */
export function step(steps: readonly (readonly [number, number])[], beyond: number, input: number): number {
  for (const [bound, output] of steps) if (input <= bound) return output;
  return beyond;
}

export function clamp01(value: number): number {
  return Math.min(1, Math.max(0, value));
}
