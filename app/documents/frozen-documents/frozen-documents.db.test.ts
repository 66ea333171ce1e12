import { describe, expect, it } from 'vitest';
import { auditDocument } from '~/audits/report/audit-document';
import { publishedDocument } from '~/audits/published-results/schema';
import { planDocument } from '~/lending/esap/plan-content';
import { clientReport } from '~/lending/monitoring/report-content';
import { answersDocument, type SharedAnswers } from '~/questionnaires/responses/read-shared.server';
import { scoreReport } from '~/risk/supplier-report/score-report-document';
import { sharedReportDocument } from '~/sharing/shared-access/shared-report';
import { makeDocument } from '../../../tests/factories/document';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeRequest } from '../../../tests/factories/request';
import { reportHash } from '~/documents/verification/report-hash.server';
import { documentKinds, readContent } from './document-kinds';
import { freezeDocument } from './freeze-document.server';
import { lenderDocuments } from './lender-documents';

const definitions = [
  ...[scoreReport, auditDocument, ...Object.values(lenderDocuments), planDocument, clientReport],
  ...[answersDocument, sharedReportDocument, publishedDocument],
];
const now = new Date('2026-12-01T10:00:00Z');
const answers = (note: string): SharedAnswers => ({
  ...{ instrumentKey: 'ilo-ten-principles@1.0.0', supplier: 'Mill', submittedAt: now.toISOString(), files: [] },
  answers: [{ question: 'P1.Q1', value: 3, note, answeredAt: now.toISOString() }],
});

async function respondent(): Promise<{
  member: MadeMember;
  freeze: (note: string) => Promise<{ documentId: string; version: number; hash: string }>;
}> {
  const member = await makeMember();
  const { responseId } = await makeRequest(member, { name: 'Mill' });
  const freeze = (note: string) =>
    member.inOrganization((db) =>
      freezeDocument(db, answersDocument, { subjectId: responseId, content: answers(note), issuedById: member.user.id, issuedAt: now }),
    );
  return { member, freeze };
}

describe('a kind of document', () => {
  it('is defined once, with the schema that is written', () => {
    expect(definitions.map(({ kind }) => kind).sort()).toEqual(Object.keys(documentKinds).sort());
    for (const { kind, newest, schemas } of definitions) expect(Object.keys(schemas), kind).toContain(newest);
  });

  it('has the subject that the database requires', async () => {
    const member = await makeMember();
    for (const kind of ['assessment', 'audit', 'due-diligence', 'esap', 'client-report', 'answers'] as const)
      await expect(
        member.inOrganization((db) => makeDocument(db, { kind, subjectId: null })),
        kind,
      ).rejects.toThrow(/FrozenDocument_subject/);
    await member.inOrganization((db) => makeDocument(db, { kind: 'yearly', subjectId: null, item: '2026' }));
    for (const item of ['', '26', '1999'])
      await expect(member.inOrganization((db) => makeDocument(db, { kind: 'yearly', subjectId: null, item }))).rejects.toThrow();
  });
});

describe('a document', () => {
  it('is the next version of its subject, however many are issued at once', async () => {
    const { member, freeze } = await respondent();
    const frozen = await Promise.all(['a', 'b', 'c'].map(freeze));
    expect(frozen.map(({ version }) => version).sort()).toEqual([1, 2, 3]);
    const rows = await member.inOrganization((db) =>
      db.frozenDocument.findMany({ where: { kind: 'answers' }, orderBy: { version: 'asc' } }),
    );
    expect(rows.map(({ supersedesId }) => supersedesId)).toEqual([null, rows[0]?.id, rows[1]?.id]);
  });

  it('has the hash of its content, and is read by the schema that it was issued under', async () => {
    const { member, freeze } = await respondent();
    const { documentId, hash } = await freeze('A note');
    const row = await member.inOrganization((db) => db.frozenDocument.findFirstOrThrow({ where: { id: documentId } }));
    expect(hash).toBe(reportHash(answers('A note')));
    expect(row.hash).toBe(hash);
    expect(readContent(answersDocument, row)).toEqual(answers('A note'));
    expect(() => readContent(answersDocument, { ...row, schemaVersion: 'answers/0' })).toThrow(/no schema answers\/0/);
  });

  it('is refused when its content has another form, or states another hash', async () => {
    const { member } = await respondent();
    const response = await member.inOrganization((db) => db.questionnaireResponse.findFirstOrThrow({ select: { id: true } }));
    const wrong = { ...answers(''), answers: 'none' } as unknown as SharedAnswers;
    const frozen = { subjectId: response.id, issuedById: member.user.id, issuedAt: now };
    await expect(member.inOrganization((db) => freezeDocument(db, answersDocument, { ...frozen, content: wrong }))).rejects.toThrow();
    const forged = { kind: 'answers' as const, subjectId: response.id, content: { hash: 'a'.repeat(64) }, hash: 'b'.repeat(64) };
    await expect(member.inOrganization((db) => makeDocument(db, forged))).rejects.toThrow(/FrozenDocument_hash/);
  });

  it('is never changed or deleted', async () => {
    const { member, freeze } = await respondent();
    const { documentId: id } = await freeze('');
    for (const change of [
      () => member.inOrganization((db) => db.frozenDocument.updateMany({ where: { id }, data: { note: 'x' } })),
      () => member.inOrganization((db) => db.frozenDocument.deleteMany({ where: { id } })),
    ])
      await expect(change()).rejects.toThrow(/permission denied/);
  });
});
