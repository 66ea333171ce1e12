import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sharingCode } from '~/access/shared-access.server';
import { readSignature } from '~/documents/pdf/read-signature.server';
import { checkFile } from '~/documents/verification/check-file.server';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';
import * as grantRoute from '~/routes/org/sharing/shared-access-record';
import * as issuedRoute from '~/routes/org/documents/issued-document';
import * as ownPageRoute from '~/routes/org/audits/audit-report-page';
import * as jsonRoute from '~/routes/org/audits/audit-report-json';
import * as pdfRoute from '~/routes/org/audits/audit-report-pdf';
import * as shareRoute from '~/routes/org/audits/audit-report-share';
import * as signRoute from '~/routes/org/audits/audit-report-sign';
import * as listRoute from '~/routes/org/audits/audit-reports';
import * as sharedRoute from '~/routes/org/sharing/shared-with-us-record';
import * as answersRoute from '~/routes/org/sharing/shared-with-us-answers-json';
import * as sharedPlanRoute from '~/routes/org/sharing/shared-with-us-plan-xlsx';
import * as sharedVerifiedRoute from '~/routes/org/sharing/shared-with-us-verified-json';
import * as verifiedRoute from '~/routes/org/audits/audit-report-verified-json';
import * as dataRoute from '~/routes/org/sharing/shared-with-us-report-data';
import * as fileRoute from '~/routes/org/sharing/shared-with-us-report-file';
import * as photosRoute from '~/routes/org/sharing/shared-with-us-report-photo';
import * as pageRoute from '~/routes/org/sharing/shared-with-us-report';
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
const call = (route: unknown, member: MadeMember, { params, form }: Options = {}) =>
  callRoute(route as Parameters<typeof callRoute>[0], {
    url: `/o/${member.organization.slug}/x`,
    params: { orgSlug: member.organization.slug, auditId, reportId, ...params },
    cookie: member.cookie,
    ...(form ? { form } : {}),
  });
/** What a route returns as a download, byte by byte. */
async function fileOf(route: typeof pdfRoute | typeof fileRoute, member: MadeMember, params: Record<string, string>): Promise<Buffer> {
  const request = new Request('http://localhost/', { headers: { Cookie: member.cookie } });
  const context = { clientAddress: '192.0.2.1', cspNonce: 'test' } as never;
  const given = await route.loader({ request, params: { orgSlug: member.organization.slug, auditId, reportId, ...params }, context });
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

describe('the workforce', () => {
  it('stays as at the approval, whatever the supplier says later', async () => {
    const workforce = async (id: string) => (await owner.inOrganization((db) => readAuditReport(db, askedBy(owner), id)))?.workforce;
    const before = await workforce(reportId);
    expect(before?.[0]?.value).toEqual({ kind: 'people', count: 480 });
    await owner.inOrganization((db) =>
      db.supplier.updateMany({ where: { party: { publicId: supplierPublicId } }, data: { workers: 475, migrantShare: 0.5 } }),
    );
    expect(await workforce(await prepare())).toEqual(before);
  });
  it('prints contacts and licences as planned', async () => {
    const report = await owner.inOrganization((db) => readAuditReport(db, askedBy(owner), reportId));
    expect(report?.audit).toMatchObject({ contact: 'HR manager, by the gate', licences: 'Factory licence 12/2024', selfAssessedOn: null });
  });
});

describe('signing', () => {
  it('needs an issued report and an approver; the signed file is served from then on', async () => {
    const unsigned = await call(shareRoute.action, owner, {
      form: { forms: 'full', code: 'X', purpose: 'lender', reason: 'Credit review', until: '2099-01-01' },
    });
    expect(unsigned.status).toBe(422);
    expect((await call(signRoute.action, owner, { params: { reportId: 'now' } })).status).toBe(303);
    const auditor = await makeMember({ role: 'auditor', organization: owner.organization });
    expect((await call(signRoute.action, auditor)).status).toBe(403);
    expect((await call(signRoute.action, await makeMember())).status).toBe(404);
    expect((await call(listRoute.loader, owner)).body).toMatchObject({
      reports: expect.arrayContaining([expect.objectContaining({ id: reportId, signedAt: null })]),
    });
    expect((await call(signRoute.action, second)).status).toBe(303);
    for (const reportKind of auditReportKinds) {
      const pdf = await call(pdfRoute.loader, owner, { params: { reportKind } });
      expect(pdf.headers.get('content-disposition')).toContain(`-${reportKind}-en.pdf`);
      const bytes = await fileOf(pdfRoute, owner, { reportKind });
      expect(await readSignature(bytes), reportKind).toMatchObject({ kind: 'found', isValid: true });
      // Its pages are rendered again for one form: for each by tests/reports/signature.
      if (reportKind === 'plan')
        expect(await checkFile(bytes)).toMatchObject({ isIntact: true, document: { form: 'plan', pages: 'same' } });
      bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
      expect(await readSignature(bytes), reportKind).toMatchObject({ isValid: false });
    }
    const again = await call(signRoute.action, second);
    expect(again.status).toBe(303);
    const signatures = await owner.inOrganization((db) => db.documentSignature.count());
    expect(signatures).toBe(auditReportKinds.length);
  });
});

describe('a signed report shared with another organization', () => {
  let sharedAccessId: string;
  const offered = async (more: Record<string, string>) =>
    call(shareRoute.action, owner, {
      form: { forms: 'full', purpose: 'lender', reason: 'Your credit review', until: '2099-01-01', ...more },
    });
  const routes = () => [
    call(pageRoute.loader, lender, { params: { sharedAccessId, reportKind: 'full' } }),
    call(fileRoute.loader, lender, { params: { sharedAccessId, reportKind: 'full' } }),
    call(dataRoute.loader, lender, { params: { sharedAccessId } }),
    call(sharedPlanRoute.loader, lender, { params: { sharedAccessId } }),
    call(sharedVerifiedRoute.loader, lender, { params: { sharedAccessId } }),
  ];
  const statuses = async () => (await Promise.all(routes())).map(({ status }) => status);

  it('shows nothing before acceptance, then the very file that was signed', async () => {
    const code = await sharingCode(lender.organization.id);
    expect((await offered({ code, until: '2020-01-01' })).status).toBe(422);
    expect((await offered({ code: await sharingCode(owner.organization.id) })).status).toBe(422);
    const answer = await offered({ code });
    expect(answer.status, JSON.stringify(answer.body)).toBe(303);
    sharedAccessId = answer.headers.get('Location')?.split('/').pop() ?? '';
    expect(await statuses()).toEqual([410, 410, 410, 410, 410]);
    expect((await call(sharedRoute.action, lender, { params: { sharedAccessId }, form: { intent: 'accept' } })).status).toBe(303);
    expect(await statuses()).toEqual([200, 200, 200, 200, 200]);
    const [, , data, plan, verified] = await Promise.all(routes());
    const own = await fileOf(pdfRoute, owner, { reportKind: 'full' });
    expect((await fileOf(fileRoute, lender, { sharedAccessId, reportKind: 'full' })).equals(own)).toBe(true);
    expect(JSON.parse(String(data?.body))).toEqual(JSON.parse(String((await call(jsonRoute.loader, owner)).body)));
    expect(String(verified?.body)).toBe(String((await call(verifiedRoute.loader, owner)).body));
    expect(plan?.headers.get('Content-Disposition')).toMatch(/-plan-en\.xlsx/);
    expect(await call(sharedRoute.loader, lender, { params: { sharedAccessId } })).toMatchObject({
      body: { grant: { isReport: true, sections: [{ key: 'full' }] } },
    });
  });

  it('contains the selected forms, no other photo, no answers, and nothing for others', async () => {
    expect((await call(pageRoute.loader, lender, { params: { sharedAccessId, reportKind: 'plan' } })).status).toBe(404);
    expect((await call(photosRoute.loader, lender, { params: { sharedAccessId, photoHash: '0'.repeat(64) } })).status).toBe(404);
    expect((await call(answersRoute.loader, lender, { params: { sharedAccessId } })).status).toBe(404);
    expect((await call(sharedRoute.action, lender, { params: { sharedAccessId }, form: { intent: 'attach', supplier: 'x' } })).status).toBe(
      422,
    );
    const stranger = await makeMember();
    expect((await call(pageRoute.loader, stranger, { params: { sharedAccessId, reportKind: 'full' } })).status).toBe(404);
  });

  it('is recorded in an access log on both sides, and lists its recipients', async () => {
    const given = await call(grantRoute.loader, owner, { params: { sharedAccessId } });
    expect(given.body).toMatchObject({
      grant: { reads: expect.arrayContaining([expect.objectContaining({ how: 'pdf', section: 'Audit report', person: null })]) },
    });
    const received = await call(sharedRoute.loader, lender, { params: { sharedAccessId } });
    const ways = ['json', 'xlsx'].map((how) => expect.objectContaining({ how }));
    expect(received.body).toMatchObject({ grant: { reads: expect.arrayContaining(ways) } });
    expect((await call(listRoute.loader, owner)).body).toMatchObject({
      issued: [{ sharedAccessId, recipient: lender.organization.name, state: 'accepted', forms: 1 }],
    });
    const activity = await owner.inOrganization((db) =>
      db.activity.findMany({ where: { recordKind: 'audit', recordId: auditId }, select: { act: true } }),
    );
    expect(activity.map(({ act }) => act)).toEqual(expect.arrayContaining(['offer-report', 'accept-grant']));
  });

  it('tells its reader when it was withdrawn; an auditor outside the team sees nothing of it', async () => {
    const { hash: reportHash } = await owner.inOrganization((db) =>
      db.frozenDocument.findFirstOrThrow({ where: { id: reportId }, select: { hash: true } }),
    );
    const auditor = await makeMember({ role: 'auditor', organization: owner.organization });
    const form = { intent: 'withdrawn', reason: 'error' };
    expect((await call(issuedRoute.loader, auditor, { params: { reportHash } })).status).toBe(404);
    expect((await call(issuedRoute.action, auditor, { params: { reportHash }, form })).status).toBe(404);
    expect(await call(issuedRoute.action, second, { params: { reportHash }, form: { ...form, reason: '' } })).toMatchObject({
      status: 422,
      body: { intent: 'withdrawn', failure: { errors: { reason: [expect.any(String)] } } },
    });
    const read = await call(issuedRoute.loader, second, { params: { reportHash } });
    expect(read.body).toMatchObject({ subject: expect.stringMatching(/^\d{4}-\d{4} · \S/), issued: { notices: [] } });
    expect((await call(issuedRoute.action, second, { params: { reportHash }, form })).status).toBe(303);
    const shown = { body: { notices: [{ kind: 'withdrawn', reason: 'error' }] } };
    expect(await call(pageRoute.loader, lender, { params: { sharedAccessId, reportKind: 'full' } })).toMatchObject(shown);
    expect(await call(ownPageRoute.loader, owner, { params: { reportKind: 'full' } })).toMatchObject(shown);
  });

  it('ends at once: every route returns 410, and earlier reads stay listed', async () => {
    expect((await call(grantRoute.action, owner, { params: { sharedAccessId }, form: { intent: 'revoke' } })).status).toBe(303);
    expect(await statuses()).toEqual([410, 410, 410, 410, 410]);
    const received = await call(sharedRoute.loader, lender, { params: { sharedAccessId } });
    expect(received.status).toBe(410);
    expect(received.body).toMatchObject({
      grant: { state: 'revoked', reads: expect.arrayContaining([expect.objectContaining({ how: 'pdf' })]) },
    });
  });

  it('is shared only by users who may share reports', async () => {
    expect((await call(shareRoute.loader, second)).status).toBe(403);
    expect((await call(shareRoute.loader, await makeMember())).status).toBe(404);
  });
});
