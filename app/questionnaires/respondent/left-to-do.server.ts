import type { Respondent } from '~/access/require-respondent.server';
import type { Questioned } from '~/questionnaires/answer-review/read-comments.server';
import { isOpenTo, type OwnRead, reviewOf } from './read-own.server';

/** More than so many that are missing are counted, not named: then the sections say how far they are. */
const mostNamed = 10;

export type ToDo = { key: string; section: string; text: string };
export type LeftToDo = {
  /** Given back with a comment, and not answered since. */
  questioned: (ToDo & { comment: string })[];
  /** Asked, and without the answer that is needed; none when they are too many to name. */
  unanswered: ToDo[];
  /** May be sent blank. */
  blank: ToDo[];
};

/** Sections in the order in which a respondent goes through them: those with a question that was given back first. Pure. */
export function questionedFirst<Section extends { key: string }>(
  sections: readonly Section[],
  questioned: readonly { section: string }[],
): Section[] {
  const isGivenBack = ({ key }: Section) => questioned.some(({ section }) => section === key);
  return [...sections.filter(isGivenBack), ...sections.filter((section) => !isGivenBack(section))];
}

/**
 * The reason that the requester wrote for opening the answers again. None where they were sent back with comments: these are the reason, and its general sentence
 * is in the requester's language.
 */
export function reopenedReasonOf(
  { status, reopenedReason, reopenedAt }: Pick<OwnRead, 'status' | 'reopenedReason' | 'reopenedAt'>,
  comments: ReadonlyMap<string, Questioned>,
): string | null {
  const isByComments = [...comments.values()].some(({ sentBackAt }) => sentBackAt.getTime() === reopenedAt?.getTime());
  return status !== 'open' || isByComments ? null : reopenedReason;
}

/** What a supplier, or a colleague who was given some sections, still has to do or to look at before the answers go out, in the reader's language. */
export function leftToDo(
  own: OwnRead,
  options: { comments: ReadonlyMap<string, Questioned>; respondent: Pick<Respondent, 'sections'> },
): LeftToDo {
  const { given, unanswered, blank } = reviewOf(own);
  const isOpen = ({ section }: { section: string }) => isOpenTo(options.respondent, section);
  const named = (questions: typeof unanswered): ToDo[] =>
    questions.filter(isOpen).map(({ key, section, text }) => ({ key, section, text }));
  const missing = named(unanswered);
  const questioned = given.flatMap((section) =>
    section.answers.flatMap(({ key, text }) => {
      const about = options.comments.get(key);
      const answeredAt = own.answers.get(key)?.answeredAt;
      return about && answeredAt && answeredAt <= about.sentBackAt ? [{ key, section: section.key, text, comment: about.comment }] : [];
    }),
  );
  const isNear = missing.length <= mostNamed;
  return { questioned: questioned.filter(isOpen), unanswered: isNear ? missing : [], blank: isNear ? named(blank) : [] };
}
