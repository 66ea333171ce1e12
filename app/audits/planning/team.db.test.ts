import { expect, test } from 'vitest';
import { makeAudit, withAudit } from '../../../tests/factories/audit';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { findAudit } from './find-audit.server';
import { putOnTeam, takeOffTeam } from './team.server';

test('of two leads who remove each other at the same time, one stays', async () => {
  const owner = await makeMember();
  const second = await makeMember({ role: 'auditor', organization: owner.organization });
  const { auditId } = await makeAudit(owner);
  await withAudit(owner, auditId, (db, audit) =>
    putOnTeam(db, audit, { userId: second.user.id, part: 'lead', languages: [], by: owner.user.id }),
  );
  // Both have read the team before either acts.
  let arrived = 0;
  let open: () => void = () => undefined;
  const bothThere = new Promise<void>((resolve) => {
    open = resolve;
  });
  const takeOff = (by: MadeMember, other: MadeMember) =>
    by.inOrganization(async (db) => {
      const audit = await findAudit(db, { auditId, userId: by.user.id, role: 'owner' });
      if (!audit) throw new Error('no audit');
      arrived += 1;
      if (arrived === 2) open();
      await bothThere;
      return takeOffTeam(db, audit, { userId: other.user.id, by: by.user.id });
    });
  const done = await Promise.all([takeOff(owner, second), takeOff(second, owner)]);
  expect(done.map(({ kind }) => kind).sort()).toEqual(['changed', 'refused']);
  expect(done).toContainEqual({ kind: 'refused', code: 'last-lead' });
  const left = await owner.inOrganization((db) => db.auditMember.findMany({ where: { auditId }, select: { part: true } }));
  expect(left).toEqual([{ part: 'lead' }]);
});
