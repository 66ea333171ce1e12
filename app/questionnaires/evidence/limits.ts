/** Limits of one response, all stated on its pages. */
export const evidenceLimits = {
  fileBytes: 50 * 1024 * 1024,
  /** Files of one response, those on their way among them. */
  files: 300,
  totalBytes: 2 * 1024 * 1024 * 1024,
  /** Of an archive, which an Office file is too. */
  inflatedBytes: 500 * 1024 * 1024,
  inflatedRatio: 100,
  entries: 10_000,
  /** Larger pictures are stored without a preview: they would not fit in memory. */
  pixels: 100_000_000,
  /** An unfinished upload may be gone on with for so long. */
  uploadDays: 7,
  /** A removed file may be put back for so long; then its bytes are deleted. */
  removedDays: 30,
} as const;

/** What may be kept as evidence, and the ending its name must have: documents, pictures, tables. Programs and pages with scripts may not. */
export const acceptedEndings: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'text/plain': ['txt', 'csv'],
};

/** For a file field. HEIC is not among them: a phone then sends its photo as JPEG, out of which place and device can be taken. */
export const acceptedEvidence = [...new Set(Object.values(acceptedEndings).flat())].map((ending) => `.${ending}`).join(',');

/** Pictures that can be drawn again without what the camera wrote into them. */
export const isStrippable = (mediaType: string): boolean => ['image/jpeg', 'image/png', 'image/webp'].includes(mediaType);

export const evidenceRefusals = [
  'too-large',
  'empty-file',
  'file-kind',
  'file-disguised',
  'file-two-kinds',
  'file-broken',
  'file-inflates',
  'file-heic',
  'too-many',
  'too-much',
  'unknown-question',
  'not-open',
  'not-there',
  'nothing-marked',
  'file-busy',
  'file-too-often',
  'sensitive-case',
] as const;
export type EvidenceRefusal = (typeof evidenceRefusals)[number];
