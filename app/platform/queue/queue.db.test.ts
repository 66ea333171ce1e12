import { beforeAll, describe, expect, test } from 'vitest';
import { can, type Role, roles } from '~/access/permissions';
import { makeCase } from '../../../tests/factories/case';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeQueueOfEach } from '../../../tests/factories/queue-of-each';
import { makeSupplier } from '../../../tests/factories/supplier';
import { daysAfter, timeOf } from './queue-dates';
import { aboutOf } from './queue-list';
import { readQueue } from './read-queue.server';
import { queueSources } from './register-queue.server';

const today = '2026-12-02';
const now = new Date(`${today}T10:00:00Z`);

const queueOf = (member: MadeMember, role: Role, perKind = 20) => {
  const { organization, user } = member;
  const reader = { userId: user.id, organizationId: organization.id, role, today, until: daysAfter(today, 30), now };
  return member.inOrganization((db) => readQueue(db, reader, { perKind }));
};
const kindsOf = async (member: MadeMember, role: Role) => (await queueOf(member, role)).kinds.map(({ kind }) => kind);

/** Found for people and not for roles. */
const personal = new Set(['follow-sensitive-case', 'start-campaign', 'declare-independence']);

describe('a queue', () => {
  let made: Awaited<ReturnType<typeof makeQueueOfEach>>;
  const members = {} as Record<Role, MadeMember>;
  beforeAll(async () => {
    made = await makeQueueOfEach('lender', today);
    for (const role of roles) members[role] = role === 'auditor' ? made.auditor : await made.of(role);
  });

  test.each(roles)('contains each kind of task that the role %s does, and no other', async (role) => {
    const expected = [...queueSources()].filter(([kind, { permission }]) => !personal.has(kind) && can(role, permission));
    expect((await kindsOf(members[role], role)).filter((kind) => !personal.has(kind)).sort()).toEqual(
      expected.map(([kind]) => kind).sort(),
    );
  });

  test('is empty for a viewer', async () => {
    expect(await queueOf(members.viewer, 'viewer')).toEqual({ items: [], kinds: [], total: 0, overdue: 0, mine: 0 });
  });

  test('shows campaigns and declarations to their people alone', async () => {
    const own = await kindsOf(made.auditor, 'auditor');
    expect(own).toEqual(expect.arrayContaining(['start-campaign', 'declare-independence']));
    expect((await kindsOf(members.owner, 'owner')).filter((kind) => personal.has(kind))).toEqual([]);
  });

  test('shows an auditor the audits of the own teams only', async () => {
    const outsider = await made.of('auditor');
    expect((await kindsOf(outsider, 'auditor')).filter((kind) => kind.includes('audit'))).toEqual([]);
    expect((await queueOf(made.auditor, 'auditor')).items.find(({ kind }) => kind === 'start-audit')).toMatchObject({ isMine: true });
  });

  test('offers the approval of an audit to no one who recorded it', async () => {
    const reader = members.reviewer;
    const approvals = async () => (await queueOf(reader, 'reviewer')).items.filter(({ kind }) => kind === 'approve-audit');
    const [audit] = await approvals();
    const auditId = audit?.id ?? '';
    for (const [part, expected] of [
      ['observer', 1],
      ['assessor', 0],
    ] as const) {
      await reader.inOrganization((db) => db.auditMember.create({ data: { auditId, userId: reader.user.id, part } }));
      expect(await approvals(), part).toHaveLength(expected);
      await reader.inOrganization((db) => db.auditMember.deleteMany({ where: { auditId, userId: reader.user.id } }));
    }
  });

  test('never offers a decision to the person who proposed it', async () => {
    const kinds = await kindsOf(made.recorder, 'owner');
    const decisions = [
      ...['decide-override-waiver', 'decide-extension', 'decide-covenant', 'decide-deal', 'verify-action', 'judge-consultant'],
      'decide-recruiter-status',
    ];
    expect(kinds.filter((kind) => decisions.includes(kind))).toEqual([]);
  });

  test('sorts overdue tasks first, then by due date', async () => {
    const { items } = await queueOf(members.owner, 'owner');
    const late = items.filter(({ isOverdue }) => isOverdue);
    expect(late.length).toBeGreaterThan(8);
    expect(items.slice(0, late.length)).toEqual(late);
    const dated = items.flatMap(({ dueOn }) => (dueOn !== null && dueOn >= today ? [dueOn] : []));
    expect(dated).toEqual([...dated].sort());
  });

  test('groups overdue requests and counts what it does not show', async () => {
    const { organization } = made.recorder;
    for (const name of ['Song Xanh', 'Kaveri'])
      await made.recorder.inOrganization(async (db) => {
        const party = await db.party.create({ data: { kind: 'supplier', publicId: `4${name.slice(0, 4)}ZZZZZ0`, name, nameKey: name } });
        const by = made.recorder.user.id;
        await db.questionnaireResponse.create({
          data: {
            partyId: party.id,
            kind: 'self-assessment',
            instrumentKey: 'ilo-ten-principles@1.0.0',
            openedById: by,
            status: 'submitted',
          },
        });
        const request = await db.questionnaireResponse.create({
          data: { partyId: party.id, kind: 'self-assessment', instrumentKey: 'ilo-ten-principles@1.0.0', openedById: by },
        });
        await db.questionnaireRequest.create({
          data: {
            ...{ responseId: request.id, supplierOrganizationId: organization.id, locale: 'en', invitedById: by },
            dueOn: new Date('2026-11-27'),
          },
        });
      });
    const { items, kinds } = await queueOf(members.manager, 'manager', 1);
    expect(items.filter(({ kind }) => kind === 'remind-suppliers')).toMatchObject([
      { label: 'Remind 3 suppliers', count: 3, path: 'requests?status=late', isOverdue: true },
    ]);
    expect(items.find(({ kind }) => kind === 'remind-suppliers')).toMatchObject({ parties: 3 });
    expect(aboutOf({ subjects: ['Kaveri', 'Song Xanh'], detail: '', count: 6, parties: 3 })).toBe('Kaveri, Song Xanh and 1 more');
    expect(items.filter(({ kind }) => kind === 'review-answers')).toHaveLength(1);
    expect(kinds.find(({ kind }) => kind === 'review-answers')).toMatchObject({ total: 3 });
  });

  test('takes the same number of queries for one task and for many', async () => {
    const count = async (member: MadeMember) => {
      const { organization, user } = member;
      const reader = { userId: user.id, organizationId: organization.id, role: 'owner' as const, today, until: today, now };
      return member.inOrganization(async (db) => {
        let queries = 0;
        const counted = new Proxy(db, {
          get: (target, name) => {
            if (name === '$queryRaw' || name === '$executeRaw') queries += 1;
            return Reflect.get(target, name);
          },
        });
        await readQueue(counted, reader, { perKind: 5 });
        return queries;
      });
    };
    expect(await count(members.owner)).toBe(await count(await makeMember()));
  });
});

describe('a sensitive case', () => {
  test('is urgent, before everything that is overdue, from a day before its deadline', async () => {
    const { opener, second } = await makeCase({ openedAt: new Date(now.getTime() - 30 * 3_600_000) });
    for (const [member, role] of [
      [opener, 'auditor'],
      [second, 'reviewer'],
    ] as const) {
      const { partyId } = await makeSupplier(member);
      const id = member.user.id;
      await member.inOrganization((db) =>
        db.task.create({ data: { partyId, title: 'Late', dueOn: new Date('2001-02-03'), createdById: id, assigneeId: id } }),
      );
      const { items } = await queueOf(member, role);
      expect(items.map(({ kind, isUrgent }) => [kind, isUrgent]).slice(0, 2)).toEqual([
        ['follow-sensitive-case', true],
        ['complete-task', false],
      ]);
      expect(items[0] && timeOf(items[0], today)).toBe('urgent');
    }
  });

  test('is only in the queue of the people assigned to it, and without content', async () => {
    const { owner, opener, second, outsider, caseId, as } = await makeCase({ openedAt: new Date(now.getTime() - 3_600_000) });
    await as(opener).step({ step: 'danger', danger: 'no', helper: 'nobody-yet', note: 'The gate is locked.' });
    for (const [member, role] of [
      [opener, 'auditor'],
      [second, 'reviewer'],
    ] as const) {
      const { items } = await queueOf(member, role);
      expect(items).toMatchObject([
        { kind: 'follow-sensitive-case', path: `sensitive-cases/${caseId}`, isMine: true, detail: '47 hours left' },
      ]);
      expect(JSON.stringify(items)).not.toMatch(/Lotus|gate|locked/);
    }
    for (const [member, role] of [
      [owner, 'owner'],
      [outsider, 'manager'],
    ] as const) {
      const { items, kinds } = await queueOf(member, role);
      expect([...items, ...kinds].filter(({ kind }) => kind === 'follow-sensitive-case')).toEqual([]);
    }
  });
});
