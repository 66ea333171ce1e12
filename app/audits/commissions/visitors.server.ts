import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { covers, readCredentials } from '../auditors/credentials.server';
import { teamParts } from '../planning/states';
import type { Visitor } from './states';

/** Who comes: names, parts, languages and kinds of credentials that are valid on the day. Numbers and issuers stay with the firm. */
export async function readVisitors(
  db: TenantDb,
  people: readonly { userId: string; part: string; languages?: readonly string[] }[],
  { on }: { on: string },
): Promise<Visitor[]> {
  const ids = people.map(({ userId }) => userId);
  const names = await namePeople(db, ids);
  const credentials = (await readCredentials(db, ids)).filter((each) => covers(each, { from: on, to: on, country: null }));
  return people.flatMap(({ userId, part, languages = [] }) => {
    const name = names.get(userId);
    const known = teamParts.find((each) => each === part);
    if (name === undefined || known === undefined || known === 'observer') return [];
    const own = credentials.filter((each) => each.userId === userId);
    const spoken = [...new Set([...languages, ...own.flatMap((each) => each.languages)])].sort();
    return [{ name, part: known, languages: spoken, credentials: [...new Set(own.map(({ kind }) => kind))] }];
  });
}
