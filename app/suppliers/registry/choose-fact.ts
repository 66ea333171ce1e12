import { type EvidenceGrade, evidenceGrades, type FactSetAside, type Given } from '#scoring';

/** Shares that differ by no more than this are figures of different days, and do not contradict each other. */
const shareTolerance = 0.05;

/** How well the source of a fact is shown. */
export type GradeOf = (sourceId: string) => EvidenceGrade;
/** A statement without evidence, from a form, a list or a questionnaire. */
export const statedOnly: GradeOf = () => 'self-declared';

/** Whether two shares of one workforce contradict each other: by more than the tolerance, or one says none and the other some. */
export function sharesContradict(one: number, other: number): boolean {
  return Math.abs(one - other) > shareTolerance || (one === 0) !== (other === 0);
}

/**
 * Of two contradicting values of a fact the one with the better evidence, else the one that is worse for workers; the other stays beside it, with the reason.
 * @param isWorse whether the first is the worse for workers
 */
export function chooseFact<T>([one, other]: readonly [Given<T>, Given<T>], isWorse: boolean, gradeOf: GradeOf): Given<T> {
  const [shown, otherShown] = [gradeIn(one, gradeOf), gradeIn(other, gradeOf)];
  if (shown !== otherShown) return shown > otherShown ? beside(one, other, 'weaker-evidence') : beside(other, one, 'weaker-evidence');
  return isWorse ? beside(one, other, 'better-for-workers') : beside(other, one, 'better-for-workers');
}

/** The value that counts, with the one that does not. */
export function beside<T>(counts: Given<T>, { value, source, from }: Given<T>, because: FactSetAside<T>['because']): Given<T> {
  const aside = { value, ...(source === undefined ? {} : { source }), ...(from ? { from } : {}), because };
  return { ...counts, setAside: [...(counts.setAside ?? []), aside] };
}

const gradeIn = ({ source }: Given<unknown>, gradeOf: GradeOf): number =>
  evidenceGrades.indexOf(source === undefined ? 'self-declared' : gradeOf(source));
