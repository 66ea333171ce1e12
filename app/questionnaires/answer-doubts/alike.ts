import { doubtParameters } from './parameters';
import type { AnswerPattern, Doubt, OtherPattern } from './pattern';

const { notes, copied, common, group } = doubtParameters;

/**
 * What a response shares with those of other suppliers (copies, and rules G8 and H8 of the catalogue). Suppliers that work well answer alike, so equal answers alone say
 * nothing: only equal notes, equal files, or equal answers that hardly any other supplier gives. Pure.
 */
export function doubtsAmong(given: AnswerPattern, others: readonly OtherPattern[]): Doubt[] {
  const copies = sameNotes(given, others);
  const noted = copies.length > 0 ? [] : commonNote(given, others);
  return [...copies, ...noted, ...sameFiles(given, others), ...sameAnswers(given, others)];
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

/** One note that several suppliers give (rule G8); where two notes are the same at one supplier, that says more. */
function commonNote({ answers }: AnswerPattern, others: readonly OtherPattern[]): Doubt[] {
  const found = answers.flatMap(({ question, note }) => {
    const same =
      note.length < common.length ? [] : others.filter((other) => other.answers.some((each) => plain(each.note) === plain(note)));
    return same.length + 1 < common.suppliers ? [] : [{ question, same }];
  });
  if (found.length === 0) return [];
  const named = new Map(
    found.flatMap(({ same }) => same.map(({ responseId, supplier }) => [responseId, { responseId, supplier }] as const)),
  );
  const questions = found.map(({ question }) => question);
  return [{ kind: 'common-note', questions, figures: { suppliers: named.size + 1 }, others: [...named.values()] }];
}

/** Companies of one group that answer alike (rule G7): nearly all answers, and every note. Notes must exist, as good companies answer alike. Pure. */
export function doubtsInGroup({ answers }: AnswerPattern, companies: readonly OtherPattern[]): Doubt[] {
  const found = companies.filter((other) => {
    const theirs = new Map(other.answers.map((each) => [each.question, each]));
    const both = answers.flatMap((own) => {
      const their = theirs.get(own.question);
      return their ? [{ own, their }] : [];
    });
    const same = both.filter(({ own, their }) => own.value === their.value).length;
    const isNoted = both.some(({ own }) => own.note !== '') && both.every(({ own, their }) => plain(own.note) === plain(their.note));
    return both.length >= group.least && same >= group.share * both.length && isNoted;
  });
  return found.length === 0
    ? []
    : [{ kind: 'same-in-group', questions: [], figures: { companies: found.length + 1 }, others: found.map(named) }];
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
