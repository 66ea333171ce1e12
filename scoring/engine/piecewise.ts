/**
 * Piecewise-linear map through breakpoints [input, output] with rising inputs. Flat before the first and after the last.
 * Never decreasing as long as the outputs never fall.
 */
export function interpolate(points: readonly (readonly [number, number])[], input: number): number {
  let before = points[0];
  if (!before) throw new RangeError('a map needs breakpoints');
  if (input <= before[0]) return before[1];
  for (const after of points) {
    if (input <= after[0]) {
      const span = after[0] - before[0];
      return span === 0 ? after[1] : before[1] + ((input - before[0]) / span) * (after[1] - before[1]);
    }
    before = after;
  }
  return before[1];
}

/** The output of the first step whose bound is not below the input, else `beyond`. Bounds must rise. */
export function step(steps: readonly (readonly [number, number])[], beyond: number, input: number): number {
  for (const [bound, output] of steps) if (input <= bound) return output;
  return beyond;
}

export function clamp01(value: number): number {
  return Math.min(1, Math.max(0, value));
}
