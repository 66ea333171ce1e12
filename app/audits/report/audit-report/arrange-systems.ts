import { restrictedQuestions } from '#scoring';
import type { Answered } from './arrange-results';
import type { ReportSystems } from './evidence-schema';
import { systemElements } from './vocabulary';

type Element = (typeof systemElements)[number];

/** Questions that show an element of the management system: of Better Work, the short form and the questionnaires of the ILO. Our own table. */
const questionsAbout: Readonly<Record<Element, readonly string[]>> = {
  policy: ['BW.OS.1.c', 'BW.HR.1.e', 'S5.Q1', 'S6.Q1', 'S6.Q3', 'HT.1', 'P1.Q1', 'P1.Q2', 'P1.Q3'],
  people: ['BW.HR.3.a', 'BW.OS.1.e', 'BW.OS.1.e.1', 'BW.OS.3.e', 'BW.OS.8.h', 'S7.Q1', 'HT.4', 'P1.Q5', 'P2.Q1', 'P2.Q2'],
  procedures: ['BW.CL.3.a', 'BW.FL.2.e', 'BW.FL.2.e.2', 'BW.HR.2.h', 'H14.3.b', 'S2.Q1', 'S2.Q4', 'S3.Q1', 'S3.Q2', 'P2.Q6'],
  monitoring: ['BW.FL.2.c', 'BW.FL.2.c.1', 'BW.HR.3.g', 'BW.OS.1.d', 'BW.OS.1.f', 'BW.OS.1.f.1', 'BW.WT.1.e', 'S4.Q3', 'S6.Q2', 'P1.Q7'],
  remedy: ['BW.HR.3.b', 'BW.HR.3.b.2', 'BW.HR.3.c', 'BW.HR.3.c.1', 'BW.HR.3.c.2', 'S2.Q3', 'S7.Q2', 'S7.Q3', 'P8.Q1'],
};

/** How far an answer shows that something is in place; absent for those that say nothing. */
const degrees: Readonly<Record<string, number>> = {
  ...{ compliant: 1, 'not-compliant': 0, yes: 1, partial: 0.5, no: 0 },
  ...{ '0': 0, '1': 0.5, '2': 0.5, '3': 1, '4': 1 },
};

/**
 * Policy, people, procedures, monitoring and remedy, as the answers about each read: in place where all that could be assessed are met, absent where none is,
 * not assessed where there is none. Zero-tolerance questions count nowhere.
 */
export function arrangeSystems(answered: readonly Answered[]): ReportSystems {
  const answers = new Map(answered.flatMap((each) => Object.entries(each.answers)));
  return systemElements.map((element) => {
    const read = questionsAbout[element].flatMap((code) => {
      const degree = restrictedQuestions().has(code) ? undefined : degrees[String(answers.get(code))];
      return degree === undefined ? [] : [{ code, degree }];
    });
    const sum = read.reduce((total, { degree }) => total + degree, 0);
    const gaps = read.filter(({ degree }) => degree < 1).map(({ code }) => code);
    const state = read.length === 0 ? 'not-assessed' : gaps.length === 0 ? 'in-place' : sum === 0 ? 'absent' : 'partly';
    return { element, state, assessed: read.length, met: read.length - gaps.length, questions: read.map(({ code }) => code), gaps };
  });
}
