import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { GuestPurpose } from '~/access/guest-access/purposes';
import { requireSite, type Site } from '~/access/require-site.server';
import { askForSiteLink, findSiteLink, openSite } from '~/access/site-links.server';
import { moveAction } from '~/findings/corrective-actions/move-action.server';
import { readAction } from '~/findings/corrective-actions/read-action.server';
import { decideExtension } from '~/findings/corrective-actions/extend-action.server';
import { listLinksAsked, readShare, readShareChoices } from '~/findings/site-sharing/read-share.server';
import { rewordShared } from '~/findings/site-sharing/reword-shared.server';
import { renewSiteLink, shareFindings, withdrawShare } from '~/findings/site-sharing/share-findings.server';
import { amendFinding, recordFinding } from '~/findings/findings/record-finding.server';
import { answerReply } from '~/findings/right-of-reply/reply-to-finding.server';
import { wholeFinding } from '../../../tests/factories/finding';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeRequest } from '../../../tests/factories/request';
import { makeSupplier } from '../../../tests/factories/supplier';
import { testDatabase } from '../../../tests/setup/test-database';
import { actAtSite } from './act-at-site.server';
import { acceptMessage, returnMessage } from './decide-message.server';
import { listMessages, listWaiting } from './list-messages.server';
import { readSite, readSiteFinding } from './read-site.server';
import { mayReplyNow } from './say.server';

const now = new Date('2026-03-02T10:00:00Z');
let owner: MadeMember;
let colleague: MadeMember;
let partyId: string;
let findingId: string;
let otherId: string;

const record = async (fields: Partial<typeof wholeFinding>) => {
  const recorded = await owner.inOrganization((db) =>
    recordFinding(db, { partyId, userId: owner.user.id, fields: { ...wholeFinding, ...fields } }),
  );
  if (recorded.kind === 'refused') throw new Error(recorded.problems.join());
  return recorded.findingId;
};

beforeEach(async () => {
  owner = await makeMember();
  colleague = await makeMember({ organization: owner.organization, role: 'reviewer' });
  partyId = (await makeSupplier(owner)).partyId;
  findingId = await record({ people: 3, restrictedNote: 'Heard in the dormitory.', evidenceSeen: 'The red safe on floor two.' });
  otherId = await record({ text: 'Exits were locked.' });
});

const visit = (headers: Record<string, string> = {}) =>
  new Request('http://localhost/', { headers: { 'User-Agent': 'phone', ...headers } });

async function share(findings = [{ findingId, text: 'Passports are kept in the office.' }], auditId: string | null = null) {
  const by = { userId: owner.user.id, now };
  return owner.inOrganization(async (db) => {
    const shared = await shareFindings(db, { partyId, auditId, findings, email: null, locale: 'ar', message: '' }, by);
    if (shared.kind === 'refused') return { refused: shared.code, findingIds: shared.findingIds };
    const made = await renewSiteLink(db, { shareId: shared.shareId, ...by, now: new Date() });
    if (!made) throw new Error();
    return { shareId: shared.shareId, token: made.token };
  });
}
async function open(findings?: { findingId: string; text: string }[]) {
  const shared = await share(findings);
  if (!shared.token) throw new Error(shared.refused);
  const device = await openSite(shared.token, visit());
  const cookie = device?.setCookie.split(';')[0] ?? '';
  const site = (method = 'GET') =>
    requireSite(new Request('http://localhost/', { method, headers: { Cookie: cookie } }), { shareId: shared.shareId });
  return { ...shared, cookie, site };
}
/** Each event happens a second after the previous one. */
let ticks = 0;
const say = (site: Site, form: Record<string, string>, at = new Date(now.getTime() + 1_000 * ++ticks), of = findingId) =>
  actAtSite(site, new Request('http://localhost/', { method: 'POST', body: new URLSearchParams(form) }), { findingId: of, now: at });
const replyOf = (of = findingId) =>
  owner.inOrganization((db) => db.findingReply.findFirstOrThrow({ where: { findingId: of }, orderBy: { createdAt: 'desc' } }));

describe('a link', () => {
  test('opens one device once; a new one ends it, withdrawal ends all', async () => {
    const shared = await open();
    expect(await openSite(shared.token ?? '', visit())).toBeNull();
    expect(await findSiteLink(shared.token ?? '')).toMatchObject({ kind: 'over', why: 'used' });
    expect((await shared.site()).share).toMatchObject({ supplier: 'Lotus Garments', asker: { name: owner.organization.name } });
    const renew = () =>
      owner.inOrganization((db) => renewSiteLink(db, { shareId: shared.shareId ?? '', userId: owner.user.id, now: new Date() }));
    const first = await renew();
    await renew();
    expect(await findSiteLink(first?.token ?? '')).toMatchObject({ kind: 'over', why: 'revoked' });
    const elsewhere = { shareId: randomUUID() };
    await expect(requireSite(visit({ Cookie: shared.cookie }), elsewhere)).rejects.toMatchObject({ status: 404 });
    await expect(requireSite(visit(), { shareId: shared.shareId })).rejects.toMatchObject({ status: 404 });
    await owner.inOrganization((db) => withdrawShare(db, { shareId: shared.shareId ?? '', userId: owner.user.id, now }));
    await expect(shared.site()).rejects.toMatchObject({ status: 410 });
    expect(await renew()).toBeNull();
    expect(await findSiteLink('unknown')).toEqual({ kind: 'unknown' });
  });
});

describe('an expired link', () => {
  const asked = (shareId: string) => owner.inOrganization(async (db) => (await readShare(db, shareId))?.askedAt ?? null);

  test('lets its recipient request a new one, once, and shows nothing else; a new link answers it', async () => {
    const shared = await open();
    const [token, shareId] = [shared.token ?? '', shared.shareId ?? ''];
    expect(await askForSiteLink('unknown', new Date())).toBe(false);
    const unused =
      (await owner.inOrganization((db) => renewSiteLink(db, { shareId, userId: owner.user.id, now: new Date() })))?.token ?? '';
    expect(await askForSiteLink(unused, new Date()), 'a link that opens').toBe(false);
    expect(await asked(shareId)).toBeNull();
    const first = new Date(Date.now() + 60_000);
    expect(await askForSiteLink(token, first)).toBe(true);
    expect(await askForSiteLink(token, new Date(Date.now() + 120_000))).toBe(true);
    expect(await asked(shareId)).toEqual(first);
    expect(await findSiteLink(token)).toMatchObject({ kind: 'over', why: 'used', askedAt: first });
    expect(await owner.inOrganization((db) => listLinksAsked(db))).toMatchObject([{ shareId, askedAt: first }]);
    await owner.inOrganization((db) => renewSiteLink(db, { shareId, userId: owner.user.id, now: new Date(Date.now() + 180_000) }));
    expect(await asked(shareId)).toBeNull();
    expect(await owner.inOrganization((db) => listLinksAsked(db))).toEqual([]);
  });

  test('shows nothing once the share was withdrawn', async () => {
    const shared = await open();
    await owner.inOrganization((db) => withdrawShare(db, { shareId: shared.shareId ?? '', userId: owner.user.id, now }));
    expect(await askForSiteLink(shared.token ?? '', new Date())).toBe(false);
  });
});

describe('newer versions', () => {
  const read = async (site: Site) => site.read((db) => readSiteFinding(db, { shareId: site.share.shareId, findingId }));
  const later = new Date(Date.now() + 86_400_000);
  const reword = (shareId: string, text: string, of = findingId) =>
    owner.inOrganization((db) => rewordShared(db, { shareId, findingId: of, text, userId: owner.user.id, now: later }));

  test('a corrected finding stays unchanged at the site until a member shows the newer version; then the site reads both, with the date', async () => {
    const shared = await open();
    const [site, shareId] = [await shared.site(), shared.shareId ?? ''];
    const amended = await owner.inOrganization((db) =>
      amendFinding(db, {
        findingId,
        userId: owner.user.id,
        fields: { ...wholeFinding, grade: 'minor', text: 'Corrected words of the finding.' },
      }),
    );
    expect(amended.kind).toBe('amended');
    expect(await read(site)).toMatchObject({ text: 'Passports are kept in the office.', grade: 'major', rewordedOn: null, wordings: [] });
    const member = () => owner.inOrganization((db) => readShare(db, shareId));
    expect((await member())?.findings).toMatchObject([{ correctedAt: expect.any(Date), proposed: 'Corrected words of the finding.' }]);
    expect(await reword(shareId, ' ')).toMatchObject({ code: 'words-missing' });
    expect(await reword(shareId, 'Anything', otherId)).toMatchObject({ code: 'not-there' });
    expect(await reword(shareId, 'Some passports are kept in the office.')).toEqual({ kind: 'reworded' });
    expect(await reword(shareId, 'Some passports are kept in the office.')).toMatchObject({ code: 'same-words' });
    const day = later.toISOString().slice(0, 10);
    expect(await read(site)).toMatchObject({
      ...{ text: 'Some passports are kept in the office.', grade: 'minor', rewordedOn: day },
      wordings: [{ text: 'Passports are kept in the office.', until: day }],
    });
    expect((await member())?.findings).toMatchObject([{ correctedAt: null, rewordedAt: later }]);
    await expect(owner.inOrganization((db) => db.sharedWording.updateMany({ data: { text: 'Never said' } }))).rejects.toThrow();
    await expect(owner.inOrganization((db) => db.sharedWording.deleteMany({}))).rejects.toThrow();
  });

  test('are not shown for a withdrawn share, or a withdrawn finding', async () => {
    const shared = await open();
    await owner.inOrganization((db) => db.finding.updateMany({ where: { id: findingId }, data: { withdrawnAt: now } }));
    expect(await reword(shared.shareId ?? '', 'Other words')).toMatchObject({ code: 'not-shareable' });
    await owner.inOrganization((db) => withdrawShare(db, { shareId: shared.shareId ?? '', userId: owner.user.id, now }));
    expect(await reword(shared.shareId ?? '', 'Other words')).toMatchObject({ code: 'not-there' });
    const stranger = await makeMember();
    const foreign = { shareId: shared.shareId ?? '', findingId, text: 'Mine', userId: stranger.user.id, now: later };
    expect(await stranger.inOrganization((db) => rewordShared(db, foreign))).toMatchObject({ code: 'not-there' });
  });
});

describe('shared content', () => {
  test('has its own text, limited to what is shared; without notes, evidence, sources and small groups', async () => {
    const shared = await open();
    const site = await shared.site();
    const [rows, whole] = await site.read(async (db) => [
      await readSite(db, site.share.shareId),
      await readSiteFinding(db, { shareId: site.share.shareId, findingId }),
    ]);
    expect(rows).toMatchObject([{ findingId, text: 'Passports are kept in the office.', grade: 'major', asksForReply: true }]);
    expect(whole).toMatchObject({ people: 'under-5', extent: 'systemic' });
    expect(JSON.stringify([rows, whole])).not.toMatch(/safe|dormitory|worker|restricted|methods|evidence/i);
    expect(await site.read((db) => readSiteFinding(db, { shareId: site.share.shareId, findingId: otherId }))).toBeNull();
    expect(await say(site, { intent: 'reply', kind: 'accept', by: 'Manager' }, now, otherId)).toEqual({ kind: 'gone' });
  });

  test('excludes a zero-tolerance question, a withdrawn finding, another supplier’s, and one without text', async () => {
    const critical = await owner.inOrganization((db) =>
      db.finding.create({
        data: { partyId, question: 'BW.FL.1.b.1', grade: 'critical', text: 'Raised by an answer.' },
        select: { id: true },
      }),
    );
    expect(await share([{ findingId: critical.id, text: 'Anything' }])).toEqual({ refused: 'not-shareable', findingIds: [critical.id] });
    await owner.inOrganization((db) => db.finding.updateMany({ where: { id: otherId }, data: { withdrawnAt: now } }));
    expect(
      await share([
        { findingId, text: 'Fine' },
        { findingId: otherId, text: 'Gone' },
      ]),
    ).toMatchObject({ refused: 'not-shareable' });
    expect(await share([{ findingId, text: ' ' }])).toEqual({ refused: 'words-missing', findingIds: [findingId] });
    expect(await share([{ findingId: randomUUID(), text: 'x' }])).toMatchObject({ refused: 'not-there' });
    expect(await share([])).toMatchObject({ refused: 'nothing-chosen' });
    expect(await owner.inOrganization((db) => db.findingShare.count())).toBe(0);
  });

  test('is proposed without text where only workers can have said it', async () => {
    const fromInterview = await record({ methods: ['worker'], agreement: 'single-source', text: 'He is shouted at on line 4.' });
    const choices = await owner.inOrganization((db) => readShareChoices(db, { findingId: fromInterview }));
    expect(choices?.findings).toMatchObject([{ words: '', isByWorkersAlone: true, obstacle: null }]);
    expect((await owner.inOrganization((db) => readShareChoices(db, { findingId })))?.findings).toMatchObject([
      { words: wholeFinding.text, isByWorkersAlone: false, restsOnWorkers: true },
    ]);
  });
});

describe('the database role of the site', () => {
  let client: pg.Client;
  beforeAll(async () => {
    client = new pg.Client({ connectionString: testDatabase().respondentUrl });
    await client.connect();
  });
  afterAll(() => client.end());

  test('reads one share, and of findings, replies and actions only the listed columns', async () => {
    const shared = await open();
    const site = await shared.site();
    await say(site, { intent: 'propose', rootCause: 'Habit', text: 'Give them back', owner: 'Personnel', timescale: '30', by: 'Manager' });
    const set = (shareId: string, purpose: GuestPurpose = 'findings') =>
      client.query(
        `SELECT set_config('app.organization_id', $1, false), set_config('app.guest_purpose', $2, false), set_config('app.guest_subject_id', $3, false)`,
        [owner.organization.id, purpose, shareId],
      );
    const rowsOf = async (sql: string) => (await client.query(sql)).rows;
    await set(shared.shareId ?? '');
    expect(await rowsOf('SELECT "id"::text FROM "Finding"')).toEqual([{ id: findingId }]);
    expect(await rowsOf('SELECT "findingId"::text FROM "SharedFinding"')).toEqual([{ findingId }]);
    expect(await rowsOf('SELECT "kind" FROM "SiteMessage"')).toEqual([{ kind: 'action' }]);
    for (const [table, columns] of [
      [
        'Finding',
        ['text', 'restrictedNote', 'evidenceSeen', 'methods', 'peopleAffected', 'rootCause', 'recordedById', 'question', 'partyId'],
      ],
      ['CorrectiveAction', ['amountMinor', 'people', 'verificationSeen', 'reopenReason', 'completedById', 'rootCause', 'ownerMemberId']],
      ['FindingReply', ['sentById', 'answeredById', 'recordedById']],
      ['FindingShare', ['email', 'createdById', 'partyId', 'supplierOrganizationId']],
      ['SiteMessage', ['decidedById', 'sentById']],
      ['Approval', ['proposer', 'proposedById', 'decidedById', 'decidedAt', 'partyId']],
    ] as const)
      for (const column of columns)
        await expect(client.query(`SELECT "${column}" FROM "${table}"`), `${table}.${column}`).rejects.toMatchObject({ code: '42501' });
    for (const table of ['GuestAccess', 'FindingFile', 'Audit', 'AuditEntry', 'Party', 'Score', 'SensitiveCase', 'User', 'GuestKey'])
      await expect(client.query(`SELECT 1 FROM "${table}"`), table).rejects.toMatchObject({ code: '42501' });
    for (const sql of [
      `UPDATE "Finding" SET "status" = 'verified'`,
      'DELETE FROM "SiteMessage"',
      `UPDATE "SiteMessage" SET "verdict" = 'accepted'`,
    ])
      await expect(client.query(sql), sql).rejects.toMatchObject({ code: '42501' });
    const others = [[randomUUID()], [''], [shared.shareId ?? '', 'questionnaire'], [shared.shareId ?? '', 'monitoring']] as const;
    for (const [other, purpose] of others) {
      await set(other, purpose);
      for (const table of [
        'Finding',
        'SharedFinding',
        'SharedWording',
        'SiteMessage',
        'FindingShare',
        'FindingReply',
        'CorrectiveAction',
        'Approval',
      ])
        expect(await rowsOf(`SELECT 1 FROM "${table}"`), table).toEqual([]);
    }
  });
});

describe('the right of reply', () => {
  test('is exercised without account, edited until it is answered, and its history is kept', async () => {
    const site = await (await open()).site();
    expect(await say(site, { intent: 'reply', by: 'Manager', text: 'No' })).toMatchObject({
      failure: { errors: { kind: [expect.any(String)] } },
    });
    expect(await say(site, { intent: 'reply', kind: 'dispute', by: 'Manager' })).toMatchObject({
      failure: { errors: { text: [expect.any(String)] } },
    });
    expect(await say(site, { intent: 'reply', kind: 'dispute', text: 'The safe is empty.' })).toMatchObject({
      failure: { errors: { by: [expect.any(String)] }, values: { text: ['The safe is empty.'] } },
    });
    expect(await say(site, { intent: 'reply', kind: 'dispute', text: 'The safe is empty.', by: 'Plant manager' })).toEqual({
      kind: 'said',
      what: 'reply',
    });
    expect(await replyOf()).toMatchObject({ kind: 'dispute', text: 'The safe is empty.', repliedBy: 'Plant manager', recordedById: null });
    const later = new Date('2026-03-04T10:00:00Z');
    expect(await say(site, { intent: 'reply', kind: 'accept', by: 'Plant manager' }, later)).toEqual({ kind: 'said', what: 'reply' });
    expect(await replyOf()).toMatchObject({ kind: 'accept', text: '', repliedOn: new Date('2026-03-04') });
    const answered = { findingId, verdict: 'upheld' as const, answer: 'We saw it.', userId: owner.user.id, now: later };
    expect(await owner.inOrganization((db) => answerReply(db, answered))).toMatchObject({ kind: 'done' });
    expect(await say(site, { intent: 'reply', kind: 'comment', text: 'But', by: 'Plant manager' }, later)).toMatchObject({
      kind: 'failed',
    });
    const messages = await owner.inOrganization((db) => listMessages(db, { findingId }));
    expect(messages.map(({ kind, replyKind }) => [kind, replyKind])).toEqual([
      ['reply', 'accept'],
      ['reply', 'dispute'],
    ]);
  });

  test('a withdrawn finding accepts nothing more', async () => {
    const site = await (await open()).site();
    await say(site, { intent: 'reply', kind: 'dispute', text: 'No.', by: 'Manager' });
    await owner.inOrganization((db) => answerReply(db, { findingId, verdict: 'withdrawn', answer: 'Right.', userId: owner.user.id, now }));
    expect(await say(site, { intent: 'propose', rootCause: 'a', text: 'b', owner: 'c', timescale: '30', by: 'd' })).toMatchObject({
      kind: 'failed',
    });
    expect(await site.read((db) => readSite(db, site.share.shareId))).toMatchObject([{ isWithdrawn: true }]);
    expect(await owner.inOrganization((db) => mayReplyNow(db, findingId))).toBe(false);
  });
});

describe('the site’s proposals and progress reports', () => {
  const proposal = {
    intent: 'propose',
    rootCause: 'Habit',
    text: 'Give them back.',
    owner: 'Head of personnel',
    timescale: '30',
    by: 'Plant manager',
  };
  const first = (of = findingId) => owner.inOrganization(async (db) => (await listMessages(db, { findingId: of }))[0]);

  async function planned(site: Site) {
    await say(site, proposal);
    const message = await first();
    const by = { messageId: message?.id ?? '', userId: owner.user.id, now };
    const decided = await owner.inOrganization((db) => acceptMessage(db, { ...by, verification: 'follow-up-visit' }));
    expect(decided).toMatchObject({ kind: 'decided', hasMoved: true });
    const actionId = (await first())?.actionId;
    if (!actionId) throw new Error();
    return actionId;
  }

  test('a proposal is returned with a reason, or becomes an action of the plan, agreed by its author; decided once', async () => {
    const site = await (await open()).site();
    expect(await say(site, { ...proposal, owner: '', timescale: '' })).toMatchObject({
      failure: { errors: { owner: [expect.any(String)], timescale: [expect.any(String)] }, values: { rootCause: ['Habit'] } },
    });
    await say(site, proposal);
    expect(await owner.inOrganization((db) => listWaiting(db))).toMatchObject([{ findingId, waits: 1 }]);
    const by = { messageId: (await first())?.id ?? '', userId: owner.user.id, now };
    expect(await owner.inOrganization((db) => returnMessage(db, { ...by, answer: ' ' }))).toMatchObject({ code: 'reason-missing' });
    expect(await owner.inOrganization((db) => returnMessage(db, { ...by, answer: 'By when?' }))).toMatchObject({ kind: 'decided' });
    expect(await owner.inOrganization((db) => acceptMessage(db, { ...by, verification: 'desktop' }))).toMatchObject({
      code: 'already-decided',
    });
    const stranger = await makeMember();
    expect(await stranger.inOrganization((db) => acceptMessage(db, { ...by, verification: 'desktop' }))).toMatchObject({
      code: 'unknown-message',
    });
    const actionId = await planned(site);
    expect(await owner.inOrganization((db) => readAction(db, { actionId, today: '2026-03-02' }))).toMatchObject({
      ...{
        action: 'Give them back.',
        rootCause: 'Habit',
        owner: 'Head of personnel',
        dueOn: '2026-04-01',
        verification: 'follow-up-visit',
      },
      ...{ agreedBy: 'Plant manager', agreedOn: '2026-03-02', status: 'pending' },
    });
    const shown = await site.read((db) => readSiteFinding(db, { shareId: site.share.shareId, findingId }));
    expect(shown?.messages.map(({ verdict, answer }) => [verdict, answer])).toEqual([
      ['accepted', ''],
      ['returned', 'By when?'],
    ]);
    await expect(
      owner.inOrganization((db) => db.siteMessage.updateMany({ where: { id: by.messageId }, data: { text: 'Other words' } })),
    ).rejects.toThrow(/never changed/);
    expect(await owner.inOrganization((db) => listWaiting(db))).toEqual([]);
  });

  test('progress with a file completes the action once accepted; the user who accepted it did not complete it, and the member verifies', async () => {
    const site = await (await open()).site();
    const actionId = await planned(site);
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent: 'progress', actionId, isDone: 'on', by: 'Plant manager' })) form.set(name, value);
    form.append('files', new File(['Signed by all.'], 'receipts.txt', { type: 'text/plain' }));
    const send = () =>
      actAtSite(site, new Request('http://localhost/', { method: 'POST', body: form }), {
        findingId,
        now: new Date(now.getTime() + 1_000 * ++ticks),
      });
    const refused = await send();
    expect(refused).toMatchObject({ kind: 'failed', kept: [{ fileName: 'receipts.txt' }] });
    form.delete('files');
    form.append('fileIds', refused.kind === 'failed' ? (refused.kept[0]?.id ?? '') : '');
    form.set('text', 'All were given back.');
    expect(await send()).toEqual({ kind: 'said', what: 'progress' });
    expect(await first()).toMatchObject({ kind: 'progress', isDone: true, files: [{ fileName: 'receipts.txt', isOpen: true }] });
    const read = () => owner.inOrganization((db) => readAction(db, { actionId, today: '2026-03-02' }));
    expect(await read()).toMatchObject({ status: 'pending', files: [] });
    await owner.inOrganization(async (db) =>
      acceptMessage(db, {
        messageId: (await listMessages(db, { actionId }))[0]?.id ?? '',
        userId: owner.user.id,
        now,
        verification: 'desktop',
      }),
    );
    expect(await read()).toMatchObject({ status: 'completed', completedBy: 'Plant manager', files: [{ fileName: 'receipts.txt' }] });
    expect((await read())?.completedById).toBe(site.senderId);
    const verify = () =>
      colleague.inOrganization((db) =>
        moveAction(db, { actionId, step: { to: 'verify', seen: 'Counted.' }, userId: colleague.user.id, now }),
      );
    expect(await verify()).toMatchObject({ kind: 'moved', hasMoved: true });
    expect(await say(site, { intent: 'progress', actionId, text: 'More', by: 'Manager' })).toMatchObject({ kind: 'failed' });
  });

  test('an extension is requested by the site and granted by a member; one request at a time', async () => {
    const site = await (await open()).site();
    const actionId = await planned(site);
    const ask = (newDueOn: string) => say(site, { intent: 'extension', actionId, newDueOn, text: 'The lockers come late.', by: 'Manager' });
    expect(await ask('2026-03-20')).toMatchObject({ failure: { errors: { newDueOn: [expect.any(String)] } } });
    expect(await ask('2026-05-01')).toEqual({ kind: 'said', what: 'extension' });
    expect(await ask('2026-06-01')).toMatchObject({ kind: 'failed' });
    const asked = await owner.inOrganization((db) => readAction(db, { actionId, today: '2026-03-02' }));
    expect(asked?.extensions).toMatchObject([{ askedBy: 'Manager', state: 'open' }]);
    const extensionId = asked?.extensions[0]?.id ?? '';
    const bySite = (verdict: 'approved' | 'withdrawn') =>
      owner.inOrganization((db) => decideExtension(db, { extensionId, actionId, verdict, answer: '', userId: site.senderId, now }));
    expect(await bySite('approved')).toMatchObject({ code: 'own-request' });
    expect(await bySite('withdrawn')).toMatchObject({ code: 'someone-elses' });
    const withdrawn = { state: 'withdrawn', decidedById: site.senderId, decidedAt: now };
    await expect(owner.inOrganization((db) => db.approval.updateMany({ where: { id: extensionId }, data: withdrawn }))).rejects.toThrow(
      /Approval_proposer/,
    );
    await owner.inOrganization((db) =>
      decideExtension(db, { extensionId, actionId, verdict: 'approved', answer: '', userId: owner.user.id, now }),
    );
    const shown = await site.read((db) => readSiteFinding(db, { shareId: site.share.shareId, findingId }));
    expect(shown?.actions).toMatchObject([{ dueOn: '2026-05-01', extensions: [{ state: 'approved' }] }]);
  });
});

test('a supplier with an account reaches the same by its own members, and no other user does', async () => {
  const asked = await makeRequest(owner, { name: 'Delta Knits' });
  partyId = asked.partyId;
  findingId = await record({});
  const shared = await open();
  const own = await makeMember({ organization: { id: asked.supplierOrganizationId, slug: 'delta', name: 'Delta Knits' } });
  const as = (member: MadeMember, method = 'GET') =>
    requireSite(new Request('http://localhost/', { method, headers: { Cookie: member.cookie } }), { shareId: shared.shareId });
  const site = await as(own);
  expect(site).toMatchObject({ senderId: own.user.id, share: { asker: { name: owner.organization.name } } });
  expect(await say(site, { intent: 'reply', kind: 'comment', text: 'We look into it.', by: 'Director' })).toMatchObject({ kind: 'said' });
  await expect(as(await makeMember())).rejects.toMatchObject({ status: 404 });
  await expect(as(owner)).rejects.toMatchObject({ status: 404 });
});
