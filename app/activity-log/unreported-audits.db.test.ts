import { expect, test } from 'vitest';
import { makeAudit } from '../../tests/factories/audit';
import { makeMember } from '../../tests/factories/member';
import { callRoute } from '../../tests/setup/call-route';
import { readAudit } from '~/audits/planning/read-audit.server';
import { loader as home } from '~/routes/org/shell/home';
import { loader as activity } from '~/routes/org/activity-log/activity';

/** Where and when an unannounced audit goes is known to its team and to those who plan and approve. */
test('an auditor reads in the activity of the audits of his team alone, and those who plan of all', async () => {
  const owner = await makeMember();
  const { organization } = owner;
  const lead = await makeMember({ role: 'auditor', organization });
  const other = await makeMember({ role: 'auditor', organization });
  const reviewer = await makeMember({ role: 'reviewer', organization });
  const { auditId, supplierPublicId } = await makeAudit(owner, { lead, announcement: 'unannounced' });
  const told = async (door: unknown, { cookie }: { cookie: string }, query = '') => {
    const { status, body } = await callRoute(door, {
      url: `/o/${organization.slug}${query}`,
      params: { orgSlug: organization.slug },
      cookie,
    });
    expect(status).toBe(200);
    return JSON.stringify(body, (_, value) => (typeof value === 'bigint' ? String(value) : value)).includes(auditId);
  };
  for (const [door, query] of [
    [home, ''],
    [activity, ''],
    [activity, '?kind=audit'],
    [activity, `?person=${owner.user.id}`],
  ] as const) {
    expect(await told(door, other, query), query).toBe(false);
    for (const knows of [lead, reviewer, owner]) expect(await told(door, knows, query), query).toBe(true);
  }

  // That somebody goes back is told to the team of that visit, not to the team of the visit before.
  const back = await makeAudit(owner, { lead: other, supplierPublicId, follows: auditId });
  const followUps = async (userId: string, role: 'auditor' | 'owner') =>
    (await owner.inOrganization((db) => readAudit(db, { auditId, userId, role })))?.followUps.map(({ id }) => id);
  expect(await followUps(lead.user.id, 'auditor')).toEqual([]);
  expect(await followUps(owner.user.id, 'owner')).toEqual([back.auditId]);
});
