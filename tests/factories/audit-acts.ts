import { approveAudit } from '~/audits/conclusion/approve-audit.server';
import { concludeAudit } from '~/audits/conclusion/conclude-audit.server';
import { declareIndependence } from '~/audits/planning/team.server';
import { readyToConclude, withAudit } from './audit';
import type { MadeMember } from './member';

/** When an audit of the tests ends. */
export const now = new Date('2026-12-02T18:00:00Z');

/** Declares independence; the others conclude and approve as one member. */
export const declare = (member: MadeMember, auditId: string) =>
  withAudit(member, auditId, (db, audit) =>
    declareIndependence(db, audit, { userId: member.user.id, declaration: 'independent', interest: '', now }),
  );
/** Concludes as a team does that explained what the rules found. */
export const conclude = async (member: MadeMember, auditId: string, marksRest = true) => {
  await readyToConclude(member, auditId);
  return withAudit(member, auditId, (db, audit) =>
    concludeAudit(db, audit, { userId: member.user.id, limits: ' Dormitory shut ', marksRest, now }),
  );
};
export const approve = (member: MadeMember, auditId: string) =>
  withAudit(member, auditId, (db, audit) => approveAudit(db, audit, { userId: member.user.id, now }));
