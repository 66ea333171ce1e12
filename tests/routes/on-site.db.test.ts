import { createHash, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { photoLimits } from '~/audits/recorder/photo-limits';
import type { Role } from '~/access/permissions';
import { sendingHash } from '~/audits/entries/entry-hash';
import type { Pack } from '~/audits/recorder/pack';
import { action as takeEntries } from '../../app/routes/org/audits/audit-entries';
import { loader as pack } from '../../app/routes/org/audits/audit-on-site-pack';
import { loader as manifest } from '../../app/routes/org/audits/audit-on-site-webmanifest';
import { loader as worker } from '../../app/routes/org/audits/audit-on-site-worker';
import { loader as page } from '../../app/routes/org/audits/audit-on-site';
import { action as takePhoto } from '../../app/routes/org/audits/audit-photo';
import { checkValue, makeAudit, makeEntry } from '../factories/audit';
import { pdf, photo } from '../factories/evidence';
import { type MadeMember, makeMember } from '../factories/member';
import { callRoute } from '../setup/call-route';

const question = 'BW.CL.1.a';

async function setUp(role: Role = 'auditor') {
  const owner = await makeMember();
  const lead = await makeMember({ role, organization: owner.organization });
  const { auditId } = await makeAudit(owner, { lead });
  return { owner, lead, auditId };
}
const paramsOf = (member: MadeMember, auditId: string, more: object = {}) => ({ orgSlug: member.organization.slug, auditId, ...more });
const call = (route: unknown, member: MadeMember, auditId: string) =>
  callRoute(route, { url: '/x', cookie: member.cookie, params: paramsOf(member, auditId) });

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
function put(member: MadeMember, auditId: string, options: { bytes: Buffer; sha256?: string; type?: string; method?: string }) {
  const { bytes, sha256 = sha256Of(bytes), type = 'image/jpeg', method = 'PUT' } = options;
  return callRoute(takePhoto, {
    ...{ url: '/x', method, cookie: member.cookie, params: paramsOf(member, auditId, { sha256 }) },
    ...{ body: new Uint8Array(bytes), headers: { 'content-type': type } },
  });
}
function send(member: MadeMember, auditId: string, sending: unknown) {
  return callRoute(takeEntries, {
    ...{ url: '/x', method: 'POST', cookie: member.cookie, params: paramsOf(member, auditId) },
    ...{ body: typeof sending === 'string' ? sending : JSON.stringify(sending), headers: { 'content-type': 'application/json' } },
  });
}
const clean = (colour?: string) => photo({ place: false, ...(colour ? { colour } : {}) });
const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, JSON.parse(String(body)).code];
const photoValue = (bytes: Buffer) => ({
  ...{ sha256: sha256Of(bytes), mediaType: 'image/jpeg' as const, sizeBytes: bytes.length, width: 640, height: 480 },
  ...{ about: question, caption: 'Gate', blurred: 1, isWithdrawn: false },
});

describe('the offline package', () => {
  it('contains the checklist, the indicators, the plan, the team and the recorded entries', async () => {
    const { lead, owner, auditId } = await setUp();
    await owner.inOrganization(async (db) => {
      const { partyId } = await db.audit.findFirstOrThrow({ where: { id: auditId } });
      await db.finding.create({ data: { partyId, grade: 'major', text: 'Exits locked' } });
      await db.finding.create({ data: { partyId, grade: 'major', text: 'Put right', status: 'verified' } });
    });
    const first = await makeEntry('check', question, checkValue('compliant'));
    const second = await makeEntry('check', question, checkValue('not-compliant'), [first.id]);
    await send(lead, auditId, { deviceId: randomUUID(), entries: [first, second] });
    const answer = await call(pack, lead, auditId);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const taken: Pack = JSON.parse(String(answer.body));
    expect(taken).toMatchObject({ audit: { isOpen: true, status: 'on-site' }, you: lead.user.name, team: [{ name: lead.user.name }] });
    expect(taken.sections.flatMap(({ questions }) => questions).length).toBeGreaterThan(350);
    expect(new Set(taken.sections.map(({ instrument }) => instrument)).size).toBe(3);
    expect(taken.findings.map(({ text }) => text)).toEqual(['Exits locked']);
    expect(taken.entries.map(({ id, by }) => [id, by])).toEqual([[second.id, lead.user.name]]);
    expect(taken.replaced).toEqual([first.id]);
    const asked = taken.sections.flatMap(({ questions }) => questions).find(({ key }) => key === question);
    expect(asked?.choices.map(({ value }) => value)).toContain('not-assessed');
    expect(asked?.verify.length).toBeGreaterThan(0);
  });
});

describe('permissions', () => {
  it('opens to the team only; everyone else gets 404, in every role', async () => {
    const { owner, lead, auditId } = await setUp();
    const viewer = await makeMember({ role: 'viewer', organization: owner.organization });
    const stranger = await makeMember();
    for (const route of [page, pack, worker, manifest]) {
      expect((await call(route, lead, auditId)).status).toBe(200);
      for (const other of [owner, viewer]) expect((await call(route, other, auditId)).status).toBe(404);
      expect((await callRoute(route, { url: '/x', cookie: stranger.cookie, params: paramsOf(lead, auditId) })).status).toBe(404);
      expect((await callRoute(route, { url: '/x', params: paramsOf(lead, auditId) })).status).toBe(302);
    }
    const bytes = await clean();
    expect((await put(owner, auditId, { bytes })).status).toBe(404);
    expect((await send(owner, auditId, { deviceId: randomUUID(), entries: [] })).status).toBe(404);
    expect((await call(pack, lead, 'no-audit')).status).toBe(404);
  });

  it('shows the number of the audit outside the record, never the supplier', async () => {
    const { lead, owner, auditId } = await setUp();
    const { party } = await owner.inOrganization((db) => db.audit.findFirstOrThrow({ where: { id: auditId }, include: { party: true } }));
    for (const route of [page, worker, manifest]) {
      const { body } = await call(route, lead, auditId);
      expect(JSON.stringify(body)).not.toContain(party.name);
    }
    const { body, headers } = await call(worker, lead, auditId);
    expect(headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(String(body)).toMatch(/^importScripts\(/);
  });
});

describe('photos', () => {
  it('saves a photo once, then accepts the entry that names it', async () => {
    const { lead, auditId } = await setUp();
    const bytes = await clean();
    expect((await put(lead, auditId, { bytes })).status).toBe(201);
    expect((await put(lead, auditId, { bytes })).status).toBe(200);
    const rows = await lead.inOrganization((db) => db.storedFile.findMany({ where: { sha256: sha256Of(bytes) } }));
    expect(rows).toMatchObject([{ mediaType: 'image/jpeg', sizeBytes: bytes.length, isStripped: true }]);
    const entry = await makeEntry('photo', randomUUID(), photoValue(bytes));
    const other = await clean('#777');
    const early = await makeEntry('photo', randomUUID(), photoValue(other));
    const { body } = await send(lead, auditId, { deviceId: randomUUID(), entries: [entry, early] });
    const reply = JSON.parse(String(body));
    expect(reply).toMatchObject({ taken: [entry.id], refused: [{ id: early.id, code: 'photo-missing' }] });
    expect(reply.receipt).toMatchObject({ counts: { photo: 1 }, hash: await sendingHash([entry.hash]) });
  });

  it('rejects a file that is not a photo, does not match its hash, is too large, has too many pixels or a location', async () => {
    const { lead, auditId } = await setUp();
    expect(codeOf(await put(lead, auditId, { bytes: pdf() }))).toEqual([415, 'no-photo']);
    expect(codeOf(await put(lead, auditId, { bytes: await clean(), type: 'application/pdf' }))).toEqual([415, 'no-photo']);
    expect(codeOf(await put(lead, auditId, { bytes: await clean(), type: 'image/png' }))).toEqual([415, 'no-photo']);
    const broken = (await clean()).subarray(0, 400);
    expect(codeOf(await put(lead, auditId, { bytes: broken }))).toEqual([415, 'no-photo']);
    expect(codeOf(await put(lead, auditId, { bytes: await clean(), sha256: '0'.repeat(64) }))).toEqual([422, 'wrong-hash']);
    expect(codeOf(await put(lead, auditId, { bytes: await photo() }))).toEqual([422, 'has-metadata']);
    expect(codeOf(await put(lead, auditId, { bytes: Buffer.alloc(15 * 1024 * 1024 + 1) }))).toEqual([413, 'too-large']);
    const huge = await sharp({ create: { width: 8000, height: photoLimits.pixels / 8000 + 1, channels: 3, background: '#fff' } })
      .jpeg({ quality: 1 })
      .toBuffer();
    expect(codeOf(await put(lead, auditId, { bytes: huge }))).toEqual([422, 'too-many-pixels']);
    expect((await put(lead, auditId, { bytes: await clean(), sha256: 'ABC' })).status).toBe(404);
    expect((await put(lead, auditId, { bytes: await clean(), method: 'POST' })).status).toBe(405);
    expect(await lead.inOrganization((db) => db.storedFile.count())).toBe(0);
  });
});

describe('entries', () => {
  it('rejects an invalid transmission as a whole', async () => {
    const { lead, auditId } = await setUp();
    for (const sending of ['{', '[]', {}, { deviceId: 'x', entries: [] }, { deviceId: randomUUID(), entries: [{ kind: 'spell' }] }])
      expect(codeOf(await send(lead, auditId, sending))).toEqual([400, 'bad-sending']);
  });

  it('accepts nothing once the audit is closed', async () => {
    const { owner, lead, auditId } = await setUp();
    const entry = await makeEntry('check', question, checkValue('compliant'));
    await owner.inOrganization((db) =>
      db.audit.updateMany({ where: { id: auditId }, data: { status: 'cancelled', cancelledReason: 'Strike' } }),
    );
    expect(codeOf(await send(lead, auditId, { deviceId: randomUUID(), entries: [entry] }))).toEqual([409, 'closed']);
    expect(codeOf(await put(lead, auditId, { bytes: await clean() }))).toEqual([409, 'closed']);
    expect(JSON.parse(String((await call(pack, lead, auditId)).body)).audit.isOpen).toBe(false);
    expect((await call(page, lead, auditId)).status).toBe(200);
  });
});
