import { questionsOf } from '#scoring';
import type { ResponseRead } from '~/questionnaires/responses/read-response.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { placeOfAnswer, shareOfAnswer } from './share-of-answer';
import type { AnswerPattern } from './pattern';

const picture = /\.(jpe?g|png|webp|gif|tiff?)$/i;

/** A response as the checks take it. */
export function patternOf(response: ResponseRead): AnswerPattern {
  const asked = instrument(response.instrumentKey);
  const sectionOf = new Map(asked.sections.flatMap(({ key, questions }) => questions.map((question) => [question.key, key] as const)));
  const answers = questionsOf(asked).flatMap((question) => {
    const item = response.answers.get(question.key);
    const value = item?.value ?? item?.gathered ?? null;
    const section = sectionOf.get(question.key);
    if (!item || value === null || section === undefined) return [];
    const { note, answeredAt } = item;
    const share = shareOfAnswer(question, value);
    const place = placeOfAnswer(question, value);
    return [{ question: question.key, section, value, share, ...(place === undefined ? {} : { place }), note, answeredAt }];
  });
  const opened = [...response.evidenceOf].flatMap(([question, items]) =>
    items.map(({ sha256, sizeBytes, validUntil, fileName }) => ({
      question,
      sha256,
      sizeBytes,
      validUntil,
      isPicture: picture.test(fileName),
    })),
  );
  const sealed = response.sealed.map(({ question, sha256, sizeBytes, validUntil, mediaType }) => ({
    ...{ question, sha256, sizeBytes, validUntil, isPicture: mediaType.startsWith('image/') },
  }));
  const files = [...opened, ...sealed];
  const shares = [...response.answers.values()].find((item) => item.shares !== null)?.shares;
  return {
    answers,
    ...(shares ? { shares } : {}),
    ...(response.submittedAt ? { submittedOn: response.submittedAt.toISOString().slice(0, 10) } : {}),
    files: files.flatMap((file) => {
      const section = sectionOf.get(file.question);
      return section === undefined ? [] : [{ ...file, section }];
    }),
  };
}
