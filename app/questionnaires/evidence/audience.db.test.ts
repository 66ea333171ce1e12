import { createHash, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { can, roles } from '~/access/permissions';
import { forOrganization } from '~/access/tenant-db.server';
import { sharedAnswersSchema } from '~/questionnaires/responses/read-shared.server';
import { prepareReport } from '~/risk/supplier-report/prepare-report.server';
import { readReport } from '~/risk/supplier-report/read-report.server';
import { reachAsker } from '~/questionnaires/requests/receive-answers.server';
import { renderAssessmentReport } from '~/risk/supplier-report/assessment-report/render.server';
import { filesOfRespondent } from '~/questionnaires/respondent/own-files.server';
import { blobStore, keyOfFile } from '~/platform/files/blob-store.server';
import { addRecipient } from '~/documents/frozen-documents/share-document.server';
import { makeDocument } from '../../../tests/factories/document';
import { pdf } from '../../../tests/factories/evidence';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { answerAndSubmit, type MadeRequest, makeRequest } from '../../../tests/factories/request';
import { callRoute } from '../../../tests/setup/call-route';
import { type Audience, audiences } from './audience';
import { editEvidence } from './edit-evidence.server';
import { listAllFiles } from './list-all-files.server';
import { redactEvidence } from './redact-evidence.server';
import { storeEvidence } from './store-evidence.server';
import { withWorkFile } from '~/platform/files/work-file.server';

const now = new Date();
const kinds = { buyer: 'company', auditor: 'audit-firm', lender: 'lender' } as const;
/** Every possible audience of a file: eight. */
const sets = Array.from({ length: 2 ** audiences.length }, (_, bits) => audiences.filter((_, index) => bits & (1 << index)));

let request: MadeRequest;
let files: { id: string; audience: readonly Audience[]; sha256: string; bytes: Buffer }[];
const recipients = new Map<Audience, MadeMember>();
let buyer: MadeMember;
let routes: { bytes: unknown; csv: unknown; page: unknown };

beforeAll(async () => {
  buyer = await makeMember({ kind: kinds.buyer });
  request = await makeRequest(buyer, { name: 'Payroll mill' });
  const holder = filesOfRespondent(await request.respondent());
  files = await Promise.all(
    sets.map(async (audience, index) => {
      const bytes = pdf(`payroll ${index}`);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await (await blobStore()).write(keyOfFile(request.supplierOrganizationId, sha256), { bytes });
      return { id: '', audience, sha256, bytes };
    }),
  );
  for (const [index, file] of files.entries()) {
    const stored = await holder.run((db) =>
      storeEvidence(db, holder, {
        file: {
          question: 'P1.Q1',
          fileName: `Payroll of Nguyen ${index}.pdf`,
          mediaType: 'application/pdf',
          sha256: file.sha256,
          sizeBytes: file.bytes.length,
          isStripped: false,
          audience: file.audience,
          validUntil: null,
        },
      }),
    );
    if (stored.kind !== 'stored') throw new Error(stored.code);
    file.id = stored.evidenceId;
  }
  await answerAndSubmit(await request.respondent());
  recipients.set('buyer', buyer);
  // The same answers, shared with an audit firm and a lender too: each has the response among its own.
  for (const kind of ['auditor', 'lender'] as const) recipients.set(kind, await shareWith(kind));
  routes = {
    bytes: (await import('~/routes/org/questionnaires/response-evidence')).loader,
    csv: (await import('~/routes/org/questionnaires/response-files-csv')).loader,
    page: (await import('~/routes/org/questionnaires/response-files')).loader,
  };
});

async function shareWith(kind: Audience): Promise<MadeMember> {
  const recipient = await makeMember({ kind: kinds[kind] });
  const atSupplier = forOrganization({ organizationId: request.supplierOrganizationId });
  const first = await atSupplier((db) =>
    db.documentRecipient.findFirstOrThrow({
      where: { revokedAt: null, document: { responseId: request.responseId } },
      include: { document: true },
    }),
  );
  const id = await atSupplier(async (db) => {
    const { content, hash } = first.document;
    const document = { kind: 'answers' as const, subjectId: request.responseId, content: content as object, hash };
    const made = await makeDocument(db, { ...document, version: 2 + audiences.indexOf(kind), issuedById: first.document.issuedById });
    await addRecipient(db, made.id, {
      ...{ recipientOrganizationId: recipient.organization.id, role: kind, sections: first.sections, evidenceIds: first.evidenceIds },
      ...{ createdAt: new Date(), expiresAt: first.expiresAt },
    });
    return made.id;
  });
  await recipient.inOrganization(async (db) => {
    const party = await db.party.create({
      data: { kind: 'supplier', publicId: randomUUID(), name: 'Payroll mill', nameKey: 'payroll mill' },
    });
    await db.supplier.create({ data: { partyId: party.id, nameKey: 'payroll mill' } });
    await db.questionnaireResponse.create({
      data: {
        id: request.responseId,
        partyId: party.id,
        kind: 'self-assessment',
        instrumentKey: 'ilo-ten-principles@1.0.0',
        openedById: recipient.user.id,
      },
    });
    await db.questionnaireRequest.create({
      data: {
        responseId: request.responseId,
        supplierOrganizationId: request.supplierOrganizationId,
        snapshotId: id,
        locale: 'en',
        invitedById: recipient.user.id,
      },
    });
  });
  return recipient;
}

const recipient = (kind: Audience): MadeMember => recipients.get(kind) ?? buyer;
const read = (member: MadeMember, evidenceId: string) =>
  callRoute(routes.bytes, {
    url: `/o/${member.organization.slug}/responses/${request.responseId}/evidence/${evidenceId}`,
    params: { orgSlug: member.organization.slug, responseId: request.responseId, evidenceId },
    cookie: member.cookie,
  });
const csvOf = async (member: MadeMember) =>
  String(
    (
      await callRoute(routes.csv, {
        url: '/',
        params: { orgSlug: member.organization.slug, responseId: request.responseId },
        cookie: member.cookie,
      })
    ).body,
  );
const change = async (evidenceId: string, audience: readonly Audience[], redactedAudience: readonly Audience[] = []) => {
  const holder = filesOfRespondent(await request.respondent());
  return holder.run((db) => editEvidence(db, holder, { evidenceId, audience, redactedAudience, validUntil: null }));
};

describe.each(audiences)('a recipient who is a %s', (kind) => {
  test('opens of all eight audiences exactly those that include it, byte for byte', async () => {
    for (const { id, audience, bytes } of files) {
      const answer = await read(recipient(kind), id);
      if (audience.includes(kind)) expect(answer).toMatchObject({ status: 200, body: bytes.toString() });
      else expect(answer, audience.join()).toMatchObject({ status: 404 });
      expect((await read(recipient(kind), `${id}.redacted`)).status).toBe(404);
    }
  });

  test('lists every file by its hash, and names only those it opens', async () => {
    const member = recipient(kind);
    const csv = await csvOf(member);
    const listed = await member.inOrganization((db) => listAllFiles(db, { responseId: request.responseId, now }));
    for (const [index, { audience, sha256 }] of files.entries()) {
      const isOpen = audience.includes(kind);
      expect(csv).toContain(sha256);
      expect(csv.includes(`Payroll of Nguyen ${index}.pdf`), audience.join()).toBe(isOpen);
      const row = listed?.files.find((file) => file.sha256 === sha256);
      expect(row).toMatchObject(isOpen ? { access: 'open' } : { access: 'sealed', fileName: null });
    }
  });

  test('finds in the database itself no row of a file outside its audience', async () => {
    const rows = await recipient(kind).inOrganization((db) => db.sharedFile.findMany({ select: { evidenceId: true } }));
    expect(rows.map(({ evidenceId }) => evidenceId).sort()).toEqual(
      files.flatMap(({ id, audience }) => (audience.includes(kind) ? [id] : [])).sort(),
    );
    expect(await recipient(kind).inOrganization((db) => db.storedFile.count())).toBe(0);
    expect(await recipient(kind).inOrganization((db) => db.evidence.count())).toBe(0);
  });

  test.each(roles)('as %s: exactly with the permission to read assessments', async (role) => {
    const { organization } = recipient(kind);
    const member = await makeMember({ organization, role });
    const open = files.find(({ audience }) => audience.includes(kind))?.id ?? '';
    const sealed = files.find(({ audience }) => !audience.includes(kind))?.id ?? '';
    expect((await read(member, open)).status).toBe(can(role, 'read:response') ? 200 : 403);
    expect([403, 404]).toContain((await read(member, sealed)).status);
  });
});

test('the frozen shared copy has hashes, and no name', async () => {
  const snapshot = await buyer.inOrganization((db) =>
    db.frozenDocument.findFirstOrThrow({ where: { kind: 'answers', responseId: request.responseId } }),
  );
  expect(
    sharedAnswersSchema
      .parse(snapshot.content)
      .files.map(({ sha256 }) => sha256)
      .sort(),
  ).toEqual(files.map(({ sha256 }) => sha256).sort());
  expect(JSON.stringify(snapshot.content)).not.toMatch(/Nguyen/);
});

test('the report of the buyer lists the hash of every file, and names none; what it may not open counts for nothing', async () => {
  await reachAsker({ askerOrganizationId: buyer.organization.id, responseId: request.responseId, now });
  const report = await buyer.inOrganization(async (db) => {
    const prepared = await prepareReport(db, {
      responseId: request.responseId,
      organizationName: buyer.organization.name,
      locale: 'en',
      publicUrl: 'https://manumit.example',
      userId: buyer.user.id,
      now,
    });
    if (prepared.kind !== 'prepared') throw new Error(prepared.code);
    return readReport(db, { responseId: request.responseId, reportId: prepared.reportId });
  });
  const answered = report?.questionnaire?.sections.flatMap(({ questions }) => questions).find(({ code }) => code === 'P1.Q1')?.answer;
  expect(answered?.files).toEqual(files.map(({ sha256 }) => sha256).sort());
  expect(JSON.stringify(report)).not.toMatch(/Nguyen/);
  expect((report && (await renderAssessmentReport(report)).length) ?? 0).toBeGreaterThan(10_000);
});

test('another buyer and a visitor find nothing', async () => {
  const stranger = await makeMember();
  for (const { id } of files) expect((await read(stranger, id)).status).toBe(404);
  expect(await stranger.inOrganization((db) => db.sharedFile.count())).toBe(0);
});

test('a read is logged where the sharing organization sees it, once per day and reader', async () => {
  const open = files.find(({ audience }) => audience.length === 3)?.id ?? '';
  await read(buyer, open);
  await read(buyer, open);
  const reads = await forOrganization({ organizationId: request.supplierOrganizationId })((db) =>
    db.documentRead.findMany({ where: { how: 'file', readerOrganizationId: buyer.organization.id, readerId: buyer.user.id } }),
  );
  expect(reads).toEqual([expect.objectContaining({ section: 'P1', readerId: buyer.user.id })]);
});

test('narrowing an audience closes the file at once, widening opens it', async () => {
  const file = files.find(({ audience }) => audience.join() === 'buyer');
  if (!file) throw new Error('no such file');
  expect((await read(buyer, file.id)).status).toBe(200);
  await change(file.id, ['auditor']);
  expect((await read(buyer, file.id)).status).toBe(404);
  expect((await read(recipient('auditor'), file.id)).status).toBe(200);
  await change(file.id, ['buyer']);
  expect((await read(buyer, file.id)).status).toBe(200);
  expect((await read(recipient('auditor'), file.id)).status).toBe(404);
});

test('a redacted copy is shown to its audience, and the original to its own', async () => {
  const file = files.find(({ audience }) => audience.join() === 'auditor');
  if (!file) throw new Error('no such file');
  const holder = filesOfRespondent(await request.respondent());
  const copy = pdf('payroll, names blacked out');
  await withWorkFile(async (path) => {
    await writeFile(path, copy);
    const redaction = { file: { path, fileName: 'copy.pdf', declaredType: 'application/pdf' } };
    expect(await redactEvidence(holder, { evidenceId: file.id, redaction, audience: ['buyer', 'lender'] })).toEqual({ kind: 'redacted' });
  });
  for (const kind of audiences) {
    const isOfCopy = kind !== 'auditor';
    expect((await read(recipient(kind), file.id)).status, `original, ${kind}`).toBe(isOfCopy ? 404 : 200);
    const redacted = await read(recipient(kind), `${file.id}.redacted`);
    expect(redacted, `copy, ${kind}`).toMatchObject(isOfCopy ? { status: 200, body: copy.toString() } : { status: 404 });
  }
});

test('a revoked or expired snapshot closes every file at once', async () => {
  const atSupplier = forOrganization({ organizationId: request.supplierOrganizationId });
  const lender = recipient('lender');
  const open = files.find(({ audience }) => audience.length === 3)?.id ?? '';
  const set = (data: { revokedAt?: Date | null; expiresAt?: Date }) =>
    atSupplier((db) => db.documentRecipient.updateMany({ where: { recipientOrganizationId: lender.organization.id }, data }));
  expect((await read(lender, open)).status).toBe(200);
  await set({ revokedAt: now });
  expect((await read(lender, open)).status).toBe(404);
  expect(await csvOf(lender)).not.toMatch(/[0-9a-f]{64}/);
  await set({ revokedAt: null });
  expect((await read(lender, open)).status).toBe(200);
  await set({ expiresAt: new Date(now.getTime() - 1_000) });
  expect((await read(lender, open)).status).toBe(404);
});

test('an infected file is no longer opened for any user', async () => {
  const file = files.find(({ audience }) => audience.length === 3);
  const atSupplier = forOrganization({ organizationId: request.supplierOrganizationId });
  await atSupplier((db) =>
    db.storedFile.updateMany({ where: { sha256: file?.sha256 ?? '' }, data: { scan: 'infected', scanDetail: 'Test' } }),
  );
  for (const kind of ['buyer', 'auditor'] as const) expect((await read(recipient(kind), file?.id ?? '')).status).toBe(404);
});
