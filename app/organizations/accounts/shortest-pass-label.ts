/** Shortest password in characters. */
export const shortestPassword = 12;
