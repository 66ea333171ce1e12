/** The questions on forced labour without those of the zero-tolerance protocol; `BW.FL.1.c.1` is of edition two, which asks for retention apart from access. */
export const forcedLabour = [
  ...['BW.FL.1.a', 'BW.FL.1.c', 'BW.FL.1.c.1', 'BW.FL.1.d', 'BW.FL.1.e', 'BW.FL.1.g', 'BW.FL.1.h'],
  ...['BW.FL.2.a', 'BW.FL.2.b', 'BW.FL.2.d', 'BW.FL.3.a', 'BW.FL.3.b'],
] as const;
