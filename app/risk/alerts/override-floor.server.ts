import { parameterAt } from '#scoring';

/** The least score under the override that a confirmed alert raises (R7, O4), in points, on a day (ISO). */
export const overrideFloor = (asOf: string): number => parameterAt('R7.O4', asOf).value.floor;
