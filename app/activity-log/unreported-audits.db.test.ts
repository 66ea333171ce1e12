import { expect, test } from 'vitest';
import { makeAudit } from '../../tests/factories/audit';
import { makeMember } from '../../tests/factories/member';
import { callRoute } from '../../tests/setup/call-route';
import { readAudit } from '~/audits/planning/read-audit.server';
import { loader as home } from '~/routes/org/shell/home';
import { loader as activity } from '~/routes/org/activity-log/activity';

/** The site and date of an unannounced audit are known to its team and to users who plan and approve. */
test('an auditor reads activity of his own team’s audits only, and planners that of all', async () => {
  const owner = await makeMember();
  const { organization } = owner;
  const lead = await makeMember({ role: 'auditor', organization });
  const other = await makeMember({ role: 'auditor', organization });
  const reviewer = await makeMember({ role: 'reviewer', organization });
  const { auditId, supplierPublicId } = await makeAudit(owner, { lead, announcement: 'unannounced' });
  const activityOf = async (route: unknown, { cookie }: { cookie: string }, query = '') => {
    const { status, body } = await callRoute(route, {
      url: `/o/${organization.slug}${query}`,
      params: { orgSlug: organization.slug },
      cookie,
    });
    expect(status).toBe(200);
    return JSON.stringify(body, (_, value) => (typeof value === 'bigint' ? String(value) : value)).includes(auditId);
  };
  for (const [route, query] of [
    [activity, ''],
    [activity, '?kind=audit'],
    [activity, `?person=${owner.user.id}`],
  ] as const) {
    expect(await activityOf(route, other, query), query).toBe(false);
    for (const knows of [lead, reviewer, owner]) expect(await activityOf(route, knows, query), query).toBe(true);
  }

  expect(await activityOf(home, other)).toBe(false);

  // A follow-up is visible to its own team, not to the team of the previous visit.
  const back = await makeAudit(owner, { lead: other, supplierPublicId, follows: auditId });
  const followUps = async (userId: string, role: 'auditor' | 'owner') =>
    (await owner.inOrganization((db) => readAudit(db, { auditId, userId, role })))?.followUps.map(({ id }) => id);
  expect(await followUps(lead.user.id, 'auditor')).toEqual([]);
  expect(await followUps(owner.user.id, 'owner')).toEqual([back.auditId]);
});
