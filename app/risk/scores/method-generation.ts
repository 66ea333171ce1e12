import { engineVersion } from '#scoring';

/**
 * The first number of the method's version. Scores of an earlier one are dated documents on another scale: they are never shown beside later ones, nor
 * compared with them.
 */
export const methodGeneration = generationOf(engineVersion);

/** Of a version such as "2.0.0", or of its name with the hash of the parameters behind it. */
export function generationOf(version: string): number {
  return Number.parseInt(version, 10);
}
