import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import type { Checked } from '~/audits/entries/check-record.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import type { Acceptance, StatedStop } from './check-gate';
import { gatePointIds } from './points';
import { readAcceptances, readGate } from './read-gate.server';

/** An accepted point as a report prints it: without figures of interviews and samples. */
export type PrintedAcceptance = {
  point: (typeof gatePointIds)[number];
  reason: string;
  askedBy: string | null;
  note: string;
  acceptedBy: string | null;
  on: string;
};

const frozenSchema = z.object({ acceptedPoints: z.array(z.string()).optional() }).nullable();

/** The keys of the points that were accepted when the audit was approved. */
export const acceptedKeys = (stops: readonly StatedStop[]): string[] =>
  stops.flatMap(({ key, state }) => (state === 'accepted' ? [key] : []));

/** The accepted points, in the order of the gate. Of an approved audit those of the approval: what is known of a site later is no part of its reports. */
export async function readAccepted(
  db: TenantDb,
  audit: FoundAudit,
  checked: Pick<Checked, 'record' | 'asked'>,
): Promise<PrintedAcceptance[]> {
  const { place } = await db.audit.findFirstOrThrow({ where: { id: audit.id }, select: { place: true } });
  const frozen = frozenSchema.parse(place);
  const keys = frozen === null ? acceptedKeys(await readGate(db, audit, checked)) : (frozen.acceptedPoints ?? []);
  const all = keys.length === 0 ? [] : await readAcceptances(db, audit.id);
  return keys.flatMap((key) => printed(all.find((each) => each.key === key && each.state === 'approved') ?? null) ?? []);
}

/** Whether an acceptance of the approval was revoked, and no one accepted the point since: such an audit has no report. */
export async function isAcceptanceMissing(db: TenantDb, auditId: string): Promise<boolean> {
  const { place } = await db.audit.findFirstOrThrow({ where: { id: auditId }, select: { place: true } });
  const keys = frozenSchema.parse(place)?.acceptedPoints ?? [];
  if (keys.length === 0) return false;
  const all = await readAcceptances(db, auditId);
  return keys.some((key) => !all.some((each) => each.key === key && each.state === 'approved'));
}

function printed(acceptance: Acceptance | null): PrintedAcceptance | null {
  if (acceptance === null || acceptance.decidedOn === null) return null;
  const { key, reason, askedBy, note, decidedBy, decidedOn } = acceptance;
  const point = gatePointIds.find((id) => id === key.split(':')[0]);
  return point ? { point, reason, askedBy, note, acceptedBy: decidedBy, on: decidedOn } : null;
}
