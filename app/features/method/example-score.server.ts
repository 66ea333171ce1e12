import { type AssessInput, assess, instrument, questionsOf, visibleQuestions } from '#scoring';

const instrumentKey = 'ilo-ten-principles@1.0.0';

/** A fictional garment factory, so that the method can be read on an example: some facts known, some answers with papers, one finding. */
function exampleInput(asOf: string): AssessInput {
  const questions = visibleQuestions(instrument(instrumentKey), {}).filter(({ type }) => type === 'G4');
  return {
    asOf,
    facts: {
      countries: { value: ['VN'] },
      sector: { value: '1410' },
      products: { value: ['Garments'] },
      workers: { value: 1250 },
      agencyShare: { value: 0.35 },
      subcontracting: { value: 'declared' },
    },
    instrument: instrumentKey,
    answers: questions.map(({ key }) => ({ question: key, value: 3, evidence: 'document-checked', answeredOn: asOf })),
    findings: [{ id: 'example', grade: 'major', status: 'open', evidence: 'audit-announced' }],
  };
}

/** The example scored by the method of a day, so that what the page shows is always what the method gives. */
export function exampleScore(asOf: string) {
  const { trace: _, ...result } = assess(exampleInput(asOf));
  return { result, questions: questionsOf(instrument(instrumentKey)).length };
}
