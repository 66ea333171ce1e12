import { type FindingGrade, findingGrades } from '#scoring';

export const isFindingGrade = (word: string): word is FindingGrade => findingGrades.some((grade) => grade === word);
