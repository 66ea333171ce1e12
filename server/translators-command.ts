import { parseArgs } from 'node:util';
import pg from 'pg';
import { readSettings } from '~/env.server';
import { isLocale, locales } from '~/paraglide/runtime';
import { reachDatabase } from '../prisma/embedded';

// `npm run translators -- list | add EMAIL LANGUAGE… | remove EMAIL [LANGUAGE…]`: who may correct the translations of questionnaires. "all" is every
// language. On DATABASE_URL, else on the data folder's own database, running or not. Exit code 2 when the command or the database cannot be used.
const usage = 'npm run translators -- list | add EMAIL LANGUAGE… | remove EMAIL [LANGUAGE…]; a language is one of';

async function change(
  client: pg.Client,
  act: string | undefined,
  given: { email: string | undefined; languages: string[] },
): Promise<void> {
  const { email, languages } = given;
  const wrong = languages.filter((language) => language !== '*' && (!isLocale(language) || language === 'en'));
  if (!email || !['add', 'remove'].includes(act ?? '') || wrong.length > 0 || (act === 'add' && languages.length === 0))
    throw new Error(`${usage} all, ${locales.filter((locale) => locale !== 'en').join(', ')}.`);
  const { rows } = await client.query<{ id: string }>('SELECT "id" FROM "User" WHERE "email" = $1', [email.toLowerCase()]);
  const user = rows[0];
  if (!user) throw new Error(`No account with the email address ${email}.`);
  if (act === 'add')
    await client.query('INSERT INTO "Translator" ("userId", "locale") SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING', [
      user.id,
      languages,
    ]);
  else
    await client.query('DELETE FROM "Translator" WHERE "userId" = $1 AND ($2::text[] = ARRAY[]::text[] OR "locale" = ANY($2::text[]))', [
      user.id,
      languages,
    ]);
}

async function run(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [act, email, ...languages] = positionals;
  const settings = readSettings();
  const database = await reachDatabase({ dataDir: settings.DATA_DIR, databaseUrl: settings.DATABASE_URL });
  const client = new pg.Client({ connectionString: database.url });
  try {
    await client.connect();
    if (act !== 'list') await change(client, act, { email, languages: languages.map((each) => (each === 'all' ? '*' : each)) });
    const { rows } = await client.query<{ email: string; languages: string }>(
      `SELECT u."email", string_agg(replace(t."locale", '*', 'all'), ', ' ORDER BY t."locale") AS languages
       FROM "Translator" t JOIN "User" u ON u."id" = t."userId" GROUP BY u."email" ORDER BY u."email"`,
    );
    console.log(
      rows.length === 0
        ? 'No translators yet. Add one with: add EMAIL LANGUAGE…'
        : rows.map((row) => `${row.email}: ${row.languages}`).join('\n'),
    );
  } finally {
    await client.end().catch(() => {});
    await database.stop();
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof Error && !process.env.DEBUG ? error.message : error);
  process.exitCode = 2;
});
