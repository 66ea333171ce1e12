import { randomBytes } from 'node:crypto';
import type { Role } from '~/access/permissions';
import { hashPassword } from '~/access/password.server';
import { rootDb } from '~/access/root-db.server';
import { foundOrganization } from '~/access/sign-up.server';
import '~/registrations.server';
import { fillDemonstration } from './demonstration/fill-demonstration';
import { fillLender } from './demonstration/lend-demonstration';

export type DemonstrationSignIn = { email: string; password: string; role: Role; organization: string };

const people: { role: Role; name: string }[] = [
  { role: 'owner', name: 'Owner (demonstration)' },
  { role: 'manager', name: 'Compliance manager (demonstration)' },
  { role: 'auditor', name: 'Auditor (demonstration)' },
  { role: 'reviewer', name: 'Reviewer (demonstration)' },
  { role: 'viewer', name: 'Viewer (demonstration)' },
];
const organization = { name: 'Larkfield & Daughters (demonstration)', kind: 'company' as const };
const lenders: { role: Role; name: string }[] = [
  { role: 'owner', name: 'Lender’s owner (demonstration)' },
  { role: 'auditor', name: 'Lender’s specialist (demonstration)' },
  { role: 'reviewer', name: 'Lender’s committee (demonstration)' },
];
const lender = { name: 'Fenwick Development Bank (demonstration)', kind: 'lender' as const };

/**
 * Makes the demonstration's two organizations, a company with five people, one per role, and a lender with three, and returns their sign-ins. Passwords are
 * random, made here. Each organization is created with all its data in one transaction: an interrupted start leaves none of it.
 */
export async function seedDemonstration(): Promise<DemonstrationSignIn[]> {
  const signIns = await seedOrganization(organization, people, { prefix: '', fill: fillDemonstration });
  return [...signIns, ...(await seedOrganization(lender, lenders, { prefix: 'lender-', fill: fillLender }))];
}

async function seedOrganization(
  made: { name: string; kind: 'company' | 'lender' },
  members: readonly { role: Role; name: string }[],
  options: { prefix: string; fill: (...given: Parameters<typeof fillDemonstration>) => Promise<void> },
): Promise<DemonstrationSignIn[]> {
  const signIns = await Promise.all(
    members.map(async (person) => {
      const password = randomBytes(9).toString('base64url');
      const passwordHash = await hashPassword(password);
      const email = `${options.prefix}${person.role}@demonstration.example`;
      const user = await rootDb().user.upsert({
        where: { email },
        create: { email, name: person.name, credential: { create: { passwordHash } } },
        update: { credential: { upsert: { create: { passwordHash }, update: { passwordHash } } } },
        select: { id: true },
      });
      return { role: person.role, userId: user.id, email, password };
    }),
  );
  const owner = signIns.find(({ role }) => role === 'owner');
  const auditor = signIns.find(({ role }) => role === 'auditor');
  if (!owner || !auditor) throw new Error('The demonstration has no owner or no auditor');
  await foundOrganization(owner.userId, made, async (db, founded) => {
    for (const { userId, role } of signIns) if (role !== 'owner') await db.membership.create({ data: { userId, role } });
    await options.fill(db, founded, auditor.userId);
  });
  return signIns.map(({ email, password, role }) => ({ email, password, role, organization: made.name }));
}
