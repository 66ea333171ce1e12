import { doubtParameters } from './parameters';
import type { AnswerPattern, Doubt, OtherPattern } from './pattern';

const { notes, copied } = doubtParameters;

/**
 * What a response shares with those of other suppliers (copies, and rule H8 of the catalogue). Suppliers that work well answer alike, so equal answers alone say
 * nothing: only equal notes, equal files, or equal answers that hardly any other supplier gives. Pure.
 */
export function doubtsAmong(given: AnswerPattern, others: readonly OtherPattern[]): Doubt[] {
  return [...sameNotes(given, others), ...sameFiles(given, others), ...sameAnswers(given, others)];
}

const named = ({ responseId, supplier }: OtherPattern) => ({ responseId, supplier });
const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();

function sameNotes({ answers }: AnswerPattern, others: readonly OtherPattern[]): Doubt[] {
  const own = answers.filter(({ note }) => note.length >= notes.length);
  const found = others.flatMap((other) => {
    const theirs = new Set(other.answers.map(({ note }) => plain(note)));
    const questions = own.filter(({ note }) => theirs.has(plain(note))).map(({ question }) => question);
    return questions.length < notes.least ? [] : [{ other, questions }];
  });
  if (found.length === 0) return [];
  const questions = [...new Set(found.flatMap((each) => each.questions))];
  return [{ kind: 'same-notes', questions, figures: { notes: questions.length }, others: found.map(({ other }) => named(other)) }];
}

function sameFiles({ files }: AnswerPattern, others: readonly OtherPattern[]): Doubt[] {
  const hashes = new Set(files.map(({ sha256 }) => sha256));
  const found = others.filter((other) => other.files.some(({ sha256 }) => hashes.has(sha256)));
  if (found.length === 0) return [];
  const theirs = new Set(found.flatMap((other) => other.files.map(({ sha256 }) => sha256)));
  const shared = files.filter(({ sha256 }) => theirs.has(sha256));
  const figures = { files: new Set(shared.map(({ sha256 }) => sha256)).size };
  return [{ kind: 'same-file', questions: [...new Set(shared.map(({ question }) => question))], figures, others: found.map(named) }];
}

function sameAnswers({ answers }: AnswerPattern, others: readonly OtherPattern[]): Doubt[] {
  if (others.length < copied.others) return [];
  const byQuestion = others.map((other) => ({ other, values: new Map(other.answers.map(({ question, value }) => [question, value])) }));
  const rare = new Set(
    answers.flatMap(({ question, value }) => {
      const theirs = byQuestion.flatMap(({ values }) => values.get(question) ?? []);
      const same = theirs.filter((each) => each === value).length;
      return theirs.length > 0 && same / theirs.length < copied.share ? [question] : [];
    }),
  );
  const found = byQuestion.filter(({ values }) => {
    const common = answers.filter(({ question }) => values.has(question));
    const isSame = common.length >= copied.least && common.every(({ question, value }) => values.get(question) === value);
    return isSame && common.filter(({ question }) => rare.has(question)).length >= copied.rare;
  });
  if (found.length === 0) return [];
  return [
    {
      kind: 'same-answers',
      questions: [...rare],
      figures: { answers: answers.length, rare: rare.size },
      others: found.map(({ other }) => named(other)),
    },
  ];
}
