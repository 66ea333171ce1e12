import { z } from 'zod';
import type { OverrideCode } from '#scoring';
import { can, type Role } from '~/access/permissions';
import type { TenantDb } from '~/access/tenant-db.server';
import { findAudit } from '~/audits/planning/find-audit.server';
import { isZeroToleranceFinding } from '~/findings/findings/compliance-points.server';
import { findRecruiter } from '~/suppliers/labour-recruiters/read-recruiter.server';
import { recruitersOf } from '~/suppliers/labour-recruiters/recruiters-of.server';
import { codesOf, type PlaceKind, placeKinds } from './places';
import { showsStateImposed } from '~/risk/alerts/basis';

/** A record of a supplier from which a caller may raise overrides. `id`: the key of the record. */
export type OverridePlace = {
  kind: PlaceKind;
  id: string;
  /** Under which the score names it; null where the form names a publication. */
  source: string | null;
  /** Its page, beneath the address of the organization. */
  href: string;
  /** What it is called beside others of its kind: the number of an audit, the name of a recruiter. */
  name: string;
  codes: readonly OverrideCode[];
  isAllowed: boolean;
  supplier: { partyId: string; publicId: string; name: string };
};

type Caller = { userId: string; role: Role };
type Found = Pick<OverridePlace, 'id' | 'source' | 'href' | 'name'> & { isAllowed?: boolean };

/**
 * The place that an address names (`?audit=…`, `?finding=…`), as far as the caller may know of it; null where the supplier or the record is unknown, or the record
 * is another supplier's. Who may raise: managers and owners everywhere; an auditor from an audit that he leads or records.
 */
export async function findPlace(
  db: TenantDb,
  options: Caller & { supplierPublicId: string; address: URLSearchParams; today: string },
): Promise<OverridePlace | null> {
  const { supplierPublicId, address, ...rest } = options;
  const party = await db.party.findFirst({
    where: { publicId: supplierPublicId, kind: 'supplier', mergedInto: { is: null } },
    select: { id: true, publicId: true, name: true },
  });
  if (!party) return null;
  const supplier = { partyId: party.id, publicId: party.publicId, name: party.name };
  const kind = placeKinds.find((each) => each !== 'supplier' && address.get(each)) ?? 'supplier';
  const mayRaise = can(options.role, 'raise:override');
  if (kind === 'supplier') {
    const place = { kind, id: party.id, source: null, href: `suppliers/${party.publicId}`, name: party.name } as const;
    return { ...place, codes: codesOf.supplier, isAllowed: mayRaise, supplier };
  }
  const found = await finders[kind](db, { ...rest, partyId: party.id, id: address.get(kind) ?? '' });
  return found && { kind, codes: codesOf[kind], supplier, ...found, isAllowed: mayRaise || found.isAllowed === true };
}

type Asked = Caller & { partyId: string; id: string; today: string };

const finders: Record<Exclude<PlaceKind, 'supplier'>, (db: TenantDb, asked: Asked) => Promise<Found | null>> = {
  async alert(db, { partyId, id }) {
    if (!z.guid().safeParse(id).success) return null;
    const alert = await db.alert.findFirst({ where: { id, partyId, endedAt: null, status: { not: 'dismissed' } }, select: { kind: true } });
    return alert && showsStateImposed(alert.kind) ? { id, source: `alert:${id}`, href: `alerts/${id}`, name: '' } : null;
  },
  async audit(db, { partyId, id, userId, role }) {
    const audit = await findAudit(db, { auditId: id, userId, role });
    if (audit?.partyId !== partyId) return null;
    const own = audit.members.find((member) => member.userId === userId);
    const isRecorder = can(role, 'record:audit') && (own?.part === 'lead' || own?.part === 'assessor');
    return { id: audit.id, source: `audit:${audit.id}`, href: `audits/${audit.id}`, name: audit.number, isAllowed: isRecorder };
  },
  async finding(db, { partyId, id }) {
    if (!z.guid().safeParse(id).success) return null;
    const finding = await db.finding.findFirst({
      where: { id, partyId, withdrawnAt: null },
      select: { question: true, compliancePoint: true, indicator: true },
    });
    return finding && !isZeroToleranceFinding(finding) ? { id, source: `finding:${id}`, href: `findings/${id}`, name: '' } : null;
  },
  async recruiter(db, { partyId, id, today }) {
    const recruiter = await findRecruiter(db, id);
    const links = recruiter ? await recruitersOf(db, { partyIds: [partyId], asOf: today }) : [];
    if (!recruiter || !links.some(({ recruiterId }) => recruiterId === recruiter.partyId)) return null;
    const { partyId: key, publicId, name } = recruiter;
    return { id: key, source: `recruiter:${publicId}`, href: `labour-recruiters/${publicId}`, name };
  },
};
