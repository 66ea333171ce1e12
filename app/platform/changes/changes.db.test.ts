import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeCase } from '../../../tests/factories/case';
import { makeDocument } from '../../../tests/factories/document';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeQueueOfEach } from '../../../tests/factories/queue-of-each';
import { makeSupplier } from '../../../tests/factories/supplier';
import { callRoute } from '../../../tests/setup/call-route';
import { can } from '~/access/permissions';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { daysAfter } from '~/platform/queue/queue-dates';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { readQueue } from '~/platform/queue/read-queue.server';
import * as changesPage from '~/routes/org/platform/changes';
import * as home from '~/routes/org/shell/home';
import type { HomeRead } from '~/routes/org/shell/read-home.server';
import type { HomeKind } from './change-source';
import { lastVisit, recordVisit } from './last-visit.server';
import { countChanges, listChanges } from './read-changes.server';
import { changeSources } from './register-changes.server';

const today = new Date().toISOString().slice(0, 10);
const since = daysAfter(today, -5);
const day = (days: number) => new Date(`${daysAfter(today, days)}T10:00:00Z`);

const readerOf = (member: MadeMember, role: 'owner' | 'manager' | 'auditor' | 'viewer', kind: HomeKind) => ({
  ...{ userId: member.user.id, home: kind, since, today },
  can: (permission: Parameters<typeof can>[1]) => can(role, permission),
});

let made: Awaited<ReturnType<typeof makeQueueOfEach>>;
let manager: MadeMember;

/** Changes of every kind that a queue of every kind of task does not bring along. */
beforeAll(async () => {
  made = await makeQueueOfEach('lender', today);
  manager = await made.of('manager');
  const { findingId = '', dealId = '' } = made.made;
  const by = made.recorder.user.id;
  const client = await makeSupplier(made.recorder);
  await made.recorder.inOrganization(async (db) => {
    const { partyId } = await db.finding.findFirstOrThrow({ where: { id: findingId } });
    const audits = await db.audit.findMany({ where: { number: { startsWith: '2002' } }, orderBy: { number: 'asc' } });
    const [, onSite, returned, inReview] = audits;
    await db.finding.updateMany({ where: { id: findingId }, data: { auditId: onSite?.id ?? '' } });
    const verified = {
      partyId,
      grade: 'minor',
      text: 'Mended',
      auditId: onSite?.id ?? '',
      status: 'verified',
      openedAt: day(-40),
      verifiedAt: day(-1),
    };
    const { id } = await db.finding.create({ data: verified });
    await recordActivity(db, { recordKind: 'finding', recordId: id, act: 'move', userId: by, after: { status: 'verified' } });
    await recordActivity(db, { recordKind: 'audit', recordId: returned?.id ?? '', act: 'return-audit', userId: by });
    await db.audit.updateMany({ where: { id: inReview?.id ?? '' }, data: { status: 'approved', approvedById: by, approvedAt: day(-1) } });
    // A finding of the audit at the supplier whose band changes.
    await db.finding.create({ data: { ...verified, partyId: client.partyId, text: 'Of the client', status: 'open', verifiedAt: null } });
    const { id: __id, organizationId: _own, ...credential } = await db.auditorCredential.findFirstOrThrow();
    await db.auditorCredential.create({ data: { ...credential, validUntil: day(30) } });
    const asked = await db.auditCommission.findFirstOrThrow({ where: { status: 'question' } });
    await db.commissionMessage.create({
      data: { commissionId: asked.id, side: 'firm', text: 'Which shifts?', byName: 'Firm', sentAt: day(-1) },
    });
    const { id: _asked, ...commission } = asked;
    await db.auditCommission.create({
      data: {
        ...commission,
        place: asked.place ?? {},
        team: [],
        number: 'C-2001-0009',
        status: 'declined',
        declineReason: 'No capacity',
        answeredAt: day(-1),
      },
    });
    const report = await db.monitoringReport.findFirstOrThrow({ where: { dealId } });
    await makeDocument(db, { kind: 'client-report', subjectId: report.id, issuedAt: day(-1) });
    await scoreSuppliers(db, { partyIds: [client.partyId], asOf: today });
    const { id: _, organizationId: __, ...score } = await db.score.findFirstOrThrow({ where: { partyId: client.partyId } });
    const result = { ...(score.result as object), band: 'low' };
    await db.score.createMany({ data: [{ ...score, input: score.input ?? {}, result, createdAt: day(-30) }] });
    await db.deal.updateMany({ where: { id: dealId }, data: { clientPartyId: client.partyId } });
  });
});

const count = (member: MadeMember, reader: ReturnType<typeof readerOf>) => member.inOrganization((db) => countChanges(db, reader));
const kindsFor = (kind: HomeKind) => [...changeSources()].flatMap(([each, { homes }]) => (homes.includes(kind) ? [each] : []));

describe('changes since a day', () => {
  it.each(['company', 'lender'] as const)('have each kind of the home of a %s', async (kind) => {
    const counts = await count(manager, readerOf(manager, 'manager', kind));
    expect(counts.map((each) => each.kind).sort()).toEqual(kindsFor(kind).sort());
  });

  it('have each kind of the home of an auditor, for the audits of the own teams', async () => {
    const counts = await count(made.auditor, readerOf(made.auditor, 'auditor', 'auditor'));
    const kinds = [...changeSources()].flatMap(([each, { homes, permission }]) =>
      homes.includes('auditor') && can('auditor', permission) ? [each] : [],
    );
    expect(counts.map((each) => each.kind).sort()).toEqual(kinds.sort());
    const outsider = await made.of('auditor');
    expect(await count(outsider, readerOf(outsider, 'auditor', 'auditor'))).toEqual([]);
  });

  it.each(['company', 'auditor', 'lender'] as const)(
    'list as many as they count, each with an address, on the home of a %s',
    async (kind) => {
      const member = kind === 'auditor' ? made.auditor : manager;
      const reader = readerOf(member, kind === 'auditor' ? 'auditor' : 'manager', kind);
      const listed = await member.inOrganization((db) => listChanges(db, reader, { kind: null, perKind: 100 }));
      expect(listed.map(({ kind: each, label, count: number }) => ({ kind: each, label, count: number }))).toEqual(
        (await count(member, reader)).map(({ kind: each, label, count: number }) => ({ kind: each, label, count: number })),
      );
      for (const { rows, count: number } of listed) {
        expect(rows).toHaveLength(number);
        for (const { path, subject } of rows)
          expect([subject, path]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/^[a-z-]+\/[\w/-]+$/)]);
      }
      const [first] = listed;
      const alone = await member.inOrganization((db) => listChanges(db, reader, { kind: first?.kind ?? '', perKind: 1 }));
      expect(alone).toMatchObject([{ kind: first?.kind, count: first?.count, rows: [{}] }]);
    },
  );

  it('name a self-declared finding by its indicator, not by the question that was asked', async () => {
    await made.recorder.inOrganization((db) =>
      db.finding.updateMany({
        where: { id: made.made.findingId ?? '' },
        data: { origin: 'answer', indicator: 'debt-bondage', text: 'Did any worker pay?' },
      }),
    );
    const [recorded] = await manager.inOrganization((db) =>
      listChanges(db, readerOf(manager, 'manager', 'company'), { kind: 'finding-recorded', perKind: 10 }),
    );
    expect(recorded?.rows.map(({ detail }) => detail)).toEqual(['Debt bondage · minor · self-declared']);
    const queue = await manager.inOrganization((db) =>
      readQueue(
        db,
        { ...{ userId: manager.user.id, organizationId: manager.organization.id, role: 'manager', today, until: today, now: new Date() } },
        { perKind: 9, kinds: ['resolve-finding'] },
      ),
    );
    expect(queue.items.map(({ detail }) => detail)).toEqual(['Debt bondage']);
  });

  it('list a breach by the day it was recorded, with the day of the test where that differs', async () => {
    const [breached] = await manager.inOrganization((db) =>
      listChanges(db, readerOf(manager, 'manager', 'lender'), { kind: 'covenant-breached', perKind: 10 }),
    );
    expect([...new Set(breached?.rows.map(({ on }) => on))]).toEqual([today]);
    for (const { detail } of breached?.rows ?? []) expect(detail).toMatch(/breached on \d.*, recorded \d/);
  });

  it('name the period of a client’s report and how late it was', async () => {
    const [received] = await manager.inOrganization((db) =>
      listChanges(db, readerOf(manager, 'manager', 'lender'), { kind: 'client-report-received', perKind: 10 }),
    );
    expect(received?.rows[0]?.detail).toMatch(/ to .* · received, .* late/);
  });

  it('leave out what the reader did, what is older, and what the role may not read', async () => {
    const own = readerOf(made.recorder, 'owner', 'lender');
    expect((await count(made.recorder, own)).map(({ kind }) => kind)).not.toContain('esap-item-completed');
    expect(
      (await count(manager, { ...readerOf(manager, 'manager', 'lender'), since: daysAfter(today, 1) })).map(({ kind }) => kind),
    ).toEqual([]);
    expect(await count(manager, { ...readerOf(manager, 'manager', 'company'), can: () => false })).toEqual([]);
  });

  it('have nothing of sensitive cases: no kind is theirs, and a case changes no number', async () => {
    const folder = join(process.cwd(), 'app/safeguarding');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
    expect(sources.filter((name) => readFileSync(join(folder, name), 'utf8').includes('platform/changes'))).toEqual([]);
    const { owner, opener } = await makeCase({ openedAt: day(-1) });
    for (const member of [owner, opener])
      for (const kind of ['company', 'auditor', 'lender'] as const)
        expect(await count(member, readerOf(member, 'owner', kind))).toEqual([]);
  });
});

describe('a visit', () => {
  it('has all day the day of the visit before it', async () => {
    const member = await makeMember();
    const visit = (on: string) => member.inOrganization((db) => recordVisit(db, { userId: member.user.id, today: on }));
    expect(await visit('2026-11-20')).toBeNull();
    expect(await visit('2026-11-20'), 'the same day').toBeNull();
    expect(await visit('2026-11-26')).toBe('2026-11-20');
    expect(await visit('2026-11-26'), 'the same day').toBe('2026-11-20');
    expect(await member.inOrganization((db) => lastVisit(db, { userId: member.user.id, today: '2026-11-27' }))).toBe('2026-11-26');
    expect(await visit('2026-12-01')).toBe('2026-11-26');
    const colleague = await makeMember({ organization: member.organization });
    expect(await colleague.inOrganization((db) => recordVisit(db, { userId: colleague.user.id, today: '2026-12-01' }))).toBeNull();
  });
});

describe('pages', () => {
  const at = (member: MadeMember, path = '') => ({
    ...{ url: `/o/${member.organization.slug}${path}`, params: { orgSlug: member.organization.slug }, cookie: member.cookie },
  });

  it('show at home what changed since the visit before today, and on a page what is behind each number', async () => {
    const member = await made.of('manager');
    const read = async () => ((await callRoute(home.loader, at(member))).body as { home: HomeRead }).home.changes;
    expect(await read(), 'a first visit').toBeNull();
    await member.inOrganization((db) =>
      db.membership.updateMany({ where: { userId: member.user.id }, data: { lastVisitOn: new Date(since), visitBeforeOn: null } }),
    );
    const changes = await read();
    expect(changes).toMatchObject({
      since,
      // One change alone says which it is.
      counts: expect.arrayContaining([
        expect.objectContaining({
          kind: 'incident-recorded',
          label: '1 incident recorded',
          count: 1,
          brief: expect.stringMatching(/^.+: .+, \d.*recorded \d/),
        }),
      ]),
    });
    expect(await read(), 'again on the same day').toEqual(changes);
    const page = await callRoute(changesPage.loader, at(member, '/changes?kind=incident-recorded'));
    expect(page.body).toMatchObject({ since, changes: [{ kind: 'incident-recorded', count: 1 }] });
    const broken = await callRoute(changesPage.loader, at(member, '/changes?since=2999-01-01&kind=%27'));
    expect(broken.body).toMatchObject({ since, kind: null });
  });
});
