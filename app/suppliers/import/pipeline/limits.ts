/** Bounds of what is received. An archive is judged by what its own directory declares, before a byte is inflated. */
export const limits = {
  uploadBytes: 50 * 1024 * 1024,
  inflatedBytes: 500 * 1024 * 1024,
  inflationRatio: 100,
  archiveEntries: 10_000,
  rows: 200_000,
  columns: 500,
  /** A name or an address longer than this is not one. */
  textLength: 300,
  /** Of a cell: what a spreadsheet keeps in one. */
  cellLength: 32_767,
} as const;
