import type { Policy } from './catalogue';

/** The settings of a transaction that identify the caller; an empty one counts as none. */
export const current = `(NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid`;
export const caller = `(NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid`;

/** A kind of policy, applied to a table with its expressions. */
export const policyOf =
  (permissive: Policy['permissive'], role: string, command: Policy['command']) =>
  (table: string, name: string, using: Policy['using'], withCheck: Policy['withCheck'] = null): Policy => ({
    ...{ table, name, permissive, roles: [role], command, using, withCheck },
  });
