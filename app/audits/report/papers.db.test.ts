import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sharingCode } from '~/access/shared-access.server';
import { readSignature } from '~/reports/kit/read-signature.server';
import { checkFile } from '~/documents/verification/check-file.server';
import { auditReportKinds } from '~/reports/audit-report/vocabulary';
import * as grantDoor from '~/routes/org/sharing/shared-access-record';
import * as issuedDoor from '~/routes/org/documents/issued-document';
import * as ownPageDoor from '~/routes/org/audits/audit-report-page';
import * as jsonDoor from '~/routes/org/audits/audit-report-json';
import * as pdfDoor from '~/routes/org/audits/audit-report-pdf';
import * as shareDoor from '~/routes/org/audits/audit-report-share';
import * as signDoor from '~/routes/org/audits/audit-report-sign';
import * as listDoor from '~/routes/org/audits/audit-reports';
import * as sharedDoor from '~/routes/org/sharing/shared-with-us-record';
import * as answersDoor from '~/routes/org/sharing/shared-with-us-answers-json';
import * as dataDoor from '~/routes/org/sharing/shared-with-us-report-data';
import * as fileDoor from '~/routes/org/sharing/shared-with-us-report-file';
import * as photosDoor from '~/routes/org/sharing/shared-with-us-report-photo';
import * as pageDoor from '~/routes/org/sharing/shared-with-us-report';
import {
  checkValue,
  closingValue,
  concludeAndApprove,
  findingValue,
  makeAudit,
  makeEntry,
  sendEntries,
} from '../../../tests/factories/audit';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { callRoute } from '../../../tests/setup/call-route';
import { prepareAuditReport, type ReportAsked } from './prepare-audit-report.server';
import { readAuditReport } from './read-audit-report.server';

const now = new Date();
let owner: MadeMember;
let second: MadeMember;
let lender: MadeMember;
let auditId: string;
let supplierPublicId: string;
let reportId: string;

const askedBy = (member: MadeMember): ReportAsked => ({
  ...{ auditId, userId: member.user.id, role: 'owner', organizationName: member.organization.name, locale: 'en' },
  ...{ publicUrl: 'https://manumit.example', now },
});
const prepare = async () => {
  const prepared = await owner.inOrganization((db) => prepareAuditReport(db, askedBy(owner)));
  if (prepared.kind === 'refused') throw new Error(prepared.code);
  return prepared.reportId;
};
type Options = { params?: Record<string, string>; form?: Record<string, string> };
const call = (door: unknown, member: MadeMember, { params, form }: Options = {}) =>
  callRoute(door as Parameters<typeof callRoute>[0], {
    url: `/o/${member.organization.slug}/x`,
    params: { orgSlug: member.organization.slug, auditId, reportId, ...params },
    cookie: member.cookie,
    ...(form ? { form } : {}),
  });
/** What a door gives to download, byte by byte. */
async function fileOf(door: typeof pdfDoor | typeof fileDoor, member: MadeMember, params: Record<string, string>): Promise<Buffer> {
  const request = new Request('http://localhost/', { headers: { Cookie: member.cookie } });
  const context = { clientAddress: '192.0.2.1', cspNonce: 'test' } as never;
  const given = await door.loader({ request, params: { orgSlug: member.organization.slug, auditId, reportId, ...params }, context });
  return Buffer.from(await given.arrayBuffer());
}

beforeAll(async () => {
  owner = await makeMember();
  second = await makeMember({ role: 'reviewer', organization: owner.organization });
  lender = await makeMember({ kind: 'lender' });
  ({ auditId, supplierPublicId } = await makeAudit(owner));
  const sent = await sendEntries(owner, auditId, [
    await makeEntry('check', 'BW.FL.1.a', checkValue('not-compliant', { note: 'Seen in the safe' })),
    await makeEntry('finding', randomUUID(), findingValue('BW.FL.1.a')),
    await makeEntry('meeting', 'closing', closingValue),
  ]);
  expect(sent).toMatchObject({ kind: 'received', refused: [] });
  await owner.inOrganization((db) => db.supplier.updateMany({ where: { party: { publicId: supplierPublicId } }, data: { workers: 480 } }));
  await concludeAndApprove(auditId, { owner, second, now });
  reportId = await prepare();
});

describe('who works there', () => {
  it('stays as it stood at the approval, whatever the supplier says later', async () => {
    const workforce = async (id: string) => (await owner.inOrganization((db) => readAuditReport(db, askedBy(owner), id)))?.workforce;
    const before = await workforce(reportId);
    expect(before?.[0]?.value).toEqual({ kind: 'people', count: 480 });
    await owner.inOrganization((db) =>
      db.supplier.updateMany({ where: { party: { publicId: supplierPublicId } }, data: { workers: 475, migrantShare: 0.5 } }),
    );
    expect(await workforce(await prepare())).toEqual(before);
  });
  it('prints whom to reach and the licences as planned', async () => {
    const report = await owner.inOrganization((db) => readAuditReport(db, askedBy(owner), reportId));
    expect(report?.audit).toMatchObject({ contact: 'HR manager, by the gate', licences: 'Factory licence 12/2024', selfAssessedOn: null });
  });
});

describe('signing', () => {
  it('needs a prepared report and who approves; what is signed is given from then on', async () => {
    const unsigned = await call(shareDoor.action, owner, {
      form: { forms: 'full', code: 'X', purpose: 'lender', reason: 'Credit review', until: '2099-01-01' },
    });
    expect(unsigned.status).toBe(422);
    expect((await call(signDoor.action, owner, { params: { reportId: 'now' } })).status).toBe(303);
    const auditor = await makeMember({ role: 'auditor', organization: owner.organization });
    expect((await call(signDoor.action, auditor)).status).toBe(403);
    expect((await call(signDoor.action, await makeMember())).status).toBe(404);
    expect((await call(listDoor.loader, owner)).body).toMatchObject({
      reports: expect.arrayContaining([expect.objectContaining({ id: reportId, signedAt: null })]),
    });
    expect((await call(signDoor.action, second)).status).toBe(303);
    for (const reportKind of auditReportKinds) {
      const pdf = await call(pdfDoor.loader, owner, { params: { reportKind } });
      expect(pdf.headers.get('content-disposition')).toContain(`-${reportKind}-en.pdf`);
      const bytes = await fileOf(pdfDoor, owner, { reportKind });
      expect(await readSignature(bytes), reportKind).toMatchObject({ kind: 'found', isValid: true });
      // Its pages are drawn again for one form: for each by tests/reports/signature.
      if (reportKind === 'plan')
        expect(await checkFile(bytes)).toMatchObject({ isIntact: true, document: { form: 'plan', pages: 'same' } });
      bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
      expect(await readSignature(bytes), reportKind).toMatchObject({ isValid: false });
    }
    const again = await call(signDoor.action, second);
    expect(again.status).toBe(303);
    const signatures = await owner.inOrganization((db) => db.reportSignature.count());
    expect(signatures).toBe(auditReportKinds.length);
  });
});

describe('a signed report granted to another organization', () => {
  let sharedAccessId: string;
  const offered = async (more: Record<string, string>) =>
    call(shareDoor.action, owner, {
      form: { forms: 'full', purpose: 'lender', reason: 'Your credit review', until: '2099-01-01', ...more },
    });
  const doors = () => [
    call(pageDoor.loader, lender, { params: { sharedAccessId, reportKind: 'full' } }),
    call(fileDoor.loader, lender, { params: { sharedAccessId, reportKind: 'full' } }),
    call(dataDoor.loader, lender, { params: { sharedAccessId } }),
  ];
  const statuses = async () => (await Promise.all(doors())).map(({ status }) => status);

  it('shows nothing before it is accepted, then the very file that was signed', async () => {
    const code = await sharingCode(lender.organization.id);
    expect((await offered({ code, until: '2020-01-01' })).status).toBe(422);
    expect((await offered({ code: await sharingCode(owner.organization.id) })).status).toBe(422);
    const answer = await offered({ code });
    expect(answer.status, JSON.stringify(answer.body)).toBe(303);
    sharedAccessId = answer.headers.get('Location')?.split('/').pop() ?? '';
    expect(await statuses()).toEqual([410, 410, 410]);
    expect((await call(sharedDoor.action, lender, { params: { sharedAccessId }, form: { intent: 'accept' } })).status).toBe(303);
    expect(await statuses()).toEqual([200, 200, 200]);
    const [, , data] = await Promise.all(doors());
    const own = await fileOf(pdfDoor, owner, { reportKind: 'full' });
    expect((await fileOf(fileDoor, lender, { sharedAccessId, reportKind: 'full' })).equals(own)).toBe(true);
    expect(JSON.parse(String(data?.body))).toEqual(JSON.parse(String((await call(jsonDoor.loader, owner)).body)));
    expect(await call(sharedDoor.loader, lender, { params: { sharedAccessId } })).toMatchObject({
      body: { grant: { isReport: true, sections: [{ key: 'full' }] } },
    });
  });

  it('holds the forms that were named, no photo of another, no answers, and nothing for others', async () => {
    expect((await call(pageDoor.loader, lender, { params: { sharedAccessId, reportKind: 'plan' } })).status).toBe(404);
    expect((await call(photosDoor.loader, lender, { params: { sharedAccessId, photoHash: '0'.repeat(64) } })).status).toBe(404);
    expect((await call(answersDoor.loader, lender, { params: { sharedAccessId } })).status).toBe(404);
    expect((await call(sharedDoor.action, lender, { params: { sharedAccessId }, form: { intent: 'attach', supplier: 'x' } })).status).toBe(
      410,
    );
    const stranger = await makeMember();
    expect((await call(pageDoor.loader, stranger, { params: { sharedAccessId, reportKind: 'full' } })).status).toBe(404);
  });

  it('is read in a log on both sides, and issued to whom the list says', async () => {
    const given = await call(grantDoor.loader, owner, { params: { sharedAccessId } });
    expect(given.body).toMatchObject({
      grant: { reads: expect.arrayContaining([expect.objectContaining({ how: 'pdf', section: 'Audit report', person: null })]) },
    });
    const received = await call(sharedDoor.loader, lender, { params: { sharedAccessId } });
    expect(received.body).toMatchObject({ grant: { reads: expect.arrayContaining([expect.objectContaining({ how: 'json' })]) } });
    expect((await call(listDoor.loader, owner)).body).toMatchObject({
      issued: [{ sharedAccessId, recipient: lender.organization.name, state: 'accepted', forms: 1 }],
    });
    const activity = await owner.inOrganization((db) =>
      db.activity.findMany({ where: { recordKind: 'audit', recordId: auditId }, select: { act: true } }),
    );
    expect(activity.map(({ act }) => act)).toEqual(expect.arrayContaining(['offer-report', 'accept-grant']));
  });

  it('tells its reader when it was withdrawn; an auditor outside of the team learns nothing of it', async () => {
    const { hash: reportHash } = await owner.inOrganization((db) =>
      db.auditReport.findFirstOrThrow({ where: { id: reportId }, select: { hash: true } }),
    );
    const auditor = await makeMember({ role: 'auditor', organization: owner.organization });
    const form = { intent: 'withdrawn', reason: 'error' };
    expect((await call(issuedDoor.loader, auditor, { params: { reportHash } })).status).toBe(404);
    expect((await call(issuedDoor.action, auditor, { params: { reportHash }, form })).status).toBe(404);
    expect((await call(issuedDoor.action, second, { params: { reportHash }, form })).status).toBe(303);
    const shown = { body: { notices: [{ kind: 'withdrawn', reason: 'error' }] } };
    expect(await call(pageDoor.loader, lender, { params: { sharedAccessId, reportKind: 'full' } })).toMatchObject(shown);
    expect(await call(ownPageDoor.loader, owner, { params: { reportKind: 'full' } })).toMatchObject(shown);
  });

  it('ends at once: every door answers 410, and what was read stays listed', async () => {
    expect((await call(grantDoor.action, owner, { params: { sharedAccessId }, form: { intent: 'revoke' } })).status).toBe(303);
    expect(await statuses()).toEqual([410, 410, 410]);
    const received = await call(sharedDoor.loader, lender, { params: { sharedAccessId } });
    expect(received.status).toBe(410);
    expect(received.body).toMatchObject({
      grant: { state: 'revoked', reads: expect.arrayContaining([expect.objectContaining({ how: 'pdf' })]) },
    });
  });

  it('is shared by who may share reports alone', async () => {
    expect((await call(shareDoor.loader, second)).status).toBe(403);
    expect((await call(shareDoor.loader, await makeMember())).status).toBe(404);
  });
});
