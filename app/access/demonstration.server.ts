import { environment } from '~/env.server';
import { type DemonstrationAccount, demonstrationAccounts } from './demonstration-accounts';
import { listMemberships } from './memberships.server';
import { rootDb } from './root-db.server';
import { forOrganization } from './tenant-db.server';

const ownMachine = /^(?:127\.|\[?::1\]?$|localhost$)/;

/**
 * Whether visitors may enter the demonstration without a password: where the operator says so, or where only this machine is served. A proxy in front serves
 * others from an address of this machine, so trusting one closes it.
 */
export function isDemonstrationOpen(): boolean {
  const { DEMONSTRATION, HOST, PUBLIC_URL, TRUST_PROXY } = environment();
  return DEMONSTRATION === 'open' || (DEMONSTRATION === 'on' && PUBLIC_URL === undefined && !TRUST_PROXY && ownMachine.test(HOST));
}

/** The accounts of the demonstration that exist here, in the order of their list. Empty where the demonstration is not open. */
export async function listDemonstrationAccounts(): Promise<DemonstrationAccount[]> {
  if (!isDemonstrationOpen()) return [];
  const users = await rootDb().user.findMany({
    where: { email: { in: demonstrationAccounts.map(({ email }) => email) } },
    select: { email: true },
  });
  const known = new Set(users.map(({ email }) => email));
  return demonstrationAccounts.filter(({ email }) => known.has(email));
}

/**
 * Which kinds of organizations the demonstration has now: during a reset those that are made again. None while the organization `replacedId` of before exists.
 * One account of each kind is asked, since every account of a kind belongs to the same organization.
 */
export async function listReadyKinds(accounts: readonly DemonstrationAccount[], replacedId: string | null): Promise<string[]> {
  const ofEachKind = new Map(accounts.map(({ kind, email }) => [kind, email]));
  const users = await rootDb().user.findMany({ where: { email: { in: [...ofEachKind.values()] } }, select: { id: true } });
  const kinds = new Set<string>();
  for (const { id } of users)
    for (const { organization } of await listMemberships(id)) {
      if (organization.id === replacedId) return [];
      if (organization.isDemonstration) kinds.add(organization.kind);
    }
  return [...kinds];
}

/**
 * The account to sign in without a password, or null. Only a listed account whose every organization is a demonstration qualifies: an account that was
 * invited anywhere else keeps its password.
 */
export async function findDemonstrationAccount(email: string): Promise<{ userId: string; slug: string } | null> {
  if (!isDemonstrationOpen() || !demonstrationAccounts.some((account) => account.email === email)) return null;
  const user = await rootDb().user.findUnique({ where: { email }, select: { id: true } });
  if (!user) return null;
  const memberships = await listMemberships(user.id);
  const [first] = memberships;
  if (!first || memberships.some(({ organization }) => !organization.isDemonstration)) return null;
  return { userId: user.id, slug: first.organization.slug };
}

export type SampleReport = { organizationId: string; sha256: string; fileName: string; sizeBytes: number };

/** The file of the first signed audit report of the demonstration's company, which the demonstration itself contains; later ones are of its visitors. */
export async function findSampleReport(): Promise<SampleReport | null> {
  const company = await rootDb().organization.findFirst({
    where: { isDemonstration: true, isClaimed: true, kind: 'company' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  if (!company) return null;
  const signature = await forOrganization({ organizationId: company.id })((db) =>
    db.documentSignature.findFirst({
      where: { document: { kind: 'audit' }, form: 'full' },
      orderBy: [{ signedAt: 'asc' }, { documentId: 'asc' }],
      select: { file: { select: { sha256: true, fileName: true, sizeBytes: true } } },
    }),
  );
  return signature ? { organizationId: company.id, ...signature.file } : null;
}
