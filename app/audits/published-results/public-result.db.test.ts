import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publishedUnder } from '~/access/published-results.server';
import { recordReply, sendForComment } from '~/findings/right-of-reply/reply-to-finding.server';
import * as publicRoute from '~/routes/public/published/results-page';
import * as publishRoute from '~/routes/org/audits/audit-publish';
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
import { listPublished } from './list-published.server';
import { publishResult } from './publish-result.server';
import { type PublicationAsked, readPublication } from './read-publication.server';
import { publicResultSchema } from './schema';
import { withdrawResult } from './withdraw-result.server';

const now = new Date('2026-12-02T18:00:00Z');
const later = new Date('2027-01-15T12:00:00Z');
let owner: MadeMember;
let second: MadeMember;
/** `disputed` was sent for comment and disputed; `silent` never sent for comment; `grave` is a sensitive case. */
const [disputed, silent, critical] = ['BW.FL.1.c.1', 'BW.OS.8.c.1', 'BW.CL.1.a'];

const asked = (auditId: string, more: Partial<PublicationAsked> = {}): PublicationAsked => ({
  ...{ auditId, userId: owner.user.id, role: 'owner', organizationName: 'Made house', locale: 'en', publicUrl: 'https://manumit.example' },
  ...{ now: later, isDemonstration: false, ...more },
});
const read = (auditId: string, at = later) => owner.inOrganization((db) => readPublication(db, asked(auditId, { now: at })));
const fields = (seen: string, held: string[] = []) => ({
  ...{ seen, held, agreedBy: 'Plant manager', agreedOn: '2027-01-14', screened: 'on' as const },
});
const publish = async (auditId: string, held: string[] = [], at = later) =>
  owner.inOrganization(async (db) => {
    const seen = (await readPublication(db, asked(auditId, { now: at })))?.seen ?? '';
    return publishResult(db, asked(auditId, { now: at }), fields(seen, held));
  });

async function makeApproved(
  options: { supplierPublicId?: string; workers?: number } = {},
): Promise<{ auditId: string; supplierPublicId: string }> {
  const made = await makeAudit(owner, options.supplierPublicId ? { supplierPublicId: options.supplierPublicId } : {});
  const sent = await sendEntries(owner, made.auditId, [
    await makeEntry('check', 'BW.SI.a', checkValue(options.workers ?? 400)),
    await makeEntry('check', 'BW.SI.b', checkValue(0)),
    ...(await Promise.all(
      [disputed, silent, critical].map((question) => makeEntry('check', question, checkValue('not-compliant', { note: 'A private note' }))),
    )),
    await makeEntry('finding', randomUUID(), findingValue(disputed, { what: 'Passports lie in the cupboard of Mr Somebody' })),
    await makeEntry('finding', randomUUID(), findingValue(silent)),
    await makeEntry('meeting', 'closing', closingValue),
  ]);
  expect(sent).toMatchObject({ kind: 'received', refused: [] });
  await concludeAndApprove(made.auditId, { owner, second, now });
  return made;
}

async function replyTo(auditId: string, text: string | null) {
  await owner.inOrganization(async (db) => {
    const { id: findingId } = await db.finding.findFirstOrThrow({ where: { auditId, question: disputed }, select: { id: true } });
    await sendForComment(db, { findingId, sentOn: '2026-12-03', userId: owner.user.id });
    if (text) await recordReply(db, { findingId, kind: 'dispute', text, repliedBy: 'HR', repliedOn: '2026-12-10', userId: owner.user.id });
  });
}

beforeAll(async () => {
  owner = await makeMember();
  second = await makeMember({ role: 'reviewer', organization: owner.organization });
});

describe('published content', () => {
  it('is the question in the wording of the checklist with the reply beside it, and nothing else of the record', async () => {
    const { auditId } = await makeApproved();
    await replyTo(auditId, 'Nobody who asked for a passport was refused.');
    const publication = await read(auditId);
    expect(publication?.obstacles).toEqual([]);
    const issues = publication?.result?.issues ?? [];
    expect(issues.map(({ question }) => question).sort()).toEqual([disputed, silent]);
    expect(issues.find(({ question }) => question === disputed)).toMatchObject({
      text: 'Workers keep their own identity documents.',
      settledOn: null,
      replies: [{ on: '2026-12-10', kind: 'dispute', text: 'Nobody who asked for a passport was refused.' }],
    });
    const reported = { ...publication?.result, organization: null, supplier: null };
    expect(JSON.stringify(reported)).not.toMatch(/cupboard|Somebody|private note|major|400|\b40\b/);
  });

  it('leaves out a question whose finding was withdrawn', async () => {
    const { auditId } = await makeApproved();
    await owner.inOrganization((db) => db.finding.updateMany({ where: { auditId, question: disputed }, data: { withdrawnAt: now } }));
    expect((await read(auditId))?.result?.issues.map(({ question }) => question)).toEqual([silent]);
  });

  it('waits while the site may reply, and states afterwards that it did not', async () => {
    const { auditId } = await makeApproved();
    await replyTo(auditId, null);
    expect((await read(auditId, new Date('2026-12-04T09:00:00Z')))?.obstacles).toEqual(['reply-awaited']);
    expect(await publish(auditId, [], new Date('2026-12-04T09:00:00Z'))).toEqual({ kind: 'refused', code: 'reply-awaited' });
    const after = await read(auditId);
    expect(after?.obstacles).toEqual([]);
    expect(after?.result?.issues.find(({ question }) => question === disputed)?.answerBy).toBe('2026-12-17');
  });

  it('is empty for four workers, and before the approval', async () => {
    const { auditId } = await makeApproved({ workers: 4 });
    expect(await publish(auditId)).toEqual({ kind: 'refused', code: 'few-workers' });
    const { auditId: planned } = await makeAudit(owner);
    expect(await publish(planned)).toEqual({ kind: 'refused', code: 'not-approved' });
  });
});

describe('a public page', () => {
  it('lists every audit of the supplier under one address; a withdrawn one shows nothing more', async () => {
    const first = await makeApproved();
    await replyTo(first.auditId, 'Ask for Mr Rahman.');
    const published = await publish(first.auditId, [`${disputed}:0`]);
    if (published.kind !== 'published') throw new Error(published.code);
    expect(await publish(first.auditId)).toEqual({ kind: 'refused', code: 'already' });
    const follow = await makeApproved({ supplierPublicId: first.supplierPublicId });
    expect(await publish(follow.auditId, [], new Date('2027-02-01T12:00:00Z'))).toEqual({ kind: 'published', pageId: published.pageId });

    const rows = await publishedUnder(published.pageId);
    expect(rows.map(({ model }) => publicResultSchema.parse(model).issues.length)).toEqual([2, 2]);
    expect(JSON.stringify(rows)).not.toContain('Rahman');
    const page = await callRoute(publicRoute.loader, { url: `/published/${published.pageId}`, params: { pageId: published.pageId } });
    expect(page.status).toBe(200);
    expect(JSON.stringify(page.body)).not.toMatch(/Plant manager|agreedBy|organizationId/);

    expect(await owner.inOrganization((db) => withdrawResult(db, { ...asked(follow.auditId) }, 'The site was mistaken for another'))).toBe(
      true,
    );
    const [gone] = await publishedUnder(published.pageId);
    expect(gone).toMatchObject({ reason: 'The site was mistaken for another', withdrawnAt: later });
    expect(Object.keys(gone?.model as object)).not.toContain('issues');
    expect(await owner.inOrganization((db) => withdrawResult(db, asked(follow.auditId), 'again'))).toBe(false);
    expect(await publish(follow.auditId)).toMatchObject({ kind: 'published', pageId: published.pageId });
    expect((await owner.inOrganization((db) => listPublished(db, follow.auditId))).withdrawn).toHaveLength(1);
  });

  it('rejects what changed since the preview', async () => {
    const { auditId } = await makeApproved();
    const seen = (await read(auditId))?.seen ?? '';
    await replyTo(auditId, 'We disagree.');
    const again = await owner.inOrganization((db) => publishResult(db, asked(auditId), fields(seen)));
    expect(again).toEqual({ kind: 'refused', code: 'changed' });
  });

  it('is unknown at other addresses, and published only by users who may share reports', async () => {
    for (const pageId of [randomUUID(), 'nothing', '%27'])
      expect((await callRoute(publicRoute.loader, { url: `/published/${pageId}`, params: { pageId } })).status).toBe(404);
    const { auditId } = await makeApproved();
    const params = { orgSlug: owner.organization.slug, auditId };
    const url = `/o/${owner.organization.slug}/audits/${auditId}/publish`;
    expect((await callRoute(publishRoute.loader, { url, params, cookie: second.cookie })).status).toBe(403);
    const stranger = await makeMember();
    expect((await callRoute(publishRoute.loader, { url, params, cookie: stranger.cookie })).status).toBe(404);
    const own = { orgSlug: stranger.organization.slug, auditId };
    expect(
      (await callRoute(publishRoute.action, { url, params: own, cookie: stranger.cookie, form: { intent: 'withdraw', reason: 'x' } }))
        .status,
    ).toBe(404);
    const incomplete = await callRoute(publishRoute.action, {
      url,
      params,
      cookie: owner.cookie,
      form: { intent: 'publish', agreedOn: '2099-01-01' },
    });
    expect(incomplete.status).toBe(422);
    expect(JSON.stringify(incomplete.body)).toMatch(
      /Enter the job title of the person who agreed.*today’s date or an earlier one.*no one can be identified/s,
    );
  });
});
