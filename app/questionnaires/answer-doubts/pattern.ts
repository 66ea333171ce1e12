/** One answer as the checks take it. `share`: 0 worst to 1 best on its scale; null where it says nothing of that kind. */
export type AnswerGivenAt = {
  question: string;
  section: string;
  value: string | number;
  share: number | null;
  /** Which of its options was picked, or alone ticked, from 0; left out for any other answer. */
  place?: number;
  note: string;
  answeredAt: Date;
};

/** The answers of one submitted response in the order of its questions, and the hashes of the files behind them. */
export type AnswerPattern = {
  answers: readonly AnswerGivenAt[];
  files: readonly PatternFile[];
  /** Shares of the workforce as answered, in percent. */
  shares?: Readonly<Record<string, number | undefined>>;
  /** The ISO day on which it was submitted. */
  submittedOn?: string;
};

/** A file behind an answer; what is not known of it is left out. */
export type PatternFile = {
  question: string;
  section: string;
  sha256: string;
  sizeBytes?: number;
  isPicture?: boolean;
  /** The last ISO day on which it is valid. */
  validUntil?: string | null;
};

/** The questionnaire of the same edition that the supplier submitted before, and the questions on whose findings an action was completed since. */
export type PatternBefore = AnswerPattern & { actedOn: readonly string[] };

/** Questions that were left out because the supplier says that a group is gone, by the group, where earlier records show it. */
export type LeftOut = { fact: string; questions: readonly string[] };

/** A response of another supplier. */
export type OtherPattern = AnswerPattern & { responseId: string; supplier: string };

/** An answer that was sent back, with what it was before. */
export type SentBack = { question: string; sentBackAt: Date; shareBefore: number | null };

/**
 * A reason for a reviewer to look at answers again. It changes no answer and no score, and the supplier never sees it.
 * `questions`: those that it concerns; empty where it concerns all. `others`: responses of other suppliers that it names.
 */
export type Doubt = {
  kind: DoubtKind;
  questions: string[];
  figures: Readonly<Record<string, number>>;
  others: { responseId: string; supplier: string }[];
};

export const doubtKinds = [
  'faster-than-reading',
  'one-answer-throughout',
  'repeating-pattern',
  'perfect-without-evidence',
  'same-notes',
  'same-answers',
  'same-file',
  'file-in-many-sections',
  'one-address',
  'one-device',
  'better-once-sent-back',
  'better-without-evidence',
  'fewer-questions',
  'shares-over-all',
  'expired-evidence',
  'small-picture',
  'common-note',
  'same-in-group',
] as const;
export type DoubtKind = (typeof doubtKinds)[number];
