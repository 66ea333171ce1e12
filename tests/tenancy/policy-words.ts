import type { Policy } from './catalogue';

/** What a policy knows of the caller: settings of the transaction, an empty one counts as none. */
export const current = `(NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid`;
export const caller = `(NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid`;

/** A type of policy, to be named for a table with its text. */
export const policyOf =
  (permissive: Policy['permissive'], role: string, command: Policy['command']) =>
  (table: string, name: string, using: Policy['using'], withCheck: Policy['withCheck'] = null): Policy => ({
    ...{ table, name, permissive, roles: [role], command, using, withCheck },
  });
