import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { scoringInputs } from '~/risk/scores/scoring-inputs.server';
import { listActivity } from '~/activity-log/list-activity.server';
import { wholeFinding as whole } from '../../../tests/factories/finding';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { prioritizeFindings } from './prioritize-findings.server';
import type { FindingFields } from './fields';
import { attachFiles, findFile, keepFiles, listFiles, removeFile } from './finding-files.server';
import { listGoodPractices, recordGoodPractice, removeGoodPractice } from './good-practice.server';
import { readFinding } from './read-finding.server';
import { amendFinding, recordFinding } from './record-finding.server';

const today = new Date().toISOString().slice(0, 10);
let owner: MadeMember;
let partyId: string;

beforeEach(async () => {
  owner = await makeMember();
  partyId = (await makeSupplier(owner)).partyId;
});

const record = (fields: Partial<FindingFields> = {}, by = owner, at = partyId) =>
  by.inOrganization((db) => recordFinding(db, { partyId: at, userId: by.user.id, fields: { ...whole, ...fields } }));
async function recorded(fields: Partial<FindingFields> = {}): Promise<string> {
  const result = await record(fields);
  if (result.kind === 'refused') throw new Error(result.problems.join());
  return result.findingId;
}
const storedFile = (by = owner, fileName = 'safe.jpg') =>
  by.inOrganization(async (db) => {
    const data = { sha256: 'c'.repeat(64), fileName, mediaType: 'image/jpeg', sizeBytes: 1, uploadedById: by.user.id };
    return (await db.storedFile.create({ data, select: { id: true } })).id;
  });

describe('recording (A34)', () => {
  test('saves all values, files it under the compliance point of its question, and writes one event', async () => {
    const auditId = randomUUID();
    const result = await owner.inOrganization((db) =>
      recordFinding(db, {
        partyId,
        auditId,
        userId: owner.user.id,
        fields: {
          ...whole,
          question: 'BW.FL.1.a',
          lawReference: 'Labour Code, art. 16',
          lawUrl: 'https://law.example/16',
          people: 3,
          restrictedNote: 'Said in the canteen.',
        },
      }),
    );
    if (result.kind === 'refused') throw new Error(result.problems.join());
    const read = await owner.inOrganization((db) => readFinding(db, result.findingId));
    expect(read).toMatchObject({
      title: whole.text,
      lang: undefined,
      origin: 'auditor',
      auditId,
      people: 3,
      extent: 'systemic',
      methods: ['document', 'worker'],
      agreement: 'agree',
      compliancePoint: 'BW.FL.1',
      lawUrl: 'https://law.example/16',
      recordedBy: owner.user.name,
      restrictedNote: 'Said in the canteen.',
    });
    expect(read?.pointTitle).toBeTruthy();
    const { events } = await owner.inOrganization((db) => listActivity(db, { recordKind: 'finding', recordId: result.findingId }));
    expect(events).toHaveLength(1);
    const reported = JSON.stringify(events);
    expect(reported).toContain('under-5');
    expect(reported).not.toContain('canteen');
  });

  test('all missing fields are reported at once, and nothing is saved', async () => {
    const lacking = await record({ text: '', grade: null, evidenceSeen: '', people: null, extent: null });
    expect(lacking).toEqual({
      kind: 'refused',
      problems: ['text-missing', 'grade-missing', 'evidence-missing', 'people-missing', 'extent-missing'],
    });
    expect(await owner.inOrganization((db) => db.finding.count())).toBe(0);
  });

  test.each([
    ['an unknown question', { question: 'BW.FL.1.zz' }, 'unknown-question'],
    ['an unknown point', { compliancePoint: 'BW.XX.9' }, 'unknown-point'],
    ['an unknown finding', { repeatOfId: randomUUID() }, 'unknown-repeat'],
    ['unknown evidence', { evidenceIds: [randomUUID()] }, 'unknown-evidence'],
    ['an unknown file', { fileIds: [randomUUID()] }, 'unknown-file'],
  ])('rejects %s', async (_, fields, problem) => {
    expect(await record(fields)).toEqual({ kind: 'refused', problems: [problem] });
  });

  test('rejects the file of another user, and a finding of another supplier or organization', async () => {
    const colleague = await makeMember({ organization: owner.organization });
    expect(await record({ fileIds: [await storedFile(colleague)] })).toMatchObject({ problems: ['unknown-file'] });
    const other = await makeSupplier(owner, { name: 'Other mill' });
    const elsewhere = await record({}, owner, other.partyId);
    if (elsewhere.kind === 'refused') throw new Error();
    expect(await record({ repeatOfId: elsewhere.findingId })).toMatchObject({ problems: ['unknown-repeat'] });
    const stranger = await makeMember();
    expect(await stranger.inOrganization((db) => readFinding(db, elsewhere.findingId))).toBeNull();
    const amended = await stranger.inOrganization((db) =>
      amendFinding(db, { findingId: elsewhere.findingId, userId: stranger.user.id, fields: whole }),
    );
    expect(amended).toEqual({ kind: 'refused', problems: ['unknown-finding'] });
  });

  test.each([
    ['without number of people', { peopleAffected: null, isPeopleUnknown: false }],
    ['with both a number of people and unknown', { peopleAffected: 3, isPeopleUnknown: true }],
    ['without extent', { extent: null }],
    ['without evidence', { evidenceSeen: ' ' }],
    ['without text', { text: ' ' }],
    ['without a user', { recordedById: null }],
    ['with a script for a law', { lawUrl: 'javascript:alert(1)' }],
    ['with an unlisted method', { methods: ['rumour'] }],
  ])('the database itself rejects one %s', async (_, columns) => {
    const data = {
      partyId,
      grade: 'major',
      origin: 'auditor',
      text: 'x',
      extent: 'isolated',
      peopleAffected: 1,
      evidenceSeen: 'seen',
      recordedById: owner.user.id,
    };
    await owner.inOrganization((db) => db.finding.create({ data }));
    await expect(owner.inOrganization((db) => db.finding.create({ data: { ...data, ...columns } }))).rejects.toThrow(/Finding_/);
  });

  test('a finding raised by an answer needs none of it, and may be completed', async () => {
    const { id } = await owner.inOrganization((db) => db.finding.create({ data: { partyId, grade: 'minor', text: 'Raised' } }));
    const amended = await owner.inOrganization((db) =>
      amendFinding(db, { findingId: id, userId: owner.user.id, fields: { ...whole, grade: 'critical' } }),
    );
    expect(amended).toEqual({ kind: 'amended', partyId });
    const read = await owner.inOrganization((db) => readFinding(db, id));
    expect(read).toMatchObject({ origin: 'answer', grade: 'critical', people: 12 });
    const { events } = await owner.inOrganization((db) => listActivity(db, { recordKind: 'finding', recordId: id }));
    expect(events[0]?.changes).toContainEqual({ field: 'grade', before: 'minor', after: 'critical' });
  });
});

test('a repeated finding is weighted as such (R6), and the number of people affected gives its scope (R9)', async () => {
  const first = await recorded();
  const again = await recorded({ repeatOfId: first, people: 120 });
  const { findings, first: order } = await owner.inOrganization(async (db) => ({
    findings: (await scoringInputs(db, { partyIds: [partyId], asOf: today }))[0]?.input.findings ?? [],
    first: await prioritizeFindings(db, { asOf: today }),
  }));
  expect(findings.find(({ id }) => id === again)).toMatchObject({ repeated: true });
  expect(findings.find(({ id }) => id === first)).not.toHaveProperty('repeated');
  const scope = (id: string) => order.rows.find(({ finding }) => finding.id === id)?.salience.scope;
  expect(scope(again)).toBeGreaterThan(scope(first) ?? 9);
});

describe('files', () => {
  test('a file belongs to one finding, opens by it alone, and the last evidence is kept', async () => {
    const fileId = await storedFile();
    const id = await recorded({ evidenceSeen: '', fileIds: [fileId] });
    const [file] = await owner.inOrganization((db) => listFiles(db, id));
    expect(file).toMatchObject({ fileName: 'safe.jpg', isOpen: true });
    const findingFileId = file?.id ?? '';
    expect(await record({ fileIds: [fileId] })).toMatchObject({ problems: ['unknown-file'] });
    const other = await recorded();
    const open = (findingId: string, by = owner) => by.inOrganization((db) => findFile(db, { findingId, findingFileId }));
    expect(await open(id)).toMatchObject({ fileName: 'safe.jpg' });
    expect(await open(other)).toBeNull();
    expect(await open(id, await makeMember())).toBeNull();
    const remove = () =>
      owner.inOrganization((db) => removeFile(db, { findingId: id, findingFileId, userId: owner.user.id, now: new Date() }));
    expect(await remove()).toEqual({ kind: 'refused', code: 'only-evidence' });
    const second = await storedFile(owner, 'second.jpg');
    await owner.inOrganization((db) => attachFiles(db, { findingId: id, fileIds: [second], userId: owner.user.id }));
    expect(await remove()).toEqual({ kind: 'removed' });
    expect(await remove()).toEqual({ kind: 'refused', code: 'not-there' });
    expect(await open(id)).toBeNull();
  });

  test('an infected file cannot be opened', async () => {
    const fileId = await storedFile();
    const id = await recorded({ fileIds: [fileId] });
    const [file] = await owner.inOrganization(async (db) => {
      await db.storedFile.updateMany({ where: { id: fileId }, data: { scan: 'infected', scanDetail: 'Test' } });
      return listFiles(db, id);
    });
    expect(file?.isOpen).toBe(false);
    expect(await owner.inOrganization((db) => findFile(db, { findingId: id, findingFileId: file?.id ?? '' }))).toBeNull();
  });

  test('names each file over the limit', async () => {
    const file = { path: '/nowhere', fileName: 'film.pdf', declaredType: 'application/pdf', isTooLarge: true };
    const kept = await keepFiles(owner.inOrganization, { organizationId: owner.organization.id, userId: owner.user.id, files: [file] });
    expect(kept).toEqual({ files: [], problems: [{ fileName: 'film.pdf', code: 'too-large' }] });
  });
});

test('good practice is listed separately from the findings, and can be withdrawn', async () => {
  const note = (text: string, compliancePoint: string | null = null) =>
    owner.inOrganization((db) => recordGoodPractice(db, { partyId, text, compliancePoint, userId: owner.user.id }));
  expect(await note(' ')).toEqual({ kind: 'refused', code: 'text-missing' });
  expect(await note('Lockers', 'BW.XX.1')).toEqual({ kind: 'refused', code: 'unknown-point' });
  const noted = await note('Each worker has a locker for his papers.', 'BW.FL.1');
  if (noted.kind === 'refused') throw new Error();
  const list = () => owner.inOrganization((db) => listGoodPractices(db, { partyId }));
  expect(await list()).toMatchObject([{ compliancePoint: 'BW.FL.1', recordedBy: owner.user.name }]);
  const stranger = await makeMember();
  expect(await stranger.inOrganization((db) => listGoodPractices(db, { partyId }))).toEqual([]);
  const back = { partyId, practiceId: noted.practiceId, userId: owner.user.id, now: new Date() };
  expect(await stranger.inOrganization((db) => removeGoodPractice(db, back))).toBe(false);
  expect(await owner.inOrganization((db) => removeGoodPractice(db, back))).toBe(true);
  expect(await list()).toEqual([]);
});

test('a finding that answers a zero-tolerance question is rejected, when corrected too, and nothing is saved', async () => {
  const critical = { ...whole, question: 'BW.FL.1.b.1' };
  const recorded = await owner.inOrganization((db) => recordFinding(db, { partyId, userId: owner.user.id, fields: critical }));
  expect(recorded).toEqual({ kind: 'refused', problems: ['grave-question'] });
  // The same fact under another question, a point filed alone that includes it, and an indicator.
  const implied = [
    { question: 'H8.1' },
    { question: 'I5' },
    { question: null, compliancePoint: 'BW.FL.1' },
    { question: null, indicator: 'physical-and-sexual-violence' as const },
    // An indicator that the question does not represent.
    { question: 'P5.Q3', indicator: 'intimidation-and-threats' as const },
  ];
  for (const filed of implied) {
    const fields = { ...whole, ...filed };
    expect(await owner.inOrganization((db) => recordFinding(db, { partyId, userId: owner.user.id, fields }))).toEqual(recorded);
  }
  expect(await owner.inOrganization((db) => db.finding.count({ where: { partyId } }))).toBe(0);
  const plain = await owner.inOrganization((db) => recordFinding(db, { partyId, userId: owner.user.id, fields: whole }));
  if (plain.kind === 'refused') throw new Error(plain.problems.join());
  const amend = () =>
    owner.inOrganization((db) => amendFinding(db, { findingId: plain.findingId, userId: owner.user.id, fields: critical }));
  expect(await amend()).toEqual({ kind: 'refused', problems: ['grave-question'] });
  const tagged = { ...whole, indicator: 'restriction-of-movement' as const };
  expect(
    await owner.inOrganization((db) => amendFinding(db, { findingId: plain.findingId, userId: owner.user.id, fields: tagged })),
  ).toEqual({ kind: 'refused', problems: ['grave-question'] });
  // One that an earlier answer raised can be corrected, whatever point the form names.
  await owner.inOrganization((db) =>
    db.finding.updateMany({ where: { id: plain.findingId }, data: { question: 'BW.FL.1.b.1', compliancePoint: 'BW.FL.1' } }),
  );
  const fields = { ...critical, compliancePoint: null };
  const corrected = await owner.inOrganization((db) => amendFinding(db, { findingId: plain.findingId, userId: owner.user.id, fields }));
  expect(corrected).toMatchObject({ kind: 'amended' });
});
