import { doubtParameters } from './parameters';
import type { AnswerPattern, Doubt, PatternFile } from './pattern';

/** What the files behind the answers of one response say without being opened (rules H9 and H10 of the catalogue). Pure. */
export function doubtsOfFiles({ files, submittedOn }: AnswerPattern): Doubt[] {
  const expired = files.filter(({ validUntil }) => validUntil && submittedOn !== undefined && validUntil < submittedOn);
  const small = files.filter(
    ({ isPicture, sizeBytes }) => isPicture && sizeBytes !== undefined && sizeBytes < doubtParameters.picture.bytes,
  );
  return [...over('expired-evidence', expired), ...over('small-picture', small)];
}

function over(kind: Doubt['kind'], files: readonly PatternFile[]): Doubt[] {
  if (files.length === 0) return [];
  const questions = [...new Set(files.map(({ question }) => question))];
  return [{ kind, questions, figures: { files: new Set(files.map(({ sha256 }) => sha256)).size }, others: [] }];
}
