import { type Answers, operationalCode, questionsOf, readEleven, readOperational, restrictedQuestions } from '#scoring';
import type { Answered } from './arrange-results';
import type { ReportSigns } from './schema';

/**
 * The ILO's eleven indicators and the operational indicators (R13), read twice: unknown as absent, and as present. An indicator that would reveal the answer
 * to a zero-tolerance question is not stated, and counts as unknown. Null without both lists.
 */
export function arrangeSigns(given: { eleven: Answered | null; operational: Answered | null; asOf: string }): ReportSigns | null {
  const { eleven, operational, asOf } = given;
  if (!eleven || !operational) return null;
  const { signs } = readEleven(eleven.instrument, { asOf, answers: stated(eleven.answers) });
  const reading = readOperational(operational.instrument, { asOf, answers: stated(operational.answers) });
  const said = new Map(questionsOf(eleven.shown).map((question) => [question.key, question.text.text]));
  const asked = new Map(
    questionsOf(operational.shown).flatMap((question) => (question.type === 'SIGN' ? [[operationalCode(question.key), question]] : [])),
  );
  const titles = new Map(operational.shown.sections.map(({ key, title }) => [key, title.text]));
  return {
    eleven: signs.map(({ code, title, state, borrowed }) => {
      const isNotStated = restrictedQuestions().has(code);
      return {
        ...(isNotStated ? { isNotStated } : {}),
        text: said.get(code) ?? title,
        state,
        strength: isNotStated ? null : borrowed.work,
      };
    }),
    operational: {
      ...{ lower: reading.lower, upper: reading.upper, isSettled: reading.status === 'settled', kinds: reading.kinds },
      dimensions: reading.dimensions.map(({ code, lower, upper, present, unknown }) => ({
        ...{ code, title: titles.get(code) ?? code, lower, upper, unknown: unknown.length },
        present: present.map((key) => ({ code: key, text: asked.get(key)?.text.text ?? key, strength: asked.get(key)?.strength ?? null })),
      })),
    },
  };
}

/** Answers without those that no report states. */
const stated = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => !restrictedQuestions().has(key)));
