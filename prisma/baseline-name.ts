/** The first migration: with it a new database begins. */
export const baselineName = '20261201000000_baseline';
