import { inside } from './enter-organization.server';
import { singleUseLinks, whyOver } from './guest-access/single-use-links.server';
import { forOrganization, type TenantDb } from './tenant-db.server';

/** Links by which an audit firm accepts a commission that was sent to an address. */
const commissionLinks = singleUseLinks('commission', (db, where) => db.guestAccess.findFirst({ where }));

/** The link to a commission. The token is returned here and stored only as its hash. */
export async function createCommissionLink(
  db: TenantDb,
  link: { commissionId: string; createdById: string; now: Date },
): Promise<{ token: string; expiresAt: Date }> {
  const { commissionId: subjectId, ...rest } = link;
  return commissionLinks.createLink(db, { subjectId, ...rest });
}

/** Ends the links to a commission that is withdrawn. */
export async function endCommissionLinks(db: TenantDb, { commissionId, now }: { commissionId: string; now: Date }): Promise<void> {
  await commissionLinks.endUnused(db, { subjectId: commissionId, now });
}

export type FoundCommissionLink = { linkId: string; isOver: boolean; commissionId: string; buyer: { id: string; name: string } };

/** The commission behind a token, without using it. Null for a token that is unknown or of another purpose. */
export async function findCommissionLink(token: string): Promise<FoundCommissionLink | null> {
  const found = await commissionLinks.findLink(token);
  if (!found || found.link.commissionId === null) return null;
  const { link, maker } = found;
  return {
    linkId: link.id,
    isOver: whyOver(link) !== null,
    commissionId: found.link.commissionId,
    buyer: { id: maker.id, name: maker.name },
  };
}

/** Uses the link of a commission up; false where it is over. */
export async function consumeCommissionLink(db: TenantDb, { linkId }: FoundCommissionLink, now: Date): Promise<boolean> {
  return commissionLinks.consume(db, linkId, { now });
}

/** Runs `work` in the buyer's organization, for the bearer of the commission's token. */
export function atInvitingBuyer(buyer: { id: string }) {
  return forOrganization({ organizationId: buyer.id });
}

/** Does `work` in the organization that a commission belongs to, for the firm that it is addressed to. False when it is none of this firm's. */
export async function atBuyer(
  db: TenantDb,
  options: { commissionId: string; firmOrganizationId: string },
  work: (db: TenantDb) => Promise<void>,
): Promise<boolean> {
  const commission = await db.auditCommission.findFirst({
    where: { id: options.commissionId, firmOrganizationId: options.firmOrganizationId },
    select: { organizationId: true },
  });
  if (!commission) return false;
  await inside(db, commission.organizationId, () => work(db));
  return true;
}

/** Does `work` in the audit firm that a commission of the caller's organization is addressed to. False when it is addressed to none yet. */
export async function atFirm(
  db: TenantDb,
  options: { commissionId: string; organizationId: string },
  work: (db: TenantDb) => Promise<void>,
): Promise<boolean> {
  const commission = await db.auditCommission.findFirst({
    where: { id: options.commissionId, organizationId: options.organizationId },
    select: { firmOrganizationId: true },
  });
  if (!commission?.firmOrganizationId) return false;
  await inside(db, commission.firmOrganizationId, () => work(db));
  return true;
}

/**
 * Which of the firm's people are members of the buyer of a commission, or of the supplier's organization as the buyer knows it. Answers ids of those people
 * alone: of other members neither side learns anything.
 */
export async function tiedAuditors(
  db: TenantDb,
  options: { commissionId: string; firmOrganizationId: string; userIds: readonly string[] },
): Promise<{ ofBuyer: string[]; ofSupplier: string[] }> {
  const ties = { ofBuyer: [] as string[], ofSupplier: [] as string[] };
  if (options.userIds.length === 0) return ties;
  const among = async () =>
    (
      await db.membership.findMany({
        where: { userId: { in: [...options.userIds] } },
        select: { userId: true },
        orderBy: { userId: 'asc' },
      })
    ).map(({ userId }) => userId);
  await atBuyer(db, options, async () => {
    const { organizationId, partyId } = await db.auditCommission.findFirstOrThrow({
      where: { id: options.commissionId },
      select: { organizationId: true, partyId: true },
    });
    if (organizationId !== options.firmOrganizationId) ties.ofBuyer = await among();
    if (partyId === null) return;
    const request = await db.questionnaireRequest.findFirst({
      where: { response: { partyId } },
      orderBy: { invitedAt: 'desc' },
      select: { supplierOrganizationId: true },
    });
    if (request) ties.ofSupplier = await inside(db, request.supplierOrganizationId, among);
  });
  return ties;
}
