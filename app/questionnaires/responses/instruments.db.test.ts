import { type AnswerValue, instrument, needsAnswer, questionsOf, visibleQuestions } from '#scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSupplier } from '~/suppliers/registry/create-supplier.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { answerQuestion } from './answer-question.server';
import { openResponse } from './open-response.server';
import { readResponse } from './read-response.server';
import { readOverview } from '~/risk/response-overview/read-overview.server';
import { scoringInputs } from '~/risk/scores/scoring-inputs.server';
import { sectionView } from './section-view.server';
import { submitResponse } from './submit-response.server';

const cat = 'better-work-cat@1.0.0';
const ten = 'ilo-ten-principles@1.0.0';
const now = new Date('2026-11-25T10:00:00Z');
let member: MadeMember;

beforeAll(async () => {
  member = await makeMember();
});

async function makeSupplier(name: string, country: string): Promise<{ publicId: string; partyId: string }> {
  const entry = { name, suppliesTo: 'buyer' as const, isDuplicateMeant: false, values: { country, sector: '1410', workers: 800 } };
  const made = await member.inOrganization((db) => createSupplier(db, { entry, userId: member.user.id }));
  if (made.kind !== 'created') throw new Error(made.kind);
  return made;
}

async function open(publicId: string, instrumentKey: string): Promise<string> {
  const opened = await member.inOrganization((db) =>
    openResponse(db, { supplierPublicId: publicId, instrumentKey, dueOn: null, userId: member.user.id }),
  );
  if (opened.kind !== 'opened') throw new Error(opened.code);
  return opened.responseId;
}

const answer = (responseId: string, question: string, value: unknown) =>
  member.inOrganization((db) => answerQuestion(db, { responseId, question, value, userId: member.user.id, now }));
const submit = (responseId: string, at = now) =>
  member.inOrganization((db) => submitResponse(db, { responseId, userId: member.user.id, now: at }));

/** Every required question gets `value` unless given otherwise, written at once: there are hundreds. */
async function answerAll(responseId: string, options: { key: string; value: AnswerValue; except?: Record<string, AnswerValue | string> }) {
  const { except = {} } = options;
  const rest = visibleQuestions(instrument(options.key), except).filter((question) => needsAnswer(question) && !(question.key in except));
  const given = [...Object.entries(except), ...rest.map(({ key }): [string, AnswerValue] => [key, options.value])];
  await member.inOrganization((db) =>
    db.answer.createMany({
      data: given.map(([question, value]) => ({ responseId, question, value, answeredById: member.user.id, answeredAt: now })),
    }),
  );
}

describe('a response by a questionnaire without a score', () => {
  it('accepts the answers of its types of question and rejects others', async () => {
    const { publicId } = await makeSupplier('Kinds Mill', 'JO');
    const responseId = await open(publicId, cat);
    const outcomes = [
      await answer(responseId, 'BW.FL.1.a', 'compliant'),
      await answer(responseId, 'BW.FL.1.a', 'yes'),
      await answer(responseId, 'BW.FL.1.a', 'not-applicable'),
      await answer(responseId, 'BW.SI.a', 12),
      await answer(responseId, 'BW.SI.a', 'twelve'),
      await answer(responseId, 'BW.SI.f', 'perhaps'),
      await answer(responseId, 'BW.PI.b', '2026-11-24'),
      await answer(responseId, 'BW.PI.b', '2026-13-01'),
    ];
    expect(outcomes.map(({ kind }) => kind)).toEqual([
      'answered',
      'refused',
      'refused',
      'answered',
      'refused',
      'refused',
      'answered',
      'refused',
    ]);
    const read = await member.inOrganization((db) => readResponse(db, responseId));
    expect(read?.kind).toBe('audit');
    expect(read?.answers.get('BW.SI.a')).toMatchObject({ value: null, gathered: 12 });
    expect(read?.answers.get('BW.FL.1.a')).toMatchObject({ value: 'compliant', gathered: null });
    const children = read && sectionView(read, 'BW.CL', { withUnasked: true });
    const age = children?.questions.find(({ key }) => key === 'BW.CL.1.a');
    expect(age?.marks).toMatchObject({ isZeroTolerance: true, publicItem: 'known', country: [{ kind: 'minimum-age', value: 16 }] });
    expect(children?.withheld.map(({ key }) => key)).toContain('BW.CL.1.a');
    expect((await submit(responseId)).kind).toBe('refused');
  });

  it('raises nothing that belongs in a sensitive case, shows the points, and leaves the credit of the scoring questionnaire', async () => {
    const { publicId, partyId } = await makeSupplier('Visited Mill', 'VN');
    const asked = await open(publicId, ten);
    await answerAll(asked, { key: ten, value: 'dont-know' });
    expect(await submit(asked)).toMatchObject({ kind: 'submitted', scores: true });

    const responseId = await open(publicId, cat);
    const except = { 'BW.PI.a': 'audit-unannounced', 'BW.FL.1.b': 'not-compliant', 'BW.OS.4.c': 'not-compliant', 'BW.SI.i': 'no' } as const;
    await answerAll(responseId, { key: cat, value: 'compliant', except });
    const later = new Date('2026-11-25T12:00:00Z');
    expect(await submit(responseId, later)).toMatchObject({ kind: 'submitted', scores: false, findings: 0 });
    const [input] = await member.inOrganization((db) => scoringInputs(db, { partyIds: [partyId], asOf: '2026-11-25' }));
    expect(input).toMatchObject({ responseId: asked, input: { instrument: ten, findings: [] } });

    const overview = await member.inOrganization((db) => readOverview(db, responseId));
    const outcome = overview?.outcome;
    if (outcome?.kind !== 'compliance') throw new Error('no result');
    expect(outcome.overall).toMatchObject({ nonCompliant: 1, assessed: 32 });
    expect(outcome.notStated).toEqual(['BW.CL.1', 'BW.CL.2', 'BW.FL.1', 'BW.OS.3', 'BW.OS.8']);
    expect(JSON.stringify(outcome)).not.toContain('BW.FL.1.b');
    expect(outcome.clusters.map(({ key, nonCompliant, notAssessed }) => [key, nonCompliant, notAssessed])).toContainEqual(['BW.FL', 0, 1]);
    expect(overview?.scores).toBe(false);
    expect(overview?.result?.overrides).toEqual([]);
  });

  it('evaluates the indicators of a screening in two readings', async () => {
    const { publicId } = await makeSupplier('Screened Mill', 'VN');
    const key = 'ilo-operational-indicators@1.0.0';
    const responseId = await open(publicId, key);
    await answerAll(responseId, { key, value: 'unknown', except: { 'D5.1': 'present', 'D5.2': 'present', 'D0.a': 'adults' } });
    expect(await submit(responseId)).toMatchObject({ kind: 'submitted', findings: 0 });
    const outcome = (await member.inOrganization((db) => readOverview(db, responseId)))?.outcome;
    expect(outcome).toMatchObject({ kind: 'operational', list: 'adults', lower: 'coercion-inconclusive', status: 'inconclusive' });
    expect(questionsOf(instrument(key)).filter(({ type }) => type === 'SIGN')).toHaveLength(67);
  });
});
