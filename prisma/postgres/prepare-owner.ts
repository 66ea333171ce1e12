import pg from 'pg';

/**
 * Makes the role that owns the database, and the database, when they are missing. The owner may make roles and databases and is not a
 * superuser, so that nothing in the app can come to rely on one.
 */
export async function prepareOwner(options: {
  superuserUrl: string;
  owner: { user: string; password: string };
  database: string;
}): Promise<void> {
  const { superuserUrl, owner, database } = options;
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const name = client.escapeIdentifier(owner.user);
    const roles = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [owner.user]);
    const verb = roles.rowCount === 0 ? 'CREATE' : 'ALTER';
    await client.query(
      `${verb} ROLE ${name} LOGIN CREATEROLE CREATEDB NOSUPERUSER NOBYPASSRLS PASSWORD ${client.escapeLiteral(owner.password)}`,
    );
    const databases = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (databases.rowCount === 0) {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${name} TEMPLATE template0 ENCODING 'UTF8'`);
    }
  } finally {
    await client.end();
  }
}
