import { type FindingGrade, findingGrades } from '#scoring';

export const isFindingGrade = (word: string): word is FindingGrade => findingGrades.some((grade) => grade === word);

/** With a capital where it begins a line. */
export const capital = (word: string): string => word.charAt(0).toLocaleUpperCase() + word.slice(1);
