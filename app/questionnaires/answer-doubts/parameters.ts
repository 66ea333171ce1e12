/**
 * Thresholds of the doubts about answers, as chosen on 2026-12-01: policy choices, not measurements. A change is a new set of another date. Twenty words take
 * about five seconds to read; the shares and runs are habits of survey practice.
 */
export const doubtParameters = {
  date: '2026-12-01',
  /** Answers given one by one that a pace needs, and the median seconds below which they count as unread. */
  pace: { least: 20, seconds: 4 },
  /** Graded answers that a straight line needs; the share of one answer; or a run of so many. */
  line: { least: 20, share: 0.9, run: 15 },
  /** Graded answers in a repeating pattern of two or three. */
  pattern: { least: 18 },
  /** Graded answers, the share at their best, and the files below which nothing is shown. */
  perfect: { least: 10, share: 0.9, files: 3 },
  /** A note is compared from so many characters on; so many equal notes are a copy. */
  notes: { length: 30, least: 2 },
  /** Answers in common, of which so many are rare: given by less than this share of the others. */
  copied: { least: 20, rare: 5, share: 1 / 3, others: 5 },
  /** Suppliers that one address answers for. */
  address: { suppliers: 3 },
  /** Suppliers whose answers one browser sent, and the days within which it did. */
  device: { suppliers: 3, days: 30 },
  /** Sections of one response that rest on one file. */
  file: { sections: 3 },
  /** Hours between being sent back and a better answer without a file. */
  sentBack: { hours: 24 },
  /** By how much a graded answer rises from one questionnaire to the next: two of four levels. */
  risen: { share: 0.5 },
  /** Bytes below which a picture shows no readable document. */
  picture: { bytes: 20_000 },
  /** A note of so many characters at so many suppliers. */
  common: { length: 40, suppliers: 3 },
  /** Answers in common with a company of the same group, and the share of them that is the same. */
  group: { least: 30, share: 0.95 },
} as const;
