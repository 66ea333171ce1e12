import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { makeAudit } from '../../../tests/factories/audit';
import { makeDocument } from '../../../tests/factories/document';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { captureLog } from '../../../tests/setup/captured-log';
import { OpenSsl, startTimestampService, type TimestampService } from '../../../tests/setup/local-tsa';
import { forgetEnvironment } from '~/env.server';
import { readSignature } from '~/documents/pdf/read-signature.server';
import { ReportDocument } from '~/documents/pdf/report-document.server';
import { placeSignatureField } from '~/documents/pdf/signature-field.server';
import { readBytes } from './signature-additions.server';
import { findSignature, signReport } from './sign-report.server';
import { signInPerson } from './sign-in-person.server';
import { stampMissing, stampsOfNight } from './stamp-missing.server';
import { run as stampLater } from './stamp-signature.job.server';

const now = new Date(Date.now() + 60_000);
const tools = new OpenSsl();
const password = 'seven boats';
let service: TimestampService;
let owner: MadeMember;
let auditId: string;
let own: Buffer;

beforeAll(async () => {
  service = await startTimestampService();
  vi.stubEnv('TIMESTAMP_URL', service.url);
  forgetEnvironment();
  own = tools.pkcs12('own', { subject: 'Nguyễn Thị Hà', password });
  owner = await makeMember();
  ({ auditId } = await makeAudit(owner));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  forgetEnvironment();
  await service.stop();
  tools.remove();
});

const who = () => ({ organizationId: owner.organization.id, organizationName: owner.organization.name, userId: owner.user.id, now });
async function signedReport(item: string) {
  const { id: documentId, hash: reportHash } = await owner.inOrganization((db) =>
    makeDocument(db, { kind: 'yearly', subjectId: null, item }),
  );
  const signed = await signReport(
    owner.inOrganization,
    {
      ...{ documentId, reportHash, fileName: 'r.pdf', reason: 'Report approved' },
      render: async (field) => {
        const report = new ReportDocument({ title: 't', author: 'a', subject: 's', locale: 'en', createdAt: now });
        report.addPage();
        placeSignatureField(report, field);
        return report.finish();
      },
    },
    who(),
  );
  return { documentId, signed };
}
const inPerson = (documentId: string, given = password) =>
  signInPerson(
    owner.inOrganization,
    { documentId, forms: ['report'], reason: 'Audit conducted', record: { recordKind: 'audit', recordId: auditId } },
    { organizationId: owner.organization.id, userId: owner.user.id, userName: owner.user.name, now },
    { pkcs12: own, password: given },
  );
const signaturesOf = async (documentId: string) => {
  const found = await owner.inOrganization((db) => findSignature(db, { documentId }));
  return readSignature(await readBytes(owner.organization.id, found?.file.sha256 ?? ''));
};
const additions = (documentId: string) =>
  owner.inOrganization((db) =>
    db.signatureAddition.findMany({ where: { documentId }, orderBy: { number: 'asc' }, select: { kind: true, name: true } }),
  );

it('adds the signature of a person once, with time stamps on both, and serves the file with all of them', async () => {
  const { documentId, signed } = await signedReport('2025');
  expect(signed).toEqual({ kind: 'signed', isStamped: true });
  expect(await inPerson(documentId, 'wrong')).toEqual({ kind: 'refused', code: 'wrong-password' });
  expect(await inPerson(documentId)).toEqual({ kind: 'signed', isStamped: true });
  expect(await inPerson(documentId)).toEqual({ kind: 'refused', code: 'signed-already' });
  expect(await signaturesOf(documentId)).toMatchObject({
    ...{ isValid: true, name: owner.organization.name, timestamp: { isValid: true } },
    further: [{ name: 'Nguyễn Thị Hà', timestamp: { isValid: true } }],
  });
  expect(await additions(documentId)).toEqual([
    { kind: 'time-stamp', name: 'Test time stamp service' },
    { kind: 'person', name: 'Nguyễn Thị Hà' },
    { kind: 'time-stamp', name: 'Test time stamp service' },
  ]);
});

it('refuses what the organization did not sign', async () => {
  const { id } = await owner.inOrganization((db) => makeDocument(db, { kind: 'yearly', subjectId: null, item: '2024' }));
  expect(await inPerson(id)).toEqual({ kind: 'refused', code: 'not-signed' });
});

it('signs without a time stamp while the service does not answer, says so, and the queue adds it later', async () => {
  const log = captureLog();
  service.answer('refuse');
  const { documentId, signed } = await signedReport('2026');
  expect(signed).toEqual({ kind: 'signed', isStamped: false });
  expect(await signaturesOf(documentId)).toMatchObject({ isValid: true, timestamp: null });
  const order = { organizationId: owner.organization.id, runId: documentId, userId: owner.user.id };
  await expect(stampLater(order)).rejects.toThrow('no stamp');
  service.answer('stamp');
  await stampLater(order);
  await stampLater(order);
  expect(await signaturesOf(documentId)).toMatchObject({ isValid: true, timestamp: { isValid: true } });
  expect(await additions(documentId)).toHaveLength(1);
  expect(log.events().filter((event) => event === 'timestamp.failed')).toHaveLength(2);
});

it('asks every night again for missing time stamps, a bounded number of times, and stamps each signature once', async () => {
  captureLog();
  service.answer('refuse');
  const [first, second] = [(await signedReport('2027')).documentId, (await signedReport('2028')).documentId];
  service.answer('stamp');
  expect(await inPerson(second)).toMatchObject({ kind: 'signed', isStamped: true });
  service.answer('refuse');
  const { documentId: third } = await signedReport('2029');
  const organizationId = owner.organization.id;
  const night = (budget = stampsOfNight()) => stampMissing(owner.inOrganization, { organizationId, budget, now });
  const failing = { left: 200, failures: 2 };
  expect(await night(failing)).toBe(0);
  // After the third failure of the night, the service is not asked again.
  expect(failing).toEqual({ left: 199, failures: 3 });
  service.answer('stamp');
  expect(await night({ left: 1, failures: 0 })).toBe(1);
  expect(await night()).toBe(1);
  expect(await night()).toBe(0);
  for (const documentId of [first, third])
    expect(await signaturesOf(documentId)).toMatchObject({ isValid: true, timestamp: { isValid: true } });
});

it('leaves signatures of long ago without a time stamp, and asks nothing where no service is configured', async () => {
  captureLog();
  service.answer('refuse');
  const { documentId } = await signedReport('2030');
  service.answer('stamp');
  const organizationId = owner.organization.id;
  const later = new Date(now.getTime() + 31 * 86_400_000);
  expect(await stampMissing(owner.inOrganization, { organizationId, budget: stampsOfNight(), now: later })).toBe(0);
  vi.stubEnv('TIMESTAMP_URL', undefined);
  forgetEnvironment();
  expect(await stampMissing(owner.inOrganization, { organizationId, budget: stampsOfNight(), now })).toBe(0);
  expect(await additions(documentId)).toEqual([]);
});
