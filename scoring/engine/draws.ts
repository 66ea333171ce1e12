/** Uniform numbers in [0, 1) from a 32-bit seed (mulberry32): the same seed gives the same sequence on every machine. */
export function seededUniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** `count` standard normal numbers from a seed (Box-Muller), made in pairs: of an odd count the last one's partner is dropped. */
export function seededNormals(seed: number, count: number): Float64Array {
  const uniform = seededUniform(seed);
  const normals = new Float64Array(count);
  for (let i = 0; i < count; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    normals[i] = radius * Math.cos(angle);
    normals[i + 1] = radius * Math.sin(angle);
  }
  return normals;
}

/** A seed that differs by label, so that two countries draw independently (FNV-1a). */
export function seedFor(seed: number, label: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < label.length; i += 1) hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/** The values at quantiles (0 to 1) of the draws: actual draws, never ones between two. */
export function quantiles(draws: Float64Array, at: readonly number[]): number[] {
  const sorted = Float64Array.from(draws).sort();
  return at.map((each) => sorted[Math.max(0, Math.ceil(each * sorted.length) - 1)] ?? 0);
}
