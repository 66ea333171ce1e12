import { environment } from '~/env.server';
import type { Prisma } from './generated/client';
import type { GuestPurpose } from './guest-access/purposes';
import { noteCaller } from './request-memory.server';
import { currentPosting, idOfPosting } from './posting.server';
import { respondentDb, rootDb } from './root-db.server';
import { onceOnly } from './take-form-key.server';

declare const organizationScoped: unique symbol;

/** A transaction that row-level security reads as one organization. The only database handle that verbs take. */
export type TenantDb = Omit<
  Prisma.TransactionClient,
  'user' | 'credential' | 'session' | 'magicLink' | 'emailChange' | 'guestKey' | 'notificationKey' | 'rateLimit' | 'formKey'
> & {
  readonly [organizationScoped]: true;
};

/** How long a transaction may take, and wait for a connection, in milliseconds. A slow machine is given more for both. */
function limits(timeoutMs?: number): { timeout: number; maxWait: number } {
  const usual = environment().TRANSACTION_SECONDS * 1_000;
  return { timeout: timeoutMs ?? usual, maxWait: Math.max(10_000, usual - 5_000) };
}

export type InOrganization = <T>(work: (db: TenantDb) => Promise<T>, options?: { timeoutMs?: number }) => Promise<T>;

/**
 * Runs `work` in one transaction with the organization (and, when given, the user) set.
 * The caller must be resolved before: nothing in here may open a second connection.
 * `timeoutMs` defaults to `TRANSACTION_SECONDS`; imports name their own.
 * Within a post whose form carries a key, the first transaction that writes takes the key; the same post again throws `PostedBefore`.
 * `before` runs first in the same transaction, for the global rows that create an organization or admit a person; only access/ passes it.
 */
export function forOrganization(
  caller: { organizationId: string; userId?: string | null | undefined },
  before?: (transaction: Prisma.TransactionClient) => Promise<void>,
): InOrganization {
  return (work, options = {}) => {
    const { organizationId } = caller;
    const userId = caller.userId ?? undefined;
    noteCaller({ organizationId, userId });
    const transact = <T>(act: (transaction: Prisma.TransactionClient) => Promise<T>) =>
      rootDb().$transaction(async (transaction) => {
        await before?.(transaction);
        await transaction.$executeRaw`SELECT set_config('app.organization_id', ${organizationId}, true), set_config('app.user_id', ${userId ?? null}, true)`;
        return act(transaction);
      }, limits(options.timeoutMs));
    const act = (transaction: Prisma.TransactionClient) => work(transaction as unknown as TenantDb);
    const posting = currentPosting();
    if (before || !posting?.digest || posting.taken || posting.isDeciding) return transact(act);
    return onceOnly(posting, { organizationId, userId: userId ?? idOfPosting('guest'), isGuest: userId === undefined }, transact, act);
  };
}

/**
 * One transaction for a change that all of a person's organizations record: `before` writes the person's global rows, then `work` runs in each of
 * their organizations in the order of ids. When `before` returns null, nothing happened and no organization is opened. Only access/ calls it.
 */
export function forOwnOrganizations<Done>(
  userId: string,
  before: (transaction: Prisma.TransactionClient) => Promise<Done | null>,
  work: (db: TenantDb, done: Done) => Promise<void>,
): Promise<Done | null> {
  return rootDb().$transaction(async (transaction) => {
    const done = await before(transaction);
    if (done === null) return null;
    // The policy on a person's own memberships applies only while no organization is set.
    await transaction.$executeRaw`SELECT set_config('app.organization_id', '', true), set_config('app.user_id', ${userId}, true)`;
    const memberships = await transaction.membership.findMany({
      where: { userId },
      select: { organizationId: true },
      orderBy: { organizationId: 'asc' },
    });
    for (const { organizationId } of memberships) {
      await transaction.$executeRaw`SELECT set_config('app.organization_id', ${organizationId}, true)`;
      await work(transaction as unknown as TenantDb, done);
    }
    return done;
  }, limits());
}

/** Does `work` in the organization that asked, still as the respondent and of the same response. */
export type AtAsker = <T>(work: (db: TenantDb) => Promise<T>) => Promise<T>;
export type InResponse = <T>(work: (db: TenantDb, atAsker: AtAsker) => Promise<T>) => Promise<T>;

/** What the policies on guests read: to which record of which purpose the caller was admitted. */
const enterAsGuest = (transaction: Prisma.TransactionClient, organizationId: string, purpose: GuestPurpose, subjectId: string) =>
  transaction.$executeRaw`
    SELECT set_config('app.organization_id', ${organizationId}, true), set_config('app.guest_purpose', ${purpose}, true),
      set_config('app.guest_subject_id', ${subjectId}, true)`;

/**
 * Runs `work` in one transaction as manumit_respondent: of the organization set, the database lets it touch the one response alone, which has
 * the same id in the supplier's organization (where `work` is) and in the one that asked (`atAsker`). Only access/ calls it.
 */
export function forRespondent(caller: { supplierOrganizationId: string; askerOrganizationId: string; responseId: string }): InResponse {
  noteCaller({ organizationId: caller.supplierOrganizationId });
  return (work) =>
    respondentDb().$transaction(async (transaction) => {
      const db = transaction as unknown as TenantDb;
      const enter = (organizationId: string) => enterAsGuest(transaction, organizationId, 'questionnaire', caller.responseId);
      await enter(caller.supplierOrganizationId);
      return work(db, async (inner) => {
        await enter(caller.askerOrganizationId);
        const result = await inner(db);
        await enter(caller.supplierOrganizationId);
        return result;
      });
    }, limits());
}

/**
 * Runs `work` in one transaction as manumit_respondent, restricted to one record of the organization: it reads the columns of that record and its parts
 * that a guest of the purpose may read, and writes nothing. Only access/ calls it.
 */
export function forGuest(caller: {
  organizationId: string;
  purpose: Exclude<GuestPurpose, 'questionnaire'>;
  subjectId: string;
}): InOrganization {
  noteCaller({ organizationId: caller.organizationId });
  return (work, options = {}) =>
    respondentDb().$transaction(async (transaction) => {
      await enterAsGuest(transaction, caller.organizationId, caller.purpose, caller.subjectId);
      return work(transaction as unknown as TenantDb);
    }, limits(options.timeoutMs));
}
