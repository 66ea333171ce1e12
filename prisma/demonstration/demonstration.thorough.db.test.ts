import { expect, test } from 'vitest';
import { rootDb } from '~/access/root-db.server';
import { forOrganization } from '~/access/tenant-db.server';
import { drawYear } from '~/lending/annual-report/draw-year.server';
import { readFactRecords } from '~/suppliers/parties/read-fact-records.server';
import { readFilter } from '~/lending/portfolio/filter';
import { readSharedParties } from '~/lending/portfolio/read-shared-parties.server';
import { readDesk } from '~/questionnaires/answer-review/read-desk.server';
import { listReceived } from '~/sharing/received-requests/list-received.server';
import { readChanges } from '~/supply-chain/analysis/read-changes.server';
import { contradictingFacts } from '~/suppliers/registry/contradicting-facts';
import { scorePage } from '~/risk/scores/score-page.server';
import { factsForScoring } from '~/suppliers/registry/facts-for-scoring.server';
import { projectFacts, valuesOfProjection } from '~/suppliers/facts/project-facts';
import { listCases } from '~/safeguarding/sensitive-cases/list-cases.server';
import { findAudit } from '~/audits/planning/find-audit.server';
import { readRecordStatus } from '~/audits/entries/read-record-status.server';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';
import { readContents, readLending, readVisited } from '../../tests/factories/demonstration-contents';
import { seedDemonstration } from '../seed';

test('the demonstration shows an answer review in progress and answers shared both ways, without sending email', async () => {
  const signIns = await seedDemonstration();
  const rolesOf = (organization: string) =>
    signIns.filter((each) => each.organization === `${organization} (demonstration)`).map(({ role }) => role);
  expect(rolesOf('Larkfield & Daughters')).toEqual(['owner', 'manager', 'auditor', 'reviewer', 'viewer']);
  expect(rolesOf('Fenwick Development Bank')).toEqual(['owner', 'auditor', 'reviewer']);
  expect(rolesOf('Brightwater Assurance')).toEqual(['owner', 'auditor', 'reviewer']);
  const lender = await rootDb().organization.findFirstOrThrow({
    where: { name: 'Fenwick Development Bank (demonstration)' },
    select: { id: true },
  });
  const lent = await forOrganization({ organizationId: lender.id })((db) =>
    db.deal.findMany({ orderBy: { number: 'asc' }, select: { status: true } }),
  );
  expect(lent.map(({ status }) => status)).toEqual(['monitoring', 'screened', 'plan-agreed', 'categorised']);
  // Both parks are built by one contractor, which one agency and its sub-agent bring workers to.
  const shared = await forOrganization({ organizationId: lender.id })((db) =>
    readSharedParties(db, { filter: readFilter(new URLSearchParams()), today: new Date().toISOString().slice(0, 10) }),
  );
  // A company that only sells to the contractor and is named in no project is upstream of it.
  expect(shared.suppliers.rows.find(({ name }) => name === 'Cobre Norte EPC Ltda')).toMatchObject({ deals: 2, named: 2, behind: 1 });
  expect(shared.providers.rows.map(({ nearest }) => nearest)).toEqual([0, 1]);
  // The wind farm closed this year with consent: the annual report counts and names it.
  // The stories about Xinjiang match the scores: recognised from town and coordinates, severe, and marked.
  const inXinjiang = (id: string, name: string) =>
    forOrganization({ organizationId: id })((db) =>
      db.supplier.findFirstOrThrow({ where: { party: { name } }, select: { band: true, isStateImposed: true } }),
    );
  expect(await inXinjiang(lender.id, 'Tianyuan Polysilicon Co., Ltd')).toEqual({ band: 'severe', isStateImposed: true });
  const now = new Date();
  const yearly = await forOrganization({ organizationId: lender.id })((db) =>
    drawYear(db, { year: now.getUTCFullYear(), now, organization: { name: 'Lender' }, state: 'draft' }),
  );
  expect(yearly).toMatchObject({
    table: {
      projectFinance: { total: { A: 0, B: 1, C: 0 } },
      advisory: { total: 1 },
      names: [{ projectName: 'Vientos del Loa wind farm, 180 MW' }],
    },
  });
  const planned = await forOrganization({ organizationId: lender.id })((db) =>
    db.frozenDocument.findMany({
      where: { kind: 'esap' },
      select: { agreements: { select: { how: true } }, deal: { select: { esapItems: true } } },
    }),
  );
  const [verified, ...others] = planned.flatMap(({ deal }) => (deal?.esapItems ?? []).filter(({ status }) => status === 'verified'));
  expect(others).toEqual([]);
  expect(verified?.verifiedSeen).toMatch(/./);
  expect(verified?.verifiedById).not.toBe(verified?.doneById);
  expect(planned.map(({ agreements, deal }) => [agreements.length, deal?.esapItems.length])).toEqual([[1, 5]]);
  const issues = await forOrganization({ organizationId: lender.id })((db) =>
    db.salientIssue.groupBy({ by: ['dealId'], _count: { _all: true }, orderBy: { dealId: 'asc' } }),
  );
  expect(issues.map(({ _count }) => _count._all).sort()).toEqual([4, 6]);
  const { id: organizationId } = await rootDb().organization.findFirstOrThrow({ where: { name: 'Larkfield & Daughters (demonstration)' } });
  const inside = forOrganization({ organizationId });
  expect(await inXinjiang(organizationId, 'Tarim Basin Fibre Trading Co., Ltd')).toEqual({ band: 'severe', isStateImposed: true });
  const review = await inside((db) => db.answerReview.findFirstOrThrow({ where: { outcome: 'questioned' }, select: { responseId: true } }));
  const desk = await inside((db) => readDesk(db, { responseId: review.responseId, filter: 'all' }));
  const said = (desk?.rows ?? []).map(({ review: row }) => row);
  expect(said.filter((row) => row?.outcome === 'accepted')).toHaveLength(6);
  expect(said.filter((row) => row?.outcome === 'questioned')).toHaveLength(1);
  expect(said.flatMap((row) => (row?.grade ? [[row.grade, row.reason]] : []))).toEqual([['none', expect.stringMatching(/training/)]]);
  expect(desk?.counts.contradicted).toBeGreaterThanOrEqual(2);
  expect(desk?.counts.unreviewed).toBeGreaterThan(10);

  const grants = await inside((db) =>
    db.sharedAccess.findMany({ select: { organizationId: true, recipientOrganizationId: true, status: true } }),
  );
  const states = (ours: (grant: (typeof grants)[number]) => boolean) =>
    grants
      .filter(ours)
      .map(({ status }) => status)
      .sort();
  // From suppliers, and the audit firm's report on a commission.
  expect(states((grant) => grant.recipientOrganizationId === organizationId)).toEqual(['accepted', 'accepted', 'offered']);
  expect(states((grant) => grant.organizationId === organizationId)).toEqual(['accepted', 'offered']);
  const received = await inside((db) => listReceived(db, { organizationId }));
  expect(received.rows.map(({ asker, status }) => [asker, status])).toEqual([
    ['Quayside Stores (demonstration)', 'invited'],
    ['Quayside Stores (demonstration)', 'submitted'],
  ]);
  expect(await inside((db) => db.questionnaireRequest.count({ where: { email: { not: null }, bouncedAt: null } }))).toBe(0);
  expect((await inside((db) => readChanges(db, { since: '2020-01-01' }))).takenBack).toEqual([]);

  // A completed audit: a frozen report whose forms are signed, findings in every state of a plan, and a follow-up.
  const audits = await inside((db) =>
    db.audit.findMany({
      orderBy: { startsOn: 'asc' },
      select: {
        id: true,
        number: true,
        status: true,
        previousAuditId: true,
        concludedById: true,
        approvedById: true,
        documents: { where: { kind: 'audit' } },
      },
    }),
  );
  expect(audits.map(({ status }) => status)).toEqual(['approved', 'approved', 'approved', 'in-review', 'on-site', 'planned', 'planned']);
  const [visited, ...later] = audits;
  expect(visited?.concludedById).not.toBe(visited?.approvedById);
  expect(later.filter(({ previousAuditId }) => previousAuditId === visited?.id)).toHaveLength(1);
  const signatures = await inside((db) =>
    db.documentSignature.findMany({ where: { documentId: visited?.documents[0]?.id ?? '' }, include: { file: true } }),
  );
  expect(signatures.map(({ form }) => form).sort()).toEqual([...auditReportKinds].sort());
  const findings = await inside((db) =>
    db.finding.findMany({
      where: { auditId: visited?.id ?? '' },
      select: { status: true, actions: { include: { approvals: true } }, question: true },
    }),
  );
  expect(Object.fromEntries(findings.map(({ question, status }) => [question, status]))).toEqual({
    'BW.FL.1.c.1': 'verified',
    'BW.FL.2.e.1': 'plan-agreed',
    'BW.WT.2.b': 'plan-agreed',
    'BW.OS.8.c.1': 'plan-agreed',
  });
  const plans = findings.flatMap(({ actions }) => actions);
  const late = plans.filter(({ status, dueOn }) => status === 'pending' && dueOn < now);
  expect(late).toHaveLength(1);
  expect(plans.flatMap(({ approvals }) => approvals.map(({ state }) => state))).toEqual(['approved']);
  // Retention of passports beside recruitment debt raises a critical override, with the two findings as its reason.
  const scored = await inside(async (db) => {
    const rows = await db.supplier.findMany({ select: { partyId: true, party: { select: { name: true, publicId: true } } } });
    const pageOf = async (name: string) => {
      const row = rows.find(({ party }) => party.name === name);
      if (!row) throw new Error(`${name} is not there`);
      const page = await scorePage(db, { supplierPublicId: row.party.publicId, scoreId: null, evidence: 'document-checked' });
      if (page?.shown?.kind !== 'current' || page.shown.result.status !== 'scored') throw new Error(`${name} has no score`);
      const { recomputed, result } = page.shown;
      if (recomputed.kind !== 'recomputed' || recomputed.differences.length > 0) throw new Error(`${name} is scored otherwise`);
      return { ...page.shown, result, partyId: row.partyId };
    };
    const partyIds = rows.map(({ partyId }) => partyId);
    const facts = await factsForScoring(db, partyIds, { asOf: now.toISOString().slice(0, 10) });
    return {
      gloves: await pageOf('Selangor Glove & Safety Sdn Bhd'),
      camping: await pageOf('Nakhon Camp Gear Co., Ltd'),
      outerwear: await pageOf('Lac Hong Outerwear JSC'),
      contradicting: rows.flatMap(({ partyId, party }) => (contradictingFacts(facts.get(partyId) ?? {}).length > 0 ? party.name : [])),
    };
  });
  expect(scored.gloves.result.overrides.map(({ code, findings: raised }) => [code, raised?.length])).toEqual([['O6', 2]]);
  // One supplier states less than its site counts; the site’s count is scored, and the statement is shown beside it.
  expect(scored.contradicting).toEqual(['Nakhon Camp Gear Co., Ltd']);
  expect(scored.camping.contradicting).toMatchObject([
    { field: 'migrantShare', counts: { value: 0.48 }, aside: [{ value: 0.18, because: 'better-for-workers' }] },
    { field: 'agencyShare', counts: { value: 0.3 }, aside: [{ value: 0.05, because: 'better-for-workers' }] },
  ]);
  // The questionnaire that was answered last states the shares that count, in whatever order the two were received.
  const stated = await inside((db) => readFactRecords(db, [scored.outerwear.partyId]));
  expect(valuesOfProjection(projectFacts(stated))).toMatchObject({ migrantShare: 0.04, agencyShare: 0.06, peakRatio: 1.2 });
  // Its logs are dated by the days of the story, and no clock is reported as wrong for it.
  const daysAgo = (at: Date) => Math.round((now.getTime() - at.getTime()) / 86_400_000);
  const acts = await inside((db) =>
    db.activity.findMany({ where: { recordId: visited?.id ?? '' }, orderBy: { at: 'asc' }, select: { act: true, at: true } }),
  );
  const reported = Object.fromEntries(acts.map(({ act, at }) => [act, daysAgo(at)]));
  expect(reported).toMatchObject({
    'plan-audit': 150,
    'change-team': 150,
    'declare-independence': 124,
    'conclude-audit': 117,
    'approve-audit': 115,
  });
  const raised = await inside((db) =>
    db.activity.findMany({
      where: { recordId: { in: findings.flatMap(({ actions }) => actions.map(({ id }) => id)) } },
      select: { at: true },
    }),
  );
  expect(raised.length).toBeGreaterThan(5);
  for (const { at } of raised) expect(daysAgo(at)).toBeGreaterThan(19);
  const found =
    visited && (await inside((db) => findAudit(db, { auditId: visited.id, userId: visited.approvedById ?? '', role: 'owner' })));
  const standing = found && (await inside((db) => readRecordStatus(db, found, { userId: visited?.approvedById ?? '' })));
  expect(standing?.receipts.map(({ receivedAt, clock }) => [daysAgo(receivedAt), clock?.isWrong])).toEqual([
    // What contradicts itself was explained on the day after.
    [118, false],
    [119, false],
  ]);
  // Owner and auditor are on the team together, so that either can try the record.
  const onSite = await inside((db) =>
    db.audit.findMany({
      where: { status: 'on-site' },
      select: { members: { orderBy: { part: 'asc' }, select: { part: true, declaration: true } } },
    }),
  );
  const independent = { declaration: 'independent' };
  expect(onSite).toEqual([
    {
      members: [
        { part: 'assessor', ...independent },
        { part: 'lead', ...independent },
      ],
    },
  ]);
  const drawn = visited && (await inside((db) => readVisited(db, visited.id, visited.documents[0]?.id ?? '')));
  expect(drawn).toMatchObject({ state: 'approved', interviews: { people: { from: 50, to: 54 } }, photos: [{}, {}], signatures: [{}, {}] });
  // Nothing that a report prints is empty in the first one shown.
  expect(drawn).toMatchObject({ hours: { workers: 26 }, wages: { workers: 26 }, definition: { isNotStated: true } });
  expect(drawn?.signs?.operational).toMatchObject({ lower: 'none' });

  // A list as a buyer of this size has it: few severe, every kind of basis, alerts certain and to be confirmed, a critical finding, recent changes.
  const contents = await inside((db) => readContents(db, now));
  expect([4, 5, 6, 7]).toContain(contents.bands.severe);
  for (const band of ['high', 'elevated', 'moderate', 'low'] as const) expect(contents.bands[band], band).toBeGreaterThanOrEqual(5);
  expect(contents).toMatchObject({
    suppliers: 61,
    atTheEnd: 1,
    bases: ['A', 'B', 'C', 'D', 'E'],
    causes: ['answers', 'facts', 'findings'],
  });
  expect(contents.strip).toMatchObject({ banned: 3, bannedToConfirm: 1, critical: 1 });
  // Among them the site that the audit firm reported on.
  expect([4, 5, 6, 7, 8, 9]).toContain(contents.movers);
  expect(await forOrganization({ organizationId: lender.id })((db) => readLending(db, now))).toEqual({
    ...{ moved: 2, blocked: ['Vientos del Loa wind farm, 180 MW'], lateReports: 1 },
  });

  // Its sensitive case is visible to the two assigned users only, whatever the role of the others.
  const members = await inside((db) => db.membership.findMany({ select: { role: true, userId: true } }));
  const lending = await forOrganization({ organizationId: lender.id })((db) =>
    db.membership.findMany({ select: { role: true, userId: true } }),
  );
  const seenBy = (userId: string, of = organizationId) =>
    forOrganization({ organizationId: of, userId })(async (db) => ({
      listed: (await listCases(db, { userId, now: new Date() })).length,
      rows: (await db.sensitiveCaseEntry.count()) + (await db.sensitiveCaseText.count()) + (await db.sensitiveCaseMember.count()),
    }));
  for (const { role, userId } of members) {
    const seen = await seenBy(userId);
    if (role === 'owner' || role === 'auditor') expect(seen, role).toMatchObject({ listed: 1, rows: expect.any(Number) });
    else expect(seen, role).toEqual({ listed: 0, rows: 0 });
  }
  for (const { userId } of lending) expect(await seenBy(userId)).toEqual({ listed: 0, rows: 0 });
  expect(members.map(({ role }) => role).sort()).toEqual(['auditor', 'manager', 'owner', 'reviewer', 'viewer']);
});
