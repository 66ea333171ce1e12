import { beforeAll, describe, expect, it } from 'vitest';
import type { EntryValue } from '~/audits/entries/entries';
import { checkRecord } from '~/audits/entries/check-record.server';
import { readRecord } from '~/audits/entries/read-record.server';
import { redactZeroTolerance } from '~/audits/entries/redact-zero-tolerance.server';
import { readPack } from '~/audits/recorder/read-pack.server';
import type { requireRecorder } from '~/audits/recorder/require-recorder.server';
import { blocks } from '~/audits/conclusion/conclude-audit.server';
import { checkValue, findingValue, makeAudit, makeEntry, sendEntries, withAudit } from '../../../tests/factories/audit';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeQuestionnaireTemplate } from '../../../tests/factories/questionnaire-template';
import { readLeft } from './read-left.server';

const further = ['ilo-employers-checklist@2.0.0', 'ilo-ten-principles@2.0.0'];
let owner: MadeMember;
let auditId: string;
beforeAll(async () => {
  owner = await makeMember();
  ({ auditId } = await makeAudit(owner, { checklists: further }));
});

const packOf = (id: string) =>
  withAudit(owner, id, async (db, audit) => {
    const pack = await readPack(db, { audit, member: { ...owner, role: 'owner' } } as unknown as Awaited<
      ReturnType<typeof requireRecorder>
    >);
    if (!pack) throw new Error('no pack');
    return pack;
  });
const accepted = (answer: string, from: NonNullable<EntryValue<'check'>['from']>): EntryValue<'check'> => ({
  ...checkValue('compliant'),
  answer,
  from,
});

describe('proposals in an audit', () => {
  it('the pack has the facts that its questionnaires share, and where each question is answered', async () => {
    const { sameFacts, sections } = await packOf(auditId);
    expect(sameFacts?.rows.map(([left, , right]) => `${left} ${right}`)).toContain('H12.1 I7');
    const questions = new Map(sections.flatMap((section) => section.questions.map((question) => [question.key, question])));
    expect(questions.get('I7')).toMatchObject({ verify: ['documents', 'workers', 'observation'], places: ['office'] });
    expect(questions.get('BW.OS.7.f.1')).toMatchObject({ places: ['washrooms', 'dormitory'] });
  });

  it('an own questionnaire takes no part, also where it has the codes of a released one', async () => {
    const own = await makeQuestionnaireTemplate(owner, { code: 'codes', section: 'H12' });
    const made = await makeAudit(owner, { checklists: [own] });
    const { sameFacts, sections } = await packOf(made.auditId);
    const codes = sections.filter(({ key }) => key === 'H12').flatMap(({ questions }) => questions.map(({ key }) => key));
    expect(codes.length).toBeGreaterThan(0);
    expect(sameFacts?.rows.flat().filter((each) => codes.includes(each))).toEqual([]);
  });

  it('accepts an answer with its source, and none from a question that is withheld or that the audit does not ask', async () => {
    const source = await makeEntry('check', 'H12.1', checkValue('compliant'));
    const good = await makeEntry('check', 'I7', accepted('absent', [{ question: 'H12.1', answer: 'compliant' }]));
    const record = await makeEntry('check', 'BW.PI.b', accepted('2026-12-01', [{ question: 'record', answer: '2026-12-01' }]));
    const withheld = await makeEntry('check', 'BW.FL.1.e', accepted('compliant', [{ question: 'I6', answer: 'absent' }]));
    const nowhere = await makeEntry('check', 'D5.1', accepted('absent', [{ question: 'PS2-22.1', answer: 'met' }]));
    expect(await sendEntries(owner, auditId, [source, good, record, withheld, nowhere])).toMatchObject({
      taken: [source.id, good.id, record.id],
      refused: [withheld, nowhere].map(({ id }) => ({ id, code: 'unknown-place' })),
    });
  });

  it('a changed source makes the accepted answer one to review, and prevents the conclusion until it is kept', async () => {
    const made = await makeAudit(owner, { checklists: further });
    const obstacles = () => withAudit(owner, made.auditId, async (db, audit) => (await checkRecord(db, audit)).obstacles);
    const source = await makeEntry('check', 'H12.1', checkValue('compliant'));
    const answer = accepted('absent', [{ question: 'H12.1', answer: 'compliant' }]);
    const target = await makeEntry('check', 'I7', answer);
    await sendEntries(owner, made.auditId, [source, target]);
    expect((await obstacles()).outdated).toEqual([]);
    await sendEntries(owner, made.auditId, [await makeEntry('check', 'H12.1', checkValue('not-compliant'), [source.id])]);
    const after = await obstacles();
    expect(after.outdated).toEqual(['I7']);
    const nothing = { conflicts: 0, unanswered: [], withoutFinding: [], withoutWorkers: [], withoutEvidence: [] };
    const none = { ...nothing, undeclared: 0, interests: 0, notRevisited: [], noClosing: false };
    expect([blocks({ ...none, outdated: ['I7'] }, true), blocks({ ...none, outdated: [] }, true)]).toEqual([true, false]);
    const { from: _from, ...kept } = answer;
    await sendEntries(owner, made.auditId, [await makeEntry('check', 'I7', kept, [target.id])]);
    expect((await obstacles()).outdated).toEqual([]);
  });

  it('a finding about the source is one about the accepted answer', async () => {
    const made = await makeAudit(owner, { checklists: further });
    const without = () => withAudit(owner, made.auditId, async (db, audit) => (await checkRecord(db, audit)).obstacles.withoutFinding);
    await sendEntries(owner, made.auditId, [
      await makeEntry('check', 'BW.FL.1.c.1', checkValue('not-compliant')),
      await makeEntry('check', 'H12.1', accepted('not-compliant', [{ question: 'BW.FL.1.c.1', answer: 'not-compliant' }])),
    ]);
    expect(await without()).toEqual(['BW.FL.1.c.1', 'H12.1']);
    await sendEntries(owner, made.auditId, [await makeEntry('finding', crypto.randomUUID(), findingValue('BW.FL.1.c.1'))]);
    expect(await without()).toEqual([]);
  });

  it('a record for others does not name a source that is withheld with a whole questionnaire', async () => {
    const made = await makeAudit(owner, { checklists: further });
    await sendEntries(owner, made.auditId, [
      await makeEntry('check', 'D2.4', checkValue('absent')),
      await makeEntry('check', 'H2.2', accepted('compliant', [{ question: 'D2.4', answer: 'absent' }])),
      await makeEntry('check', 'D0.a', checkValue('children')),
    ]);
    const record = await withAudit(owner, made.auditId, async (db, audit) => redactZeroTolerance(await readRecord(db, audit)));
    expect(record.current.has('check D2.4')).toBe(false);
    expect(JSON.stringify([...record.current.values(), ...record.entries])).not.toContain('D2.4');
  });

  it('counts the facts left, and an answered fact in all its questions', async () => {
    const made = await makeAudit(owner, { checklists: further });
    const left = () => withAudit(owner, made.auditId, async (db, audit) => readLeft(db, audit, await checkRecord(db, audit)));
    const before = await left();
    // Without the questions of zero tolerance, which count as answered for everyone.
    expect(before.questions).toBeGreaterThan(600);
    expect(before.facts).toBeLessThan(0.85 * before.questions);
    await sendEntries(owner, made.auditId, [await makeEntry('check', 'H5.1', checkValue('compliant'))]);
    expect(await left()).toEqual({ facts: before.facts - 1, questions: before.questions - 1 });
    await sendEntries(owner, made.auditId, [
      await makeEntry('check', 'BW.CO.4.c', accepted('compliant', [{ question: 'H5.1', answer: 'compliant' }])),
    ]);
    expect(await left()).toEqual({ facts: before.facts - 1, questions: before.questions - 2 });
  });
});
