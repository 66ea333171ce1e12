import { randomBytes } from 'node:crypto';
import type { Role } from '~/access/permissions';
import { hashPassword } from '~/access/password.server';
import { rootDb } from '~/access/root-db.server';
import { foundOrganization } from '~/access/sign-up.server';
import { fillDemonstration } from './demonstration/fill-demonstration';

export type DemonstrationSignIn = { email: string; password: string; role: Role; organization: string };

const people: { role: Role; name: string }[] = [
  { role: 'owner', name: 'Owner (demonstration)' },
  { role: 'manager', name: 'Compliance manager (demonstration)' },
  { role: 'auditor', name: 'Auditor (demonstration)' },
  { role: 'reviewer', name: 'Reviewer (demonstration)' },
  { role: 'viewer', name: 'Viewer (demonstration)' },
];
const organization = { name: 'Larkfield & Daughters (demonstration)', kind: 'company' as const };

/**
 * Makes the demonstration organization with five people, one a role, and answers how they sign in. Passwords are made here, at random.
 * The organization with all it holds comes into being in one transaction: a start that is broken off leaves none.
 */
export async function seedDemonstration(): Promise<DemonstrationSignIn[]> {
  const made = await Promise.all(
    people.map(async (person) => {
      const password = randomBytes(9).toString('base64url');
      const passwordHash = await hashPassword(password);
      const email = `${person.role}@demonstration.example`;
      const user = await rootDb().user.upsert({
        where: { email },
        create: { email, name: person.name, credential: { create: { passwordHash } } },
        update: { credential: { upsert: { create: { passwordHash }, update: { passwordHash } } } },
        select: { id: true },
      });
      return { ...person, userId: user.id, email, password };
    }),
  );
  const owner = made.find((person) => person.role === 'owner');
  const auditor = made.find((person) => person.role === 'auditor');
  if (!owner || !auditor) throw new Error('The demonstration has no owner or no auditor');
  await foundOrganization(owner.userId, organization, async (db, founded) => {
    for (const { userId, role } of made) if (role !== 'owner') await db.membership.create({ data: { userId, role } });
    await fillDemonstration(db, founded, auditor.userId);
  });
  return made.map(({ email, password, role }) => ({ email, password, role, organization: organization.name }));
}
