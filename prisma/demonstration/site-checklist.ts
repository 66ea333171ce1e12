import { instrument } from '#scoring';
import { askedOf } from '~/questionnaires/question-scope/asked-of';

/** The further checklist of the audits of the demonstration. */
export const siteChecklist = 'short-form@2.0.0';

/** What the audits of the demonstration recorded where nothing was to be remarked: a site with an agency, guards and work given out. */
const usual: Readonly<Record<string, string>> = {
  ...{ 'SIT.1': 'guards agency outwork', 'CON.1': 'before-first-day', 'CON.2': 'pay hours overtime-choice notice', 'CON.3': 'all' },
  ...{ 'CON.4': 'always', 'CON.5': 'all', 'PAY.1': 'always', 'PAY.2': 'pay hours benefits union', 'ADV.1': 'one-month', 'AGE.1': 'always' },
  ...{ 'FEE.1': 'asked-none', 'FEE.2.agent': 'employer', 'FEE.2.documents': 'employer', 'FEE.2.travel': 'employer' },
  ...{ 'FEE.2.medical': 'employer', 'FEE.2.insurance': 'employer', 'FEE.2.tests': 'not-applicable', 'FEE.2.training': 'employer' },
  ...{
    'FEE.2.tools': 'employer',
    'FEE.2.extra': 'not-applicable',
    'AGY.1': 'valid',
    'DOC.1': 'worker',
    'HRS.1': 'nothing',
    'MOV.1': 'free',
  },
  ...{ 'MOV.2': 'any-time', 'MOV.3': 'none', 'EXI.1': 'none', 'EXI.2': 'free', 'VOI.1': 'other-person promise chosen', 'VOI.2': 'four' },
  ...{ 'REM.1': 'written', 'SUP.1': 'most', 'POL.1': 'written', 'SUP.2': 'none' },
};

/** The questions of a released questionnaire that are asked where these answers were given. */
export const askedAfter = (instrumentKey: string, answers: Readonly<Record<string, string | number>>): ReadonlySet<string> =>
  askedOf(instrument(instrumentKey), { scope: null, opened: [], answers: new Map() }, answers).asked;

/** The answers to the further checklist at a site, by question; `differs`: those that are not the usual ones. Questions that are not asked have none. */
export function siteChecklistAnswers(differs: Readonly<Record<string, string>>): [question: string, answer: string][] {
  const answers = { ...usual, ...differs };
  const asked = askedAfter(siteChecklist, answers);
  return Object.entries(answers).filter(([question]) => asked.has(question));
}
