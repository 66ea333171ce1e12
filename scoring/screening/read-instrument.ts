import { type Answers, answersThatCount, questionsOf } from '../instruments/answers.ts';
import type { Instrument, InstrumentQuestion } from '../instruments/complete.ts';
import { signStates, type SignState } from '../vocabulary.ts';
import { type EvidenceKind, type Screening, screenByDelphi } from './delphi.ts';
import { type ElevenSigns, readElevenSigns } from './eleven-signs.ts';

/** The questions of the screening that say how to read it. */
const aboutList = 'D0.a';
const aboutAct = 'D0.b';
const aboutKinds: Record<string, EvidenceKind> = {
  'D0.c': 'documents',
  'D0.d': 'workers',
  'D0.e': 'management',
  'D0.f': 'worker-representatives',
  'D0.g': 'observation',
};

/** Edition two asks for the kinds in one list to tick. */
const tickedKinds = 'D0.h';

/** The code in the ILO's list of the indicator that a question asks about. A question of edition two that reads it more strictly has a key of its own: D3.6.b. */
export const operationalCode = (question: string): string => question.split('.').slice(0, 2).join('.');

/** Reads the answers to the operational indicators (R13): for adults unless stated otherwise; kinds of evidence apply to every sign that is present. */
export function readOperational(instrument: Pick<Instrument, 'sections'>, options: { asOf: string; answers: Answers }): Screening {
  const { asOf, answers } = options;
  const given = answers[tickedKinds];
  const ticked = typeof given === 'string' ? given.split(' ') : [];
  const kinds = Object.entries(aboutKinds).flatMap(([question, kind]) =>
    answers[question] === 'yes' || ticked.includes(kind) ? [kind] : [],
  );
  return screenByDelphi({
    asOf,
    list: answers[aboutList] === 'children' ? 'children' : 'adults',
    signs: statesOf(instrument, answers).map(({ question, state }) => ({ indicator: operationalCode(question.key), state, kinds })),
    act: signStates.find((state) => state === answers[aboutAct]) ?? 'unknown',
  });
}

/** Reads the answers to the eleven signs (R13). */
export function readEleven(instrument: Pick<Instrument, 'sections'>, options: { asOf: string; answers: Answers }): ElevenSigns {
  const signs = statesOf(instrument, options.answers).flatMap(({ question, state }) =>
    question.indicators.map((indicator) => ({ indicator, state })),
  );
  return readElevenSigns({ asOf: options.asOf, signs });
}

/** What was answered of each sign; one without an answer is left out, and so unknown. */
function statesOf(instrument: Pick<Instrument, 'sections'>, answers: Answers): { question: InstrumentQuestion; state: SignState }[] {
  const counted = answersThatCount(instrument, answers);
  return questionsOf(instrument).flatMap((question) => {
    const state = question.type === 'SIGN' ? signStates.find((each) => each === counted[question.key]) : undefined;
    return state === undefined ? [] : [{ question, state }];
  });
}
