import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import pg from 'pg';
import { type OwnTableKind, ownTableKinds } from '#scoring';
import { can, isRole } from '~/access/permissions';
import { forOrganization, type InOrganization } from '~/access/tenant-db.server';
import { compareScores } from '~/risk/edition-effects/compare-scores.server';
import type { ComparedScores } from '~/risk/reference-tables/compared-scores';
import { cancelEdition, confirmEdition, withdrawEdition } from '~/risk/reference-tables/decide-edition.server';
import { parseEditionFile } from '~/risk/reference-tables/formats/parse-edition-file.server';
import { readEditionRows } from '~/risk/reference-tables/formats/read-edition-rows.server';
import { hasRows, type Remark } from '~/risk/reference-tables/formats';
import { keepEdition } from '~/risk/reference-tables/keep-edition.server';
import { type ListedEdition, readEditions } from '~/risk/reference-tables/read-editions.server';
import { editionFields } from '~/risk/reference-tables/schema';

/** What the operator named is not there, or may not be done. */
export class TableRefused extends Error {}

type Named = { ownerUrl: string; slug: string };
export type LoadedTable = { id: string; read: number; refused: number; remarks: Remark[]; compared: ComparedScores | null };

/**
 * Reads a file as an edition of a reference table of one organization, on behalf of a member who may load one, and says what it would change. It is put in force
 * with `isConfirmed`, else kept until a person confirms it on its page.
 * @throws TableRefused for an organization, a member, a kind, a description or a file that cannot be used
 */
export async function loadTable(
  options: Named & {
    email: string;
    kind: string;
    path: string;
    described: {
      title?: string | undefined;
      producer?: string | undefined;
      licence?: string | undefined;
      publishedOn?: string | undefined;
    };
    isConfirmed: boolean;
    now: Date;
  },
): Promise<LoadedTable> {
  const { kind, path, described, isConfirmed, now } = options;
  const { organizationId, userId } = await findMember(options);
  const fields = editionFields.safeParse(described);
  if (!fields.success)
    throw new TableRefused(
      `Say what the edition is: ${fields.error.issues.map(({ path: at }) => `--${at.join('.')}`).join(', ')} is missing or wrong.`,
    );
  const bytes = await readFile(path);
  const parsed = await parseEditionFile(kindOf(kind), bytes);
  if (!parsed.ok) throw new TableRefused(`${path} could not be read as a table.`);
  const year = Number(fields.data.publishedOn?.slice(0, 4)) || undefined;
  const file = readEditionRows(kindOf(kind), parsed.table, year === undefined ? {} : { year });
  if (!hasRows(file.tables)) throw new TableRefused(`Not one row of ${path} could be read as ${kind}.`);
  const inOrganization = forOrganization({ organizationId, userId });
  const kept = { ...fields.data, kind: kindOf(kind), file, fileName: basename(path), bytes, organizationId, userId, now };
  const id = await inOrganization((db) => keepEdition(db, kept));
  const compared = await compareScores(inOrganization, { editionId: id, asOf: now.toISOString().slice(0, 10), onProgress: async () => {} });
  if (isConfirmed) await inOrganization((db) => confirmEdition(db, { id, organizationId, userId, now }));
  return { id, ...file, compared };
}

/** Takes an edition back, with a reason; one that was never confirmed is discarded. @throws TableRefused where there is none such, or no reason */
export async function withdrawTable(options: Named & { email: string; id: string; reason: string; now: Date }): Promise<void> {
  const { id, reason, now } = options;
  const { organizationId, userId } = await findMember(options);
  const inOrganization = forOrganization({ organizationId, userId });
  const edition = (await listed(inOrganization)).find((each) => each.id === id);
  if (!edition) throw new TableRefused(`/o/${options.slug} has no edition ${id}.`);
  if (edition.state.code === 'checked') return inOrganization((db) => cancelEdition(db, id));
  const done = await inOrganization((db) => withdrawEdition(db, { id, organizationId, userId, now, reason }));
  if (done.kind === 'refused') throw new TableRefused('Give the reason: --reason "…".');
}

/** All editions of an organization, the newest first. @throws TableRefused where there is no such organization */
export async function listTables(options: Named): Promise<ListedEdition[]> {
  return listed(forOrganization({ organizationId: await findOrganization(options) }));
}

const listed = async (inOrganization: InOrganization): Promise<ListedEdition[]> =>
  (await inOrganization((db) => readEditions(db, new Date().toISOString().slice(0, 10)))).editions;

function kindOf(text: string): OwnTableKind {
  const kind = ownTableKinds.find((each) => each === text);
  if (!kind) throw new TableRefused(`${text} is no table that can be loaded; these are: ${ownTableKinds.join(', ')}.`);
  return kind;
}

async function query<Row extends pg.QueryResultRow>(ownerUrl: string, sql: string, values: string[]): Promise<Row | undefined> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows[0];
  } finally {
    await client.end();
  }
}

async function findOrganization({ ownerUrl, slug }: Named): Promise<string> {
  const row = await query<{ id: string }>(ownerUrl, 'SELECT "id" FROM "Organization" WHERE "slug" = $1', [slug]);
  if (!row) throw new TableRefused(`There is no organization at /o/${slug}.`);
  return row.id;
}

/** The organization, and a member of it who may load editions. */
async function findMember({ email, ...named }: Named & { email: string }): Promise<{ organizationId: string; userId: string }> {
  const organizationId = await findOrganization(named);
  const user = await query<{ id: string }>(named.ownerUrl, 'SELECT "id" FROM "User" WHERE "email" = $1', [email.toLowerCase()]);
  const member =
    user &&
    (await forOrganization({ organizationId })((db) => db.membership.findFirst({ where: { userId: user.id }, select: { role: true } })));
  if (!user || !member || !isRole(member.role) || !can(member.role, 'edit:reference-table'))
    throw new TableRefused(`${email} is no member of /o/${named.slug} who may load reference tables.`);
  return { organizationId, userId: user.id };
}
