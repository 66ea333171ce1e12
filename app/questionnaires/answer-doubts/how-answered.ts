import { doubtParameters } from './parameters';
import type { AnswerGivenAt, AnswerPattern, Doubt, DoubtKind, SentBack } from './pattern';

const { pace, line, pattern, perfect, file, sentBack } = doubtParameters;
const doubt = (kind: DoubtKind, figures: Doubt['figures'], questions: string[] = []): Doubt => ({ kind, figures, questions, others: [] });

/** What the answers of one response say about how they were given (rules H1 to H4, H8 and H15 of the catalogue). Pure. */
export function doubtsOfOne(given: AnswerPattern, returned: readonly SentBack[] = []): Doubt[] {
  return [
    ...tooFast(given.answers),
    ...straight(given.answers),
    ...repeating(given.answers),
    ...perfectUnshown(given),
    ...fileInMany(given),
    ...betterOnceSentBack(given, returned),
  ];
}

/** Answers that were saved together, by a workbook, a printed form or a page without script, have no pace. */
function tooFast(answers: readonly AnswerGivenAt[]): Doubt[] {
  const at = new Map<number, number>();
  for (const { answeredAt } of answers) at.set(answeredAt.getTime(), (at.get(answeredAt.getTime()) ?? 0) + 1);
  const moments = [...at].filter(([, count]) => count === 1).map(([time]) => time);
  const gaps = moments
    .sort((a, b) => a - b)
    .map((time, index) => (time - (moments[index - 1] ?? time)) / 1000)
    .slice(1);
  if (moments.length < pace.least) return [];
  const median = medianOf(gaps);
  return median < pace.seconds ? [doubt('faster-than-reading', { seconds: median, answers: moments.length })] : [];
}

/** One answer throughout: equally good on every scale, a long row of such, or in the same place of every list, where the first option is not always the best. */
function straight(answers: readonly AnswerGivenAt[]): Doubt[] {
  const graded = answers.filter(({ share }) => share !== null);
  const most = Math.max(
    mostOf(graded.map(({ share }) => share)),
    mostOf(graded.flatMap(({ place }) => (place === undefined ? [] : [place]))),
  );
  if (graded.length >= line.least && most / graded.length >= line.share)
    return [doubt('one-answer-throughout', { same: most, of: graded.length })];
  let run: string[] = [];
  let longest: string[] = [];
  graded.forEach((each, index) => {
    run = index > 0 && graded[index - 1]?.share === each.share ? [...run, each.question] : [each.question];
    if (run.length > longest.length) longest = run;
  });
  return longest.length >= line.run ? [doubt('one-answer-throughout', { same: longest.length, of: graded.length }, longest)] : [];
}

/** How often the most frequent of some values is there. */
function mostOf(values: readonly (number | null)[]): number {
  const counts = new Map<number | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

function repeating(answers: readonly AnswerGivenAt[]): Doubt[] {
  const shares = answers.flatMap(({ share }) => (share === null ? [] : [share]));
  if (shares.length < pattern.least || new Set(shares).size === 1) return [];
  const period = [2, 3].find((length) => shares.every((share, index) => index < length || share === shares[index - length]));
  return period === undefined ? [] : [doubt('repeating-pattern', { period, answers: shares.length })];
}

function perfectUnshown({ answers, files }: AnswerPattern): Doubt[] {
  const graded = answers.filter(({ share }) => share !== null);
  const best = graded.filter(({ share }) => share === 1).length;
  const shown = new Set(files.map(({ sha256 }) => sha256)).size;
  const isPerfect = graded.length >= perfect.least && best / graded.length >= perfect.share;
  const isUnshown = shown < perfect.files && answers.every(({ note }) => note === '');
  return isPerfect && isUnshown ? [doubt('perfect-without-evidence', { best, of: graded.length, files: shown })] : [];
}

function fileInMany({ files }: AnswerPattern): Doubt[] {
  const hashes = [...new Set(files.map(({ sha256 }) => sha256))];
  return hashes.flatMap((hash) => {
    const uses = files.filter(({ sha256 }) => sha256 === hash);
    const sections = new Set(uses.map(({ section }) => section)).size;
    return sections < file.sections
      ? []
      : [doubt('file-in-many-sections', { sections }, [...new Set(uses.map(({ question }) => question))])];
  });
}

function betterOnceSentBack({ answers, files }: AnswerPattern, returned: readonly SentBack[]): Doubt[] {
  const shown = new Set(files.map(({ question }) => question));
  const questions = returned.flatMap(({ question, sentBackAt, shareBefore }) => {
    const now = answers.find((each) => each.question === question);
    if (now?.share !== 1 || shareBefore !== 0 || shown.has(question)) return [];
    const hours = (now.answeredAt.getTime() - sentBackAt.getTime()) / 3_600_000;
    return hours >= 0 && hours <= sentBack.hours ? [question] : [];
  });
  return questions.length === 0 ? [] : [doubt('better-once-sent-back', { answers: questions.length }, questions)];
}

/** Of no numbers infinite. */
function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) return Number.POSITIVE_INFINITY;
  return sorted.length % 2 === 0 && low !== undefined ? (low + high) / 2 : high;
}
