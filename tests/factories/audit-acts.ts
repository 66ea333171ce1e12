import { randomUUID } from 'node:crypto';
import { approveAudit } from '~/features/audit/approve-audit.server';
import { concludeAudit } from '~/features/audit/conclude-audit.server';
import type { SentEntry } from '~/features/audit/entries';
import { receiveEntries } from '~/features/audit/receive-entries.server';
import { declareIndependence } from '~/features/audit/team.server';
import { withAudit } from './audit';
import type { MadeMember } from './member';

/** When an audit of the tests ends. */
export const now = new Date('2026-12-02T18:00:00Z');

/** Sends entries from a device; the others declare, conclude and approve as one member. */
export const send = (member: MadeMember, auditId: string, entries: SentEntry[], deviceId = randomUUID()) =>
  withAudit(member, auditId, (db, audit) => receiveEntries(db, audit, { deviceId, userId: member.user.id, entries }));
export const declare = (member: MadeMember, auditId: string) =>
  withAudit(member, auditId, (db, audit) =>
    declareIndependence(db, audit, { userId: member.user.id, declaration: 'independent', interest: '', now }),
  );
export const conclude = (member: MadeMember, auditId: string, marksRest = true) =>
  withAudit(member, auditId, (db, audit) =>
    concludeAudit(db, audit, { userId: member.user.id, limits: ' Dormitory shut ', marksRest, now }),
  );
export const approve = (member: MadeMember, auditId: string) =>
  withAudit(member, auditId, (db, audit) => approveAudit(db, audit, { userId: member.user.id, now }));
