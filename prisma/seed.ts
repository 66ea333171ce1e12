import { randomBytes } from 'node:crypto';
import { type DemonstrationAccount, demonstrationAccounts } from '~/access/demonstration-accounts';
import type { Role } from '~/access/permissions';
import { hashPassword } from '~/access/pass-label.server';
import { rootDb } from '~/access/root-db.server';
import { foundOrganization } from '~/access/sign-up.server';
import '~/registrations.server';
import { fillDemonstration } from './demonstration/fill-demonstration';
import { fillFirm } from './demonstration/firm-demonstration';
import { fillLender } from './demonstration/lend-demonstration';

export type DemonstrationSignIn = { email: string; password: string; role: Role; organization: string };

const organization = { name: 'Larkfield & Daughters (demonstration)', kind: 'company' as const };
const firm = { name: 'Brightwater Assurance (demonstration)', kind: 'audit-firm' as const };
const lender = { name: 'Fenwick Development Bank (demonstration)', kind: 'lender' as const };

/** How long ago its members opened Home: what changed since is shown there. */
const lastVisitMs = 5 * 86_400_000;

/**
 * Makes the demonstration's three organizations, a company with five people, one per role, a lender and an audit firm with three each, and returns their
 * sign-ins. Passwords are random, made here. Each organization is created with all its data in one transaction: an interrupted start leaves none of it.
 */
export async function seedDemonstration(): Promise<DemonstrationSignIn[]> {
  const signIns = await seedOrganization(organization, fillDemonstration);
  const ofLender = await seedOrganization(lender, fillLender);
  const buyers = { company: await idOf(organization.name), lender: await idOf(lender.name) };
  const ofFirm = await seedOrganization(firm, (db, founded, auditorId) => fillFirm(db, founded, auditorId, buyers));
  return [...signIns, ...ofLender, ...ofFirm];
}

const idOf = async (name: string): Promise<string> =>
  (await rootDb().organization.findFirstOrThrow({ where: { name, isDemonstration: true }, orderBy: { createdAt: 'desc' } })).id;

async function seedOrganization(
  made: { name: string; kind: DemonstrationAccount['kind'] },
  fill: (...given: Parameters<typeof fillDemonstration>) => Promise<void>,
): Promise<DemonstrationSignIn[]> {
  const signIns = await Promise.all(
    demonstrationAccounts
      .filter(({ kind }) => kind === made.kind)
      .map(async ({ email, role, name }) => {
        const password = randomBytes(9).toString('base64url');
        const passwordHash = await hashPassword(password);
        const user = await rootDb().user.upsert({
          where: { email },
          create: { email, name, credential: { create: { passwordHash } } },
          update: { credential: { upsert: { create: { passwordHash }, update: { passwordHash } } } },
          select: { id: true },
        });
        return { role, userId: user.id, email, password };
      }),
  );
  const owner = signIns.find(({ role }) => role === 'owner');
  const auditor = signIns.find(({ role }) => role === 'auditor');
  if (!owner || !auditor) throw new Error('The demonstration has no owner or no auditor');
  await foundOrganization(owner.userId, made, async (db, founded) => {
    for (const { userId, role } of signIns) if (role !== 'owner') await db.membership.create({ data: { userId, role } });
    await fill(db, founded, auditor.userId);
    await db.membership.updateMany({ data: { lastVisitOn: new Date(Date.now() - lastVisitMs) } });
  });
  return signIns.map(({ email, password, role }) => ({ email, password, role, organization: made.name }));
}
