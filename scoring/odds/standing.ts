import type { Given } from '../types.ts';

/** The value of a fact that stands; undefined where nobody reported it, or where it was withdrawn. */
export const standing = <T>(given: Given<T> | undefined): T | undefined => (given && !given.withdrawn ? given.value : undefined);
