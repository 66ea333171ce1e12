import { randomUUID } from 'node:crypto';
import { Prisma } from './generated/client';
import { hashPassword } from './pass-label.server';
import { idOfPosting, PostedBefore } from './posting.server';
import { countAttempt } from './rate-limit.server';
import { rootDb } from './root-db.server';
import { normalizeEmail } from './sign-in.server';
import { makeSlug } from './slug';
import { forOrganization, type TenantDb } from './tenant-db.server';

export const organizationKinds = ['company', 'audit-firm', 'lender'] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

export type NewOrganization = { id: string; slug: string; name: string; kind: OrganizationKind };
/** What the founding of an organization writes inside it, in the same transaction. */
export type Furnish = (db: TenantDb, founded: { organization: NewOrganization; userId: string }) => Promise<void>;

export type Founded =
  | { kind: 'founded'; userId: string; organization: NewOrganization }
  | { kind: 'email-taken' }
  | { kind: 'limited'; retryAfterSeconds: number };

/** Whether an error is the breaking of a unique index. */
export function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}

/**
 * A word for the URL that no organization has yet. It stays free until the transaction ends: who wants the same one at the same time waits for its end, and
 * finds it taken.
 */
export async function freeSlug(transaction: Prisma.TransactionClient, name: string): Promise<string> {
  const slug = makeSlug(name);
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('slug ' || ${slug}::text, 0))`;
  const isFree = (await transaction.organization.count({ where: { slug } })) === 0;
  return isFree ? slug : `${slug.slice(0, 50).replace(/-+$/, '')}-${randomUUID().slice(0, 6)}`;
}

/**
 * Creates an account and an organization that its person owns, in one transaction.
 * `furnish` writes the initial content of the organization. Counted by network address (20 an hour).
 */
export async function signUp(
  person: { name: string; email: string; password: string; locale?: string | undefined; clientAddress: string },
  organization: { name: string; kind: OrganizationKind },
  furnish: Furnish,
): Promise<Founded> {
  const retryAfterSeconds = await countAttempt('sign-up-address', person.clientAddress);
  if (retryAfterSeconds > 0) return { kind: 'limited', retryAfterSeconds };
  const passwordHash = await hashPassword(person.password);
  const userId = idOfPosting('person');
  const email = normalizeEmail(person.email);
  const taken = async (): Promise<Founded> => (await foundBefore(userId, organization)) ?? { kind: 'email-taken' };
  if ((await rootDb().user.count({ where: { email } })) > 0) return taken();
  try {
    const founded = await found(userId, organization, furnish, async (transaction) => {
      await transaction.user.create({
        data: { id: userId, email, name: person.name, locale: person.locale ?? null, credential: { create: { passwordHash } } },
      });
    });
    return { kind: 'founded', userId, organization: founded };
  } catch (error) {
    if (isTaken(error)) return taken();
    throw error;
  }
}

/** What an earlier post of the same form created; null when the address belongs to someone else. */
async function foundBefore(userId: string, { name, kind }: { name: string; kind: OrganizationKind }): Promise<Founded | null> {
  const id = idOfPosting(userId);
  const person = await rootDb().user.findUnique({ where: { id: userId }, select: { id: true } });
  const made = person && (await rootDb().organization.findUnique({ where: { id }, select: { slug: true } }));
  return made ? { kind: 'founded', userId, organization: { id, slug: made.slug, name, kind } } : null;
}

/** Creates a further organization, owned by a person with an account. Throws `PostedBefore` when the same form has opened it. */
export async function foundOrganization(
  userId: string,
  organization: { name: string; kind: OrganizationKind },
  furnish: Furnish,
): Promise<NewOrganization> {
  return found(userId, organization, furnish, async () => {});
}

async function found(
  userId: string,
  asked: { name: string; kind: OrganizationKind },
  furnish: Furnish,
  before: (transaction: Prisma.TransactionClient) => Promise<void>,
): Promise<NewOrganization> {
  const organization: NewOrganization = { id: idOfPosting(userId), slug: '', name: asked.name, kind: asked.kind };
  const inOrganization = forOrganization({ organizationId: organization.id, userId }, async (transaction) => {
    await before(transaction);
    organization.slug = await freeSlug(transaction, asked.name);
    // A second send of the same post waits here until the first has ended, because both need the same URL name.
    const made = await transaction.organization.findUnique({ where: { id: organization.id }, select: { slug: true } });
    if (made) throw new PostedBefore(`/o/${made.slug}`);
    await transaction.organization.create({ data: organization });
  });
  await inOrganization(
    async (db) => {
      await db.membership.create({ data: { organizationId: organization.id, userId, role: 'owner' } });
      await furnish(db, { organization, userId });
      // The demonstration furnishes sixty suppliers and three responses: on a busy machine that is more than the usual 15 s.
    },
    { timeoutMs: 180_000 },
  );
  return organization;
}
