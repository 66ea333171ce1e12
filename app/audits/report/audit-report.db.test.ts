import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { read as readWorkbook, utils } from '@e965/xlsx';
import sharp from 'sharp';

import { beforeAll, describe, expect, it } from 'vitest';
import { findIssuedReport } from '~/documents/verification/find-issued-report.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { approveAudit } from '~/audits/conclusion/approve-audit.server';
import { concludeAudit } from '~/audits/conclusion/conclude-audit.server';
import type { SentEntry } from '~/audits/entries/entries';
import { type FoundAudit, findAudit } from '~/audits/planning/find-audit.server';
import { receiveEntries } from '~/audits/entries/receive-entries.server';
import { declareIndependence } from '~/audits/planning/team.server';
import { recordReply, sendForComment } from '~/findings/right-of-reply/reply-to-finding.server';
import { blobStore, keyOfFile } from '~/platform/files/blob-store.server';
import { reportHash } from '~/documents/verification/report-hash.server';
import * as jsonRoute from '~/routes/org/audits/audit-report-json';
import * as pageRoute from '~/routes/org/audits/audit-report-page';
import * as pdfRoute from '~/routes/org/audits/audit-report-pdf';
import * as planRoute from '~/routes/org/audits/audit-report-plan-xlsx';
import * as verifiedRoute from '~/routes/org/audits/audit-report-verified-json';
import * as photoRoute from '~/routes/org/audits/audit-report-photo';
import * as listRoute from '~/routes/org/audits/audit-reports';
import { checkValue, closingValue, readyToConclude, findingValue, makeAudit, makeEntry } from '../../../tests/factories/audit';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { callRoute } from '../../../tests/setup/call-route';
import { listAuditReports, readAuditReport } from './read-audit-report.server';
import { prepareAuditReport, type ReportAsked } from './prepare-audit-report.server';

const now = new Date('2026-12-02T18:00:00Z');
let owner: MadeMember;
let second: MadeMember;
let auditId: string;
let photoHash: string;
let findingId: string;

async function withAudit<T>(member: MadeMember, id: string, work: (db: TenantDb, audit: FoundAudit) => Promise<T>): Promise<T> {
  return member.inOrganization(async (db) => {
    const audit = await findAudit(db, { auditId: id, userId: member.user.id, role: 'owner' });
    if (!audit) throw new Error('no audit');
    return work(db, audit);
  });
}
const askedBy = (member: MadeMember, role: ReportAsked['role'] = 'owner'): ReportAsked => ({
  ...{ auditId, userId: member.user.id, role, organizationName: 'Made house', locale: 'en', publicUrl: 'https://manumit.example', now },
});
const prepare = (member: MadeMember) => member.inOrganization((db) => prepareAuditReport(db, askedBy(member)));
const url = (path = '') => `/o/${owner.organization.slug}/audits/${auditId}/reports${path}`;
const params = (more: Record<string, string> = {}) => ({ orgSlug: owner.organization.slug, auditId, ...more });

async function keepPhoto(ofAudit = auditId): Promise<string> {
  const jpeg = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#357' } })
    .jpeg()
    .toBuffer();
  const sha256 = createHash('sha256').update(jpeg).digest('hex');
  await (await blobStore()).write(keyOfFile(owner.organization.id, sha256), { bytes: jpeg });
  await withAudit(owner, ofAudit, (db, { responseId }) =>
    db.storedFile.create({
      data: { sha256, fileName: 'exit.jpg', mediaType: 'image/jpeg', sizeBytes: jpeg.length, uploadedById: owner.user.id, responseId },
    }),
  );
  return sha256;
}

async function entriesOf(): Promise<SentEntry[]> {
  const talk = {
    form: 'group' as const,
    place: 'off-site' as const,
    chosenBy: 'team' as const,
    language: 'ne',
    migrants: 12,
    agency: null,
  };
  return [
    await makeEntry('check', 'BW.FL.2.a.1', checkValue('not-compliant', { note: 'Seen in the safe', restricted: 'Told at night by one' })),
    await makeEntry('check', 'BW.SI.a', checkValue(400)),
    await makeEntry('finding', findingId, findingValue('BW.FL.2.a.1')),
    await makeEntry('photo', randomUUID(), {
      ...{ sha256: photoHash, mediaType: 'image/jpeg', sizeBytes: 1, width: 400, height: 300, about: findingId },
      ...{ caption: 'The safe in the office', blurred: 0, isWithdrawn: false },
    }),
    await makeEntry('tally', randomUUID(), { ...talk, women: 7, men: 5, topics: { documents: 'grave-concern' }, isWithdrawn: false }),
    await makeEntry('note', randomUUID(), { about: null, text: 'A sealed matter', isRestricted: true, isWithdrawn: false }),
    await makeEntry('meeting', 'closing', closingValue),
  ];
}

beforeAll(async () => {
  owner = await makeMember();
  second = await makeMember({ role: 'reviewer', organization: owner.organization });
  ({ auditId } = await makeAudit(owner));
  findingId = randomUUID();
  photoHash = await keepPhoto();
  const entries = await entriesOf();
  const received = await withAudit(owner, auditId, (db, audit) =>
    receiveEntries(db, audit, { deviceId: randomUUID(), userId: owner.user.id, entries }),
  );
  expect(received).toMatchObject({ kind: 'received', refused: [] });
});

describe('before the approval', () => {
  it('is rendered as a draft without interview figures, and cannot be issued', async () => {
    const draft = await owner.inOrganization((db) => readAuditReport(db, askedBy(owner), 'now'));
    await withAudit(owner, auditId, (db) =>
      db.auditMember.updateMany({ where: { auditId }, data: { languages: ['ne', 'Malay of the coast'] } }),
    );
    const french = await owner.inOrganization((db) => readAuditReport(db, { ...askedBy(owner), locale: 'fr' }, 'now'));
    expect(french).toMatchObject({ team: [{ languages: ['népalais', 'Malay of the coast'] }] });
    expect(draft).toMatchObject({ state: 'draft', interviews: { state: 'not-yet' }, findings: [{ no: 'NC-1', question: 'BW.FL.2.a.1' }] });
    expect(JSON.stringify(draft)).not.toMatch(/Told at night|A sealed matter/);
    expect(await prepare(owner)).toEqual({ kind: 'refused', code: 'not-approved' });
    const pressed = await callRoute(listRoute.action, { url: url(), params: params(), cookie: owner.cookie, form: {} });
    expect(pressed.status).toBe(409);
  });

  it('shows its photos to users who may see the finding, and only photos of its own record', async () => {
    const route = (hash: string, cookie?: string) =>
      callRoute(photoRoute.loader, { url: url(), params: params({ photoHash: hash }), cookie: cookie ?? owner.cookie });
    expect((await route(photoHash)).headers.get('content-type')).toBe('image/jpeg');
    expect((await route('0'.repeat(64))).status).toBe(404);
  });

  it('shows no photo of a finding that was withdrawn while recording, unless another finding names it', async () => {
    const { auditId: id } = await makeAudit(owner);
    const asked = { ...askedBy(owner), auditId: id };
    await keepPhoto(id);
    const [withdrawn, standing, named, only, both] = Array.from({ length: 5 }, () => randomUUID());
    if (!withdrawn || !standing || !named || !only || !both) throw new Error();
    const photoOf = (key: string, about: string | null) =>
      makeEntry('photo', key, {
        ...{ sha256: photoHash, mediaType: 'image/jpeg', sizeBytes: 1, width: 400, height: 300, about },
        ...{ caption: key, blurred: 0, isWithdrawn: false },
      });
    const first = await makeEntry('finding', withdrawn, findingValue('BW.FL.2.a.1', { photos: [named] }));
    const entries = [
      first,
      await makeEntry('finding', withdrawn, findingValue('BW.FL.2.a.1', { photos: [both], isWithdrawn: true }), [first.id]),
      await makeEntry('finding', standing, findingValue('BW.FL.2.a.1', { photos: [both] })),
      ...(await Promise.all([photoOf(named, null), photoOf(only, withdrawn), photoOf(both, withdrawn)])),
    ];
    const received = await withAudit(owner, id, (db, audit) =>
      receiveEntries(db, audit, { deviceId: randomUUID(), userId: owner.user.id, entries }),
    );
    expect(received).toMatchObject({ kind: 'received', refused: [] });
    const draft = await owner.inOrganization((db) => readAuditReport(db, asked, 'now'));
    expect(draft?.photos.map(({ caption }) => caption)).toEqual([both]);
  });

  it('is not found outside the team', async () => {
    const other = await makeMember({ role: 'auditor', organization: owner.organization });
    const stranger = await makeMember();
    for (const member of [other, stranger])
      for (const { loader, more } of [
        { loader: listRoute.loader, more: {} },
        { loader: pageRoute.loader, more: { reportId: 'now', reportKind: 'full' } },
        { loader: pdfRoute.loader, more: { reportId: 'now', reportKind: 'full' } },
        { loader: jsonRoute.loader, more: { reportId: 'now' } },
        { loader: planRoute.loader, more: { reportId: 'now' } },
        { loader: verifiedRoute.loader, more: { reportId: 'now' } },
        { loader: photoRoute.loader, more: { photoHash } },
      ])
        expect((await callRoute(loader, { url: url(), params: params(more), cookie: member.cookie })).status).toBe(404);
    const viewer = await makeMember({ role: 'viewer', organization: owner.organization });
    expect((await callRoute(listRoute.loader, { url: url(), params: params(), cookie: viewer.cookie })).status).toBe(403);
  });
});

describe('once approved', () => {
  let reportId: string;
  let hash: string;

  beforeAll(async () => {
    await withAudit(owner, auditId, (db, audit) =>
      declareIndependence(db, audit, { userId: owner.user.id, declaration: 'independent', interest: '', now }),
    );
    await readyToConclude(owner, auditId);
    const concluded = await withAudit(owner, auditId, (db, audit) =>
      concludeAudit(db, audit, { userId: owner.user.id, limits: 'Dormitory shut', marksRest: true, now }),
    );
    expect(concluded).toEqual({ kind: 'concluded' });
    const approved = await withAudit(second, auditId, (db, audit) => approveAudit(db, audit, { userId: second.user.id, now }));
    expect(approved.kind).toBe('approved');
    const prepared = await prepare(owner);
    if (prepared.kind === 'refused') throw new Error(prepared.code);
    ({ reportId, hash } = prepared);
  });

  it('is frozen with its figures, and its hash is known to verification', async () => {
    const report = await owner.inOrganization((db) => readAuditReport(db, askedBy(owner), reportId));
    expect(report).toMatchObject({
      state: 'approved',
      interviews: { state: 'told', people: { from: 10, to: 14 } },
      audit: { limits: 'Dormitory shut' },
    });
    expect(report && reportHash(report)).toBe(hash);
    expect(report?.overall).toEqual({ nonCompliant: 1, assessed: 1, rate: 1 });
    expect(JSON.stringify(report)).not.toMatch(/Told at night|A sealed matter/);
    expect((await findIssuedReport(hash))?.issuedAt).toEqual(now);
    expect(await findIssuedReport(randomBytes(32).toString('hex'))).toBeNull();
  });

  it('stays unchanged when a finding moves on, and no later report changes it', async () => {
    await owner.inOrganization((db) => db.finding.updateMany({ where: { id: findingId }, data: { status: 'verified', verifiedAt: now } }));
    await owner.inOrganization((db) =>
      db.correctiveAction.create({
        data: {
          ...{ findingId, kind: 'remediation', action: 'Give every passport back', owner: 'HR manager', timescale: '30', people: 3 },
          ...{
            dueOn: new Date('2027-01-15'),
            verification: 'follow-up-visit',
            agreedBy: 'General manager',
            agreedOn: now,
            createdById: owner.user.id,
          },
        },
      }),
    );
    await owner.inOrganization(async (db) => {
      const by = { findingId, userId: owner.user.id };
      await sendForComment(db, { ...by, sentOn: '2026-12-03' });
      await recordReply(db, {
        ...{ ...by, kind: 'dispute', text: 'The workers asked us to keep them.' },
        ...{ repliedBy: 'HR manager', repliedOn: '2026-12-05' },
      });
    });
    const again = await prepare(owner);
    const read = (id: string) => owner.inOrganization((db) => readAuditReport(db, askedBy(owner), id));
    expect((await read(reportId))?.findings[0]?.status).toBe('open');
    const later = again.kind === 'prepared' ? await read(again.reportId) : null;
    expect(later?.findings[0]).toMatchObject({ status: 'verified', actions: [{ what: 'Give every passport back', dueOn: '2027-01-15' }] });
    const reply = { on: '2026-12-05', isDispute: true, kind: 'dispute', text: 'The workers asked us to keep them.' };
    expect(later?.findings[0]?.replies).toEqual([reply]);
    expect((await read(reportId))?.findings[0]?.replies).toEqual([]);
    expect(JSON.stringify(later)).not.toContain('"people":3');
    const takeBack = (withdrawnAt: Date | null) =>
      owner.inOrganization((db) => db.finding.updateMany({ where: { id: findingId }, data: { withdrawnAt } }));
    const photo = () => callRoute(photoRoute.loader, { url: url(), params: params({ photoHash }), cookie: owner.cookie });
    await takeBack(now);
    expect(await read('now')).toMatchObject({ findings: [], photos: [] });
    expect((await photo()).status).toBe(404);
    await takeBack(null);
    expect((await photo()).status).toBe(200);
    const listed = await owner.inOrganization((db) => listAuditReports(db, askedBy(owner)));
    expect(listed?.reports).toHaveLength(2);
    await expect(owner.inOrganization((db) => db.frozenDocument.updateMany({ data: { note: 'x' } }))).rejects.toThrow();
    await expect(owner.inOrganization((db) => db.frozenDocument.deleteMany({}))).rejects.toThrow();
  });

  it('is available as PDF in every form, as a page and as JSON', async () => {
    for (const reportKind of ['full', 'plan', 'better-work', 'summary']) {
      const pdf = await callRoute(pdfRoute.loader, { url: url(), params: params({ reportId, reportKind }), cookie: owner.cookie });
      expect(pdf.headers.get('content-type')).toBe('application/pdf');
      expect(pdf.headers.get('content-disposition')).toContain(`-${reportKind}-en.pdf`);
      const page = await callRoute(pageRoute.loader, { url: url(), params: params({ reportId, reportKind }), cookie: owner.cookie });
      expect(JSON.stringify(page.body)).toContain(hash.slice(0, 12));
    }
    const json = await callRoute(jsonRoute.loader, { url: url(), params: params({ reportId }), cookie: owner.cookie });
    expect(json.headers.get('content-type')).toBe('application/json');
    const request = new Request('http://localhost/', { headers: { Cookie: owner.cookie } });
    const context = { clientAddress: '192.0.2.1', cspNonce: 'test' } as never;
    const plan = await planRoute.loader({ request, params: params({ reportId }), context });
    const { Details: details = {}, Findings: rows = {} } = readWorkbook(await plan.arrayBuffer()).Sheets;
    expect(JSON.stringify(utils.sheet_to_json(details, { header: 1 }))).toContain(hash);
    expect(utils.sheet_to_json(rows)).toMatchObject([{ 'No.': 'NC-1', Grade: 'Major' }]);
    const verified = await callRoute(verifiedRoute.loader, { url: url(), params: params({ reportId }), cookie: owner.cookie });
    expect(JSON.parse(String(verified.body))).toMatchObject({ format: 'verified-data/1', report: { hash } });
    const none = await callRoute(pageRoute.loader, { url: url(), params: params({ reportId, reportKind: 'other' }), cookie: owner.cookie });
    expect(none.status).toBe(404);
  });

  it('compares with the previous audit of the same supplier', async () => {
    const { auditId: next } = await owner.inOrganization(async (db) => {
      const { party } = await db.audit.findFirstOrThrow({ where: { id: auditId }, select: { party: { select: { publicId: true } } } });
      return makeAudit(owner, { supplierPublicId: party.publicId });
    });
    const draft = await owner.inOrganization((db) => readAuditReport(db, { ...askedBy(owner), auditId: next }, 'now'));
    const point = draft?.clusters.flatMap(({ points }) => points).find(({ code }) => code === 'BW.FL.2');
    expect(draft?.audit.previous).toBeNull();
    expect(point?.before).toBeNull();
    await owner.inOrganization((db) =>
      db.audit.updateMany({ where: { id: next }, data: { startsOn: new Date('2027-12-01'), endsOn: new Date('2027-12-02') } }),
    );
    const later = await owner.inOrganization((db) => readAuditReport(db, { ...askedBy(owner), auditId: next }, 'now'));
    expect(later?.audit.previous?.number).toBe('2026-0001');
    expect(later?.clusters.flatMap(({ points }) => points).find(({ code }) => code === 'BW.FL.2')?.before).toBe(true);
  });
});
