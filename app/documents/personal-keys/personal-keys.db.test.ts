import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeAudit } from '../../../tests/factories/audit';
import { makeDocument } from '../../../tests/factories/document';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { captureLog } from '../../../tests/setup/captured-log';
import { SoftwarePasskey } from '../../../tests/setup/software-passkey';
import { readSignature } from '~/documents/pdf/read-signature.server';
import { ReportDocument } from '~/documents/pdf/report-document.server';
import { placeSignatureField } from '~/documents/pdf/signature-field.server';
import { readBytes } from '~/documents/signing/signature-additions.server';
import { findSignature, signReport } from '~/documents/signing/sign-report.server';
import { readSigningKey, retireSigningKey } from '~/documents/signing/signing-key.server';
import { findIssuedReport } from '~/documents/verification/find-issued-report.server';
import { beginKey } from './begin-key.server';
import { beginSignature } from './begin-signature.server';
import { evidenceColumns, isConfirmed } from './check-evidence.server';
import { createKey } from './create-key.server';
import { listKeys } from './list-keys.server';
import { revokeKey } from './revoke-key.server';
import { signWithPasskey } from './sign-with-passkey.server';
import { makeWrapped, signWrapped } from './wrap';

const now = new Date(Date.now() + 60_000);
const origin = 'https://manumit.example.org';
const site = { id: 'manumit.example.org', origin };
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
let owner: MadeMember;
let colleague: MadeMember;
let auditId: string;

beforeEach(async () => {
  const { id: revokedById } = owner.user;
  await owner.inOrganization((db) =>
    db.personalSigningKey.updateMany({ where: { revokedAt: null }, data: { revokedAt: now, revokedById } }),
  );
});
beforeAll(async () => {
  owner = await makeMember();
  colleague = await makeMember({ organization: owner.organization, role: 'auditor' });
  ({ auditId } = await makeAudit(owner));
});

type Making = {
  member?: MadeMember;
  passkey?: SoftwarePasskey;
  hasSecret?: boolean;
  challenge?: string;
  at?: Date;
  origin?: string;
  isVerified?: boolean;
  proofOf?: string;
  sentBy?: MadeMember;
};
const whoOf = (member: MadeMember, at = now) => ({
  ...{ organizationId: member.organization.id, organizationName: member.organization.name },
  ...{ userId: member.user.id, userName: member.user.name, email: member.user.email, now: at },
});

async function create({ member = owner, passkey = new SoftwarePasskey(), hasSecret = true, at = now, ...wrong }: Making = {}) {
  const begun = await member.inOrganization((db) => beginKey(db, whoOf(member), site));
  if (begun.kind === 'refused') throw new Error(begun.code);
  const { token, salt, options } = begun;
  const challenge = wrong.challenge ?? options.challenge;
  const answer = {
    token,
    passkey: passkey.make({ challenge, origin: wrong.origin ?? origin, isVerified: wrong.isVerified ?? true }),
    own: hasSecret ? await makeWrapped(passkey.secret, { salt, challenge: wrong.proofOf ?? options.challenge }) : null,
  };
  const sender = wrong.sentBy ?? member;
  const send = () => sender.inOrganization((db) => createKey(db, { label: 'Phone', answer }, whoOf(sender, at), site));
  return { passkey, created: await send(), send };
}
async function keyOf(options: Making = {}) {
  const { created, passkey } = await create(options);
  if (created.kind !== 'created') throw new Error(created.code);
  return { keyId: created.id, passkey };
}

let counted = 2003;
async function signedReport(by = owner) {
  counted += 1;
  const content = { organization: { name: by.organization.name } };
  const made = await by.inOrganization((db) => makeDocument(db, { kind: 'yearly', subjectId: null, item: `${counted}`, content }));
  await signReport(
    by.inOrganization,
    {
      ...{ documentId: made.id, reportHash: made.hash, fileName: 'r.pdf', reason: 'Report approved' },
      render: async (field) => {
        const report = new ReportDocument({ title: 't', author: 'a', subject: 's', locale: 'en', createdAt: now });
        report.addPage();
        placeSignatureField(report, field);
        return report.finish();
      },
    },
    whoOf(by),
  );
  return { documentId: made.id, reportHash: made.hash };
}
const toSign = (report: { documentId: string; reportHash: string }) => ({
  ...{ ...report, forms: ['report'], reason: 'Audit conducted' },
  record: { recordKind: 'audit' as const, recordId: auditId },
});

type Report = Awaited<ReturnType<typeof signedReport>>;
type Signing = {
  keyId: string;
  passkey: SoftwarePasskey;
  member?: MadeMember;
  challenge?: string;
  isVerified?: boolean;
  origin?: string;
  at?: Date;
  sentBy?: MadeMember;
  signedBy?: SoftwarePasskey;
};
async function begin(report: Report, { keyId, member = owner }: { keyId: string; member?: MadeMember }) {
  const { record: _, ...asked } = toSign(report);
  return beginSignature(member.inOrganization, { ...asked, keyId }, whoOf(member), site);
}
async function sign(report: Report, { keyId, passkey, member = owner, ...wrong }: Signing) {
  const begun = await begin(report, { keyId, member });
  if (begun.kind === 'refused') return { signed: begun, send: () => Promise.resolve(begun) };
  const challenge = wrong.challenge ?? begun.options.challenge;
  const by = wrong.signedBy ?? passkey;
  const answer = {
    token: begun.token,
    passkey: by.confirm({ challenge, origin: wrong.origin ?? origin, isVerified: wrong.isVerified ?? true }),
    signatures: begun.own ? await signWrapped(passkey.secret, begun.own, begun.toSign) : [],
  };
  const sender = wrong.sentBy ?? member;
  const send = (on = report) => signWithPasskey(sender.inOrganization, { ...toSign(on), answer }, whoOf(sender, wrong.at), site);
  return { signed: await send(), send };
}
const refusedSigning = async (options: Omit<Signing, 'keyId' | 'passkey'> & { hasSecret?: boolean }) => {
  const key = await keyOf({ hasSecret: options.hasSecret ?? true });
  return (await sign(await signedReport(), { ...key, ...options })).signed;
};
const notConfirmed = { kind: 'refused', code: 'not-confirmed' };

describe('a personal signing key', () => {
  it.each([
    { hasSecret: true, protection: 'passkey-secret' },
    { hasSecret: false, protection: 'passkey-check' },
  ])('is created with a passkey and protected by $protection', async ({ hasSecret, protection }) => {
    const member = await makeMember();
    const { keyId, passkey } = await keyOf({ member, hasSecret });
    const keys = await member.inOrganization((db) => listKeys(db, { userId: member.user.id }));
    expect(keys).toMatchObject([{ id: keyId, label: 'Phone', protection, isSynced: false, person: member.user.name, isOwn: true }]);
    const stored = await member.inOrganization((db) => db.personalSigningKey.findFirstOrThrow({ include: { issuer: true } }));
    expect(stored).toMatchObject({ credentialId: passkey.id, revokedAt: null });
    expect(stored.issuer.fingerprint).toBe((await member.inOrganization(readSigningKey))?.fingerprint);
    // Neither form is a private key that could be read.
    expect(Buffer.from(stored.sealedKey, 'base64url').toString('latin1')).not.toContain(
      Buffer.from(stored.publicKey, 'base64').toString('latin1').slice(-32),
    );
  });

  it('is refused for another challenge, another site, without user verification, too late, or begun by another member', async () => {
    captureLog();
    const refused = async (options: Making) => (await create(options)).created;
    expect(await refused({ challenge: 'AAAA' })).toEqual(notConfirmed);
    expect(await refused({ origin: 'https://manumit.example.com' })).toEqual(notConfirmed);
    expect(await refused({ isVerified: false })).toEqual(notConfirmed);
    expect(await refused({ proofOf: 'AAAA' })).toEqual(notConfirmed);
    expect(await refused({ at: minutesLater(6) })).toEqual({ kind: 'refused', code: 'too-late' });
    expect(await refused({ sentBy: colleague })).toEqual({ kind: 'refused', code: 'too-late' });
    expect(await owner.inOrganization((db) => listKeys(db, { userId: owner.user.id }))).toEqual([]);
  });

  it('is created once from the same answer, and not again after it was revoked', async () => {
    const member = await makeMember();
    const { created, send } = await create({ member });
    expect(await send()).toEqual({ kind: 'refused', code: 'known' });
    if (created.kind !== 'created') throw new Error(created.code);
    const revocation = { keyId: created.id, userId: member.user.id, isWhole: false, now };
    expect(await member.inOrganization((db) => revokeKey(db, revocation))).toBe(true);
    expect(await send()).toEqual({ kind: 'refused', code: 'known' });
  });

  it('is one of ten at most that a person has at once', async () => {
    const member = await makeMember();
    const passkeys = Array.from({ length: 11 }, () => new SoftwarePasskey());
    for (const passkey of passkeys.slice(0, 10)) expect((await create({ member, passkey, hasSecret: false })).created.kind).toBe('created');
    const begun = await member.inOrganization((db) => beginKey(db, whoOf(member), site));
    expect(begun).toEqual({ kind: 'refused', code: 'too-many' });
  });

  it('is revoked by its owner, or by who may revoke all, and its private part is deleted', async () => {
    const { keyId } = await keyOf({ member: colleague });
    const stranger = await makeMember();
    expect(await stranger.inOrganization((db) => revokeKey(db, { keyId, userId: stranger.user.id, isWhole: true, now }))).toBe(false);
    expect(await owner.inOrganization((db) => revokeKey(db, { keyId, userId: owner.user.id, isWhole: false, now }))).toBe(false);
    expect(await owner.inOrganization((db) => revokeKey(db, { keyId, userId: owner.user.id, isWhole: true, now }))).toBe(true);
    const stored = await owner.inOrganization((db) => db.personalSigningKey.findFirstOrThrow({ where: { id: keyId } }));
    expect(stored).toMatchObject({ sealedKey: '', revokedById: owner.user.id });
  });
});

describe('a signature with a passkey', () => {
  it.each([true, false])(
    'is added to the file beside that of the organization, with its evidence (secret of the passkey: %s)',
    async (hasSecret) => {
      const report = await signedReport();
      const key = await keyOf({ member: colleague, hasSecret });
      expect((await sign(report, { ...key, member: colleague })).signed).toEqual({ kind: 'signed', isStamped: null });
      const found = await owner.inOrganization((db) => findSignature(db, { documentId: report.documentId }));
      const read = await readSignature(await readBytes(owner.organization.id, found?.file.sha256 ?? ''));
      const organization = await owner.inOrganization(readSigningKey);
      expect(read).toMatchObject({
        ...{ isValid: true, covers: true, name: owner.organization.name, issuer: null },
        further: [{ isValid: true, name: colleague.user.name, issuer: organization?.fingerprint }],
      });
      const issued = await findIssuedReport(report.reportHash);
      // Whose key it is, the report says to who has it.
      expect(Object.keys(issued?.people[0] ?? {}).sort()).toEqual(['fingerprint', 'form', 'protection', 'signedAt']);
      expect(issued?.people).toMatchObject([{ form: 'report', protection: hasSecret ? 'passkey-secret' : 'passkey-check' }]);
      const evidence = await owner.inOrganization((db) =>
        db.personalSignature.findFirstOrThrow({ where: { documentId: report.documentId }, select: evidenceColumns }),
      );
      expect(JSON.parse(evidence.statement)).toMatchObject({
        report: report.reportHash,
        person: colleague.user.id,
        name: colleague.user.name,
      });
      expect(await isConfirmed(evidence)).toBe(true);
      expect(await isConfirmed({ ...evidence, statement: evidence.statement.replace('Audit conducted', 'Audit accepted') })).toBe(false);
      const other = new SoftwarePasskey().confirm({ challenge: evidence.challenge, origin }).response;
      expect(await isConfirmed({ ...evidence, assertion: other.signature })).toBe(false);
    },
  );

  it('is refused for another challenge, another site, without user verification, or too late', async () => {
    captureLog();
    expect(await refusedSigning({ challenge: 'AAAA' })).toEqual(notConfirmed);
    expect(await refusedSigning({ origin: 'https://manumit.example.com' })).toEqual(notConfirmed);
    expect(await refusedSigning({ isVerified: false })).toEqual(notConfirmed);
    expect(await refusedSigning({ isVerified: false, hasSecret: false })).toEqual(notConfirmed);
    expect(await refusedSigning({ at: minutesLater(6) })).toEqual({ kind: 'refused', code: 'too-late' });
  });

  it('is refused with the passkey or the key of another person', async () => {
    captureLog();
    const [own, others] = [await keyOf(), await keyOf({ member: colleague })];
    const report = await signedReport();
    expect((await sign(report, { ...own, signedBy: others.passkey })).signed).toEqual(notConfirmed);
    expect((await sign(report, { ...others })).signed).toEqual({ kind: 'refused', code: 'unknown-key' });
    expect((await sign(report, { ...own, sentBy: colleague })).signed).toEqual({ kind: 'refused', code: 'too-late' });
  });

  it('is refused where the browser signed with another key than the one of the certificate', async () => {
    const [own, other] = [await keyOf(), await keyOf()];
    const report = await signedReport();
    const [mine, theirs] = [await begin(report, own), await begin(report, other)];
    if (mine.kind === 'refused' || theirs.kind === 'refused' || !theirs.own) throw new Error('not begun');
    const answer = {
      ...{ token: mine.token, passkey: own.passkey.confirm({ challenge: mine.options.challenge, origin }) },
      signatures: await signWrapped(other.passkey.secret, theirs.own, theirs.toSign),
    };
    expect(await signWithPasskey(owner.inOrganization, { ...toSign(report), answer }, whoOf(owner), site)).toEqual(notConfirmed);
  });

  it('is opened in the browser with the secret of its own passkey alone', async () => {
    const { keyId } = await keyOf();
    const begun = await begin(await signedReport(), { keyId });
    if (begun.kind === 'refused' || !begun.own) throw new Error('not begun');
    await expect(signWrapped(new SoftwarePasskey().secret, begun.own, begun.toSign)).rejects.toThrow();
  });

  it('is made once from the same confirmation, and for no other report', async () => {
    captureLog();
    const key = await keyOf();
    const report = await signedReport();
    const { signed, send } = await sign(report, key);
    expect(signed).toMatchObject({ kind: 'signed' });
    expect(await send()).toMatchObject({ kind: 'refused' });
    expect(await send(await signedReport())).toMatchObject({ kind: 'refused' });
    // A passkey that does not count its uses.
    const uncounted = await keyOf({ hasSecret: false });
    const pending = await begin(await signedReport(), uncounted);
    if (pending.kind === 'refused') throw new Error(pending.code);
    uncounted.passkey.uses = -1;
    const answer = {
      token: pending.token,
      signatures: [],
      passkey: uncounted.passkey.confirm({ challenge: pending.options.challenge, origin }),
    };
    const elsewhere = await signedReport();
    expect(await signWithPasskey(owner.inOrganization, { ...toSign(elsewhere), answer }, whoOf(owner), site)).toEqual({
      kind: 'refused',
      code: 'changed',
    });
  });

  it('is refused after the key was revoked, also between the two steps', async () => {
    const key = await keyOf();
    const report = await signedReport();
    const begun = await begin(report, key);
    if (begun.kind === 'refused' || !begun.own) throw new Error('not begun');
    await owner.inOrganization((db) => revokeKey(db, { keyId: key.keyId, userId: owner.user.id, isWhole: false, now }));
    const answer = {
      ...{ token: begun.token, passkey: key.passkey.confirm({ challenge: begun.options.challenge, origin }) },
      signatures: await signWrapped(key.passkey.secret, begun.own, begun.toSign),
    };
    const unknown = { kind: 'refused', code: 'unknown-key' };
    expect(await signWithPasskey(owner.inOrganization, { ...toSign(report), answer }, whoOf(owner), site)).toEqual(unknown);
    expect((await sign(report, key)).signed).toEqual(unknown);
  });

  it('has a certificate of the key that the organization uses now', async () => {
    const member = await makeMember();
    const { keyId, passkey } = await keyOf({ member });
    const fingerprint = async () => (await member.inOrganization((db) => listKeys(db, { userId: member.user.id })))[0]?.fingerprint;
    const before = await fingerprint();
    await member.inOrganization((db) => retireSigningKey(db, { userId: member.user.id, now }));
    const report = await signedReport(member);
    expect((await sign(report, { keyId, passkey, member })).signed).toMatchObject({ kind: 'signed' });
    expect(await fingerprint()).not.toBe(before);
    const issuer = await member.inOrganization((db) =>
      db.personalSigningKey.findFirstOrThrow({ select: { issuer: { select: { retiredAt: true } } } }),
    );
    expect(issuer.issuer.retiredAt).toBeNull();
  });
});
