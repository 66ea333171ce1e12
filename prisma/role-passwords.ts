import { createHmac } from 'node:crypto';
import pg from 'pg';

/** The roles that the app signs in as. The migration makes them, without a password. */
export const loginRoles = ['manumit_app', 'manumit_respondent'] as const;
export type LoginRole = (typeof loginRoles)[number];

/** A role's password: derived from the app's secret, so that it is stored nowhere. */
export function derivePassword(secret: string, role: LoginRole): string {
  return createHmac('sha256', secret).update(`database role ${role}`).digest('base64url');
}

/** The owner's URL with the role's name and password in it; host, database and options stay. */
export function appUrl(ownerUrl: string, secret: string, role: LoginRole = 'manumit_app'): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = derivePassword(secret, role);
  return url.href;
}

async function canSignIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Lets the login roles in with the passwords derived from `secret`. Roles belong to the whole server: one that already answers is left
 * alone, and two installations on one server need the same APP_SECRET. `roles`: those whose password is not managed elsewhere.
 */
export async function setRolePasswords(ownerUrl: string, secret: string, roles: readonly LoginRole[] = loginRoles): Promise<void> {
  for (const role of roles) {
    if (await canSignIn(appUrl(ownerUrl, secret, role))) continue;
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    try {
      await client.query(`ALTER ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(derivePassword(secret, role))}`);
    } finally {
      await client.end();
    }
  }
}
