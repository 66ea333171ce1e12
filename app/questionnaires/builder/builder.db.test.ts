import { instrument as released } from '#scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { listInstruments } from '~/questionnaires/responses/list-instruments.server';
import { openResponse } from '~/questionnaires/responses/open-response.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { readCarried } from '~/questionnaires/responses/read-carried.server';
import { scoringInputs } from '~/risk/scores/scoring-inputs.server';
import { submitResponse } from '~/questionnaires/responses/submit-response.server';
import { equalToReleased, instrument } from '~/questionnaires/templates/instrument-at.server';
import { askSupplier } from '~/questionnaires/requests/ask-supplier.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { changeDraft, offerDraft, removeDraft, undoDraft, withdrawOffer } from './change-draft.server';
import { compareVersions } from './compare-versions';
import { keyOf } from './draft';
import type { DraftAct } from './draft-acts';
import { problemsOfDraft } from './problems-of-draft';
import { readQuestionnaireTemplate, readVersions } from './read-draft.server';
import { startCopy, startEmpty, startVersion } from './start-draft.server';

const now = new Date('2026-11-26T10:00:00Z');
const asOf = '2026-11-26';
let member: MadeMember;

beforeAll(async () => {
  member = await makeMember();
});

const who = () => ({ userId: member.user.id, now });
const act = (key: string, does: DraftAct) => member.inOrganization((db) => changeDraft(db, { key, act: does, ...who() }));
const read = async (key: string) => {
  const row = await member.inOrganization((db) => readQuestionnaireTemplate(db, key));
  if (!row) throw new Error(`no ${key}`);
  return row;
};

const question = (more: Partial<Extract<DraftAct, { intent: 'save-question' }>> & { question: string }): DraftAct => ({
  intent: 'save-question',
  section: 'A',
  type: 'YNP',
  text: 'Are the gates open?',
  hint: '',
  whyWeAsk: '',
  typicalEvidence: 'A look at the gate',
  clause: '',
  mayBeNotApplicable: false,
  unless: [],
  indicators: [],
  verify: [],
  zeroTolerance: false,
  options: '',
  facts: [],
  ...{ whereCountries: [], whereSectors: [], whereFacts: [] },
  ...more,
});

/** A questionnaire of one section and two questions, the second shown when the first is yes; complete. */
async function written(title: string): Promise<string> {
  const started = await member.inOrganization((db) => startEmpty(db, { title, userId: member.user.id }));
  if (started.kind !== 'started') throw new Error(started.code);
  const { key } = started;
  await act(key, { intent: 'add-section' });
  await act(key, {
    intent: 'save-section',
    section: 'A',
    title: 'Gates',
    summary: 'Whether people can leave',
    whereCountries: [],
    whereSectors: [],
    whereFacts: [],
  });
  await act(key, { intent: 'add-question', section: 'A' });
  await act(key, question({ question: 'A.Q1' }));
  await act(key, { intent: 'add-question', section: 'A' });
  await act(
    key,
    question({ question: 'A.Q2', text: 'Who opens them?', type: 'CHOICE', options: 'The guard\nAnybody', parent: 'A.Q1', unless: ['no'] }),
  );
  return key;
}

async function offered(title: string): Promise<string> {
  const key = await written(title);
  expect(await member.inOrganization((db) => offerDraft(db, { key, userId: member.user.id }))).toEqual({ kind: 'offered' });
  return key;
}

async function opened(key: string, supplierPublicId: string): Promise<string> {
  const made = await member.inOrganization((db) =>
    openResponse(db, { supplierPublicId, instrumentKey: key, dueOn: null, userId: member.user.id }),
  );
  if (made.kind !== 'opened') throw new Error(made.code);
  return made.responseId;
}

const answer = (responseId: string, code: string, value: unknown) =>
  member.inOrganization((db) => answerQuestion(db, { responseId, question: code, value, ...who() }));

describe('a draft', () => {
  it('lists what is missing, by question, until it is complete', async () => {
    const started = await member.inOrganization((db) => startEmpty(db, { title: 'Begun', userId: member.user.id }));
    if (started.kind !== 'started') throw new Error();
    const { key } = started;
    expect(problemsOfDraft(await read(key))).toEqual([{ code: 'no-sections' }]);
    await act(key, { intent: 'add-section' });
    await act(key, { intent: 'add-question', section: 'A' });
    await act(key, question({ question: 'A.Q1', type: 'CHOICE', text: '', parent: 'A.Q9' }));
    expect(problemsOfDraft(await read(key))).toEqual([
      { code: 'no-section-title', section: 'A' },
      { code: 'no-section-summary', section: 'A' },
      { code: 'no-text', question: 'A.Q1', section: 'A' },
      { code: 'few-options', question: 'A.Q1', section: 'A' },
    ]);
    expect(await member.inOrganization((db) => offerDraft(db, { key, userId: member.user.id }))).toEqual({
      kind: 'refused',
      code: 'has-problems',
    });
    const whole = await read(await written('Whole'));
    expect(problemsOfDraft(whole)).toEqual([]);
    expect(whole.content.sections[0]?.questions[1]).toMatchObject({
      options: [
        { value: 'the-guard', text: { en: 'The guard' } },
        { value: 'anybody', text: { en: 'Anybody' } },
      ],
      dependsOn: { question: 'A.Q1', unless: ['no'] },
    });
  });

  it('undoes every change, one by one, to the empty beginning', async () => {
    const key = await written('Undone');
    let undone = 0;
    while ((await member.inOrganization((db) => undoDraft(db, { key, now }))).kind === 'changed') undone += 1;
    expect(undone).toBe(6);
    expect((await read(key)).content).toMatchObject({ title: { en: 'Undone' }, sections: [] });
  });

  it('moves a question up to the previous section, and removes dependents of a deleted one', async () => {
    const key = await written('Moved');
    await act(key, { intent: 'add-section' });
    await act(key, { intent: 'add-question', section: 'B' });
    await act(key, { intent: 'move', item: 'B.Q1', way: 'up' });
    const moved = await read(key);
    expect(moved.content.sections.map(({ questions }) => questions.map((each) => each.key))).toEqual([['A.Q1', 'A.Q2', 'B.Q1'], []]);
    await act(key, { intent: 'add-pair', question: 'A.Q1', relation: 'equal', target: 'p6.q7' });
    expect((await read(key)).crosswalk).toEqual([
      { question: 'A.Q1', relation: 'equal', instrument: 'ilo-ten-principles@1.0.0', target: 'P6.Q7' },
    ]);
    await act(key, { intent: 'remove', item: 'A.Q1' });
    const rest = await read(key);
    expect(rest.crosswalk).toEqual([]);
    expect(rest.content.sections[0]?.questions.map((each) => [each.key, each.dependsOn])).toEqual([
      ['A.Q2', null],
      ['B.Q1', null],
    ]);
    expect(await act(key, { intent: 'add-pair', question: 'A.Q2', relation: 'equal', target: 'P6.Q7' })).toEqual({
      kind: 'refused',
      code: 'unlike',
    });
    expect(await act(key, { intent: 'add-pair', question: 'A.Q2', relation: 'related', target: 'P99' })).toEqual({
      kind: 'refused',
      code: 'unknown-target',
    });
  });

  it('belongs to its organization alone, and cannot be used before it is published', async () => {
    const key = await written('Private');
    const stranger = await makeMember();
    const foreign = await stranger.inOrganization((db) =>
      changeDraft(db, { key, act: { intent: 'add-section' }, userId: stranger.user.id, now }),
    );
    expect(foreign).toEqual({ kind: 'refused', code: 'unknown-instrument' });
    const { publicId } = await makeSupplier(member, { name: 'Mill of a draft' });
    const refused = await member.inOrganization((db) =>
      openResponse(db, { supplierPublicId: publicId, instrumentKey: key, dueOn: null, userId: member.user.id }),
    );
    expect(refused).toEqual({ kind: 'refused', code: 'unknown-instrument' });
    // The database itself allows no response on a draft.
    const { partyId } = await makeSupplier(member, { name: 'Mill of a forged key' });
    const forged = member.inOrganization((db) =>
      db.questionnaireResponse.create({ data: { partyId, kind: 'self-assessment', instrumentKey: key, openedById: member.user.id } }),
    );
    await expect(forged).rejects.toThrow();
    expect(await member.inOrganization((db) => removeDraft(db, { key, userId: member.user.id }))).toBe(true);
  });
});

describe('a version', () => {
  it('is frozen by its first use: no change, no deletion, in the database either; the next begins as a draft copy of it', async () => {
    const key = await offered('Frozen');
    expect(await act(key, { intent: 'add-section' })).toEqual({ kind: 'refused', code: 'offered' });
    expect(await member.inOrganization((db) => withdrawOffer(db, { key, userId: member.user.id }))).toEqual({ kind: 'withdrawn' });
    await member.inOrganization((db) => offerDraft(db, { key, userId: member.user.id }));
    const { publicId } = await makeSupplier(member, { name: 'Mill of version one' });
    const first = await opened(key, publicId);
    expect(await act(key, { intent: 'add-section' })).toEqual({ kind: 'refused', code: 'used' });
    expect(await member.inOrganization((db) => withdrawOffer(db, { key, userId: member.user.id }))).toEqual({
      kind: 'refused',
      code: 'used',
    });
    for (const forge of [
      (db: Parameters<Parameters<MadeMember['inOrganization']>[0]>[0]) =>
        db.questionnaireTemplate.updateMany({ where: { key }, data: { translations: {} } }),
      (db: Parameters<Parameters<MadeMember['inOrganization']>[0]>[0]) =>
        db.questionnaireTemplate.updateMany({ where: { key }, data: { frozenAt: null } }),
      (db: Parameters<Parameters<MadeMember['inOrganization']>[0]>[0]) => db.questionnaireTemplate.deleteMany({ where: { key } }),
    ])
      await expect(member.inOrganization(forge)).rejects.toThrow();
    const { code } = await read(key);
    const next = await member.inOrganization((db) => startVersion(db, { code, userId: member.user.id }));
    expect(next).toEqual({ kind: 'started', key: keyOf(code, 2) });
    const again = await member.inOrganization((db) => startVersion(db, { code, userId: member.user.id }));
    expect(again).toEqual({ kind: 'refused', code: 'draft-exists', key: keyOf(code, 2) });
    await act(keyOf(code, 2), { intent: 'remove', item: 'A.Q2' });
    await act(keyOf(code, 2), { intent: 'add-question', section: 'A' });
    await act(keyOf(code, 2), question({ question: 'A.Q3', text: 'Since when?' }));
    const [two, one] = await member.inOrganization((db) => readVersions(db, code));
    if (!one || !two) throw new Error();
    // A key that a version used is not reused for another question.
    expect(compareVersions(one, two).map((change) => [change.kind, change.question])).toEqual([
      ['added', 'A.Q3'],
      ['removed', 'A.Q2'],
    ]);
    expect((await answer(first, 'A.Q1', 'yes')).kind).toBe('answered');
    expect(await answer(first, 'A.Q3', 'yes')).toEqual({ kind: 'refused', code: 'unknown-question' });
    expect(await member.inOrganization((db) => offerDraft(db, { key: keyOf(code, 2), userId: member.user.id }))).toEqual({
      kind: 'offered',
    });
    const keys = (await member.inOrganization(listInstruments)).map((each) => each.key);
    expect(keys).toContain(keyOf(code, 2));
    expect(keys).not.toContain(key);
    const second = await opened(keyOf(code, 2), publicId);
    const carried = await member.inOrganization((db) => readCarried(db, second));
    expect(carried?.sources.map(({ responseId, rows }) => [responseId, rows.map((row) => row.question)])).toEqual([[first, ['A.Q1']]]);
  });

  it('is stored with the supplier too when it is requested, unchanged', async () => {
    const key = await offered('Lent');
    const { publicId } = await makeSupplier(member, { name: 'Mill asked by an own one' });
    const asked = await member.inOrganization((db) =>
      askSupplier(db, { supplierPublicId: publicId, instrumentKey: key, dueOn: null, locale: 'en', email: null, message: '', ...who() }),
    );
    if (asked.kind !== 'asked') throw new Error(asked.code);
    const { supplierOrganizationId } = await member.inOrganization((db) =>
      db.questionnaireRequest.findFirstOrThrow({ where: { responseId: asked.responseId } }),
    );
    const { forOrganization } = await import('~/access/tenant-db.server');
    const copy = await forOrganization({ organizationId: supplierOrganizationId })((db) => readQuestionnaireTemplate(db, key));
    const { id: _id, lentBy, frozenAt, changedAt: _changed, ...rest } = await read(key);
    expect([lentBy, frozenAt !== null]).toEqual([null, true]);
    expect(copy).toMatchObject({ ...rest, lentBy: member.organization.id });
    expect(copy?.frozenAt).not.toBeNull();
    const theirs = await forOrganization({ organizationId: supplierOrganizationId })(listInstruments);
    expect(theirs.some((each) => each.key === key)).toBe(false);
  });
});

describe('in the score', () => {
  it('only answers to questions of the method count', async () => {
    const started = await member.inOrganization((db) =>
      startCopy(db, { from: 'short-form@1.0.0', title: 'Our short form', userId: member.user.id }),
    );
    if (started.kind !== 'started') throw new Error(started.code);
    const { key } = started;
    expect(problemsOfDraft(await read(key))).toEqual([]);
    await act(key, { intent: 'add-question', section: 'S2' });
    const added = (await read(key)).content.sections.find((section) => section.key === 'S2')?.questions.at(-1)?.key ?? '';
    await act(key, question({ question: added, section: 'S2', type: 'RF', grade: 'critical', text: 'Anything worse?' }));
    await member.inOrganization((db) => offerDraft(db, { key, userId: member.user.id }));
    const { publicId, partyId } = await makeSupplier(member, { name: 'Mill of equals' });
    const responseId = await opened(key, publicId);
    expect(await member.inOrganization((db) => readResponse(db, responseId))).not.toBeNull();
    for (const section of instrument(key).sections)
      for (const each of section.questions) {
        const value =
          each.type === 'FACT'
            ? { agencyShare: 30 }
            : each.key === added || each.key === 'S2.Q2'
              ? 'yes'
              : each.type === 'RF'
                ? 'no'
                : 'partial';
        expect((await answer(responseId, each.key, value)).kind, each.key).toBe('answered');
      }
    const submitted = await member.inOrganization((db) => submitResponse(db, { responseId, ...who() }));
    // An own red flag raises nothing; the one equal to the method’s does.
    expect(submitted).toMatchObject({ kind: 'submitted', findings: 1 });
    const [input] = await member.inOrganization((db) => scoringInputs(db, { partyIds: [partyId], asOf }));
    expect(input).toMatchObject({ responseId, input: { instrument: 'short-form@1.0.0', facts: { agencyShare: { value: 0.3 } } } });
    const asked = released('short-form@1.0.0').sections.flatMap((section) => section.questions.filter(({ type }) => type !== 'FACT'));
    expect(input?.input.answers?.map(({ question: code }) => code)).toEqual(asked.map((each) => each.key));
    expect(equalToReleased(key)).toHaveLength(20);
  });
});
