import { randomUUID } from 'node:crypto';
import type { EntryKind, EntryValue, SentEntry } from '~/audits/entries/entries';
import { entryHash } from '~/audits/entries/entry-hash';
import type { TenantDb } from '~/access/tenant-db.server';
import { approveAudit } from '~/audits/conclusion/approve-audit.server';
import { isOpenContradiction } from '~/audits/consistency/check-consistency';
import { readContradictions } from '~/audits/consistency/read-contradictions.server';
import { askAcceptance, decideAcceptance } from '~/audits/gate/accept-point.server';
import { isStopping } from '~/audits/gate/check-gate';
import { readAcceptances, readGate } from '~/audits/gate/read-gate.server';
import { concludeAudit } from '~/audits/conclusion/conclude-audit.server';
import { checkRecord } from '~/audits/entries/check-record.server';
import { type FoundAudit, findAudit } from '~/audits/planning/find-audit.server';
import { planAudit } from '~/audits/planning/plan-audit.server';
import { receiveEntries } from '~/audits/entries/receive-entries.server';
import { declareIndependence } from '~/audits/planning/team.server';
import type { MadeMember } from './member';
import { makeSupplier } from './supplier';

export { checkValue, closingValue, findingValue } from './audit-values';

/** An audit of a supplier of its own, led by `lead`, planned by `planner`. */
export async function makeAudit(
  planner: MadeMember,
  options: {
    lead?: MadeMember;
    supplierPublicId?: string;
    announcement?: 'announced' | 'unannounced';
    /** The audit that it follows up. */
    follows?: string;
    /** The additional questionnaires beside its checklist. */
    checklists?: string[];
  } = {},
): Promise<{ auditId: string; supplierPublicId: string }> {
  const supplierPublicId = options.supplierPublicId ?? (await makeSupplier(planner)).publicId;
  const planned = await planner.inOrganization((db) =>
    planAudit(
      db,
      {
        ...{ supplierPublicId, sitePublicId: null, announcement: options.announcement ?? 'unannounced' },
        type: options.follows ? 'follow-up' : 'initial',
        ...{ startsOn: '2026-12-01', endsOn: '2026-12-02', personDays: null, paidBy: '', purpose: '' },
        ...{ previousAuditId: options.follows ?? null, contact: 'HR manager, by the gate', licences: 'Factory licence 12/2024' },
        checklists: options.checklists ?? [],
        leadId: (options.lead ?? planner).user.id,
      },
      { userId: planner.user.id },
    ),
  );
  if (planned.kind === 'refused') throw new Error(planned.code);
  return { auditId: planned.auditId, supplierPublicId };
}

/** An entry as a device sends it, with its hash. */
export async function makeEntry<Kind extends EntryKind>(
  kind: Kind,
  key: string,
  value: EntryValue<Kind>,
  replaces: readonly string[] = [],
): Promise<SentEntry> {
  const entry = { id: randomUUID(), kind, key, value, replaces: [...replaces] };
  return { ...entry, hash: await entryHash(entry), madeAt: '2026-12-01T09:00:00Z' };
}

/** Changes an audit as an owner of its organization. @throws where there is none */
export async function withAudit<T>(member: MadeMember, auditId: string, work: (db: TenantDb, audit: FoundAudit) => Promise<T>): Promise<T> {
  return member.inOrganization(async (db) => {
    const audit = await findAudit(db, { auditId, userId: member.user.id, role: 'owner' });
    if (!audit) throw new Error('no audit');
    return work(db, audit);
  });
}

/** Sends entries from a device of a member. */
export const sendEntries = (member: MadeMember, auditId: string, entries: readonly SentEntry[], deviceId = randomUUID()) =>
  withAudit(member, auditId, (db, audit) => receiveEntries(db, audit, { deviceId, userId: member.user.id, entries }));

/** Explains every open contradiction of a record, and has every point of the gate accepted, as a team does before it concludes. */
export async function readyToConclude(member: MadeMember, auditId: string): Promise<void> {
  const { hits, explained } = await withAudit(member, auditId, async (db, audit) => {
    const checked = await checkRecord(db, audit, { isForTeam: true });
    return { hits: await readContradictions(db, audit, checked, { isForTeam: true, marksRest: true }), explained: checked.explanations };
  });
  const replaced = (key: string) => [explained.get(key)?.id ?? []].flat();
  const entries = hits
    .filter(isOpenContradiction)
    .map(({ key, fingerprint }) =>
      makeEntry('explanation', key, { fingerprint, text: 'Both are right.', isWithdrawn: false }, replaced(key)),
    );
  if (entries.length > 0) await sendEntries(member, auditId, await Promise.all(entries));
  await acceptGate(member, auditId);
}

/** Has every point of the gate accepted by a second person, who needs no account: the decision names an id. */
export async function acceptGate(member: MadeMember, auditId: string, decidedById: string = randomUUID()): Promise<void> {
  const now = new Date('2026-12-02T12:00:00Z');
  await withAudit(member, auditId, async (db, audit) => {
    const stops = await readGate(db, audit, await checkRecord(db, audit));
    for (const { key } of stops.filter(isStopping)) {
      const asked = await askAcceptance(db, audit, { key, reason: 'A short visit was agreed.', userId: member.user.id, now });
      if (asked.kind === 'refused') throw new Error(asked.code);
    }
    for (const { id, state } of await readAcceptances(db, auditId)) {
      if (state !== 'open') continue;
      const note = 'The visit answers one question.';
      const done = await decideAcceptance(db, audit, { approvalId: id, verdict: 'approved', note, userId: decidedById, now });
      if (done.kind === 'refused') throw new Error(done.code);
    }
  });
}

/** Concludes an audit with a complete record, and approves it by a second member. */
export async function concludeAndApprove(auditId: string, who: { owner: MadeMember; second: MadeMember; now: Date }): Promise<void> {
  const { owner, second, now } = who;
  await withAudit(owner, auditId, (db, audit) =>
    declareIndependence(db, audit, { userId: owner.user.id, declaration: 'independent', interest: '', now }),
  );
  await readyToConclude(owner, auditId);
  const concluded = await withAudit(owner, auditId, (db, audit) =>
    concludeAudit(db, audit, { userId: owner.user.id, limits: '', marksRest: true, now }),
  );
  if (concluded.kind !== 'concluded') throw new Error(JSON.stringify(concluded));
  const approved = await withAudit(second, auditId, (db, audit) => approveAudit(db, audit, { userId: second.user.id, now }));
  if (approved.kind !== 'approved') throw new Error(JSON.stringify(approved));
}
