import type { Given } from '../types.ts';

/** The value of a current fact; undefined where it was not reported, or was withdrawn. */
export const standing = <T>(given: Given<T> | undefined): T | undefined => (given && !given.withdrawn ? given.value : undefined);
