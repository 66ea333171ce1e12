import pg from 'pg';
import { forOrganization } from '~/access/tenant-db.server';
import { mailPeople } from '~/safeguarding/sensitive-cases/mail-people.server';
import { restorePeople } from '~/safeguarding/sensitive-cases/restore-people.server';

/** What the operator named is not there, or may not be given anything. */
export class RestoreRefused extends Error {}

/**
 * Assigns the sensitive cases of one organization that have fewer than two able members to two of its members. Returns nothing: only those two learn whether
 * there was one, by a letter and on their page.
 * @throws RestoreRefused where the organization or a person is unknown, or a role may not open sensitive cases
 */
export async function restoreSensitiveCases(options: {
  ownerUrl: string;
  slug: string;
  emails: readonly string[];
  now: Date;
}): Promise<void> {
  const { ownerUrl, slug, emails, now } = options;
  if (new Set(emails.map((email) => email.toLowerCase())).size !== 2)
    throw new RestoreRefused('Name two different people by their e-mail addresses.');
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { organizationId, people, callers } = await readNamed(client, { slug, emails }).finally(() => client.end());
  let failed = 0;
  for (const userId of callers) {
    const restored = await restorePeople(forOrganization({ organizationId, userId }), { userId, people, now });
    if (restored.kind === 'refused')
      throw new RestoreRefused('Both must be members of the organization whose role may open sensitive cases.');
    await mailPeople(restored.readers);
    failed += restored.failed;
  }
  if (failed > 0) throw new Error('Some could not be given to anybody: their log was altered past the application.');
}

/** The organization and the two people by what they are called, and everybody who is assigned to something there. */
async function readNamed(client: pg.Client, { slug, emails }: { slug: string; emails: readonly string[] }) {
  const organization = await client.query<{ id: string }>('SELECT "id" FROM "Organization" WHERE "slug" = $1', [slug]);
  const organizationId = organization.rows[0]?.id;
  if (!organizationId) throw new RestoreRefused(`There is no organization at /o/${slug}.`);
  const people: string[] = [];
  for (const email of emails) {
    const { rows } = await client.query<{ id: string }>('SELECT "id" FROM "User" WHERE "email" = $1', [email.toLowerCase()]);
    if (!rows[0]) throw new RestoreRefused(`Nobody has an account under ${email}.`);
    people.push(rows[0].id);
  }
  const { rows } = await client.query<{ userId: string }>('SELECT "userId" FROM people_of_cases() WHERE "organizationId" = $1', [
    organizationId,
  ]);
  // Permission is required even where there is nothing to restore, so that the answer reveals nothing.
  return { organizationId, people, callers: [...new Set([...rows.map(({ userId }) => userId), people[0] ?? ''])] };
}
