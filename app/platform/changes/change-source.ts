import type { Permission } from '~/access/permissions';
import type { Sql } from '~/access/sql.server';

/** Whose home is shown: that of a company, of people who audit, or of a lender. */
export type HomeKind = 'company' | 'auditor' | 'lender';
/** Days are ISO; `since`: the first day whose changes count. `answersForFirm`: of audits the reader sees those of all teams, not of the own ones alone. */
export type ChangeReader = { userId: string; home: HomeKind; since: string; today: string; answersForFirm: boolean };

/** One change as its source finds it. */
export type ChangeRow = {
  /** Unique within its kind. */
  id: string;
  /** The party or deal it is about. */
  subject: string;
  /** What else tells it apart, or empty; `detail` of the source puts it into the reader's language. */
  detail: string;
  /** Below the address of the organization, without a leading slash. */
  path: string;
  /** ISO day. */
  on: string;
};

/**
 * A kind of change. `rows`: a SELECT of "id", "subject", "detail", "path", "on" (date) and "byId" (who did it, or null) of what changed since the day, not
 * sorted or limited.
 */
export type ChangeSource = {
  homes: readonly HomeKind[];
  /** Without it the kind is neither shown nor counted. */
  permission: Permission;
  label: (count: number) => string;
  detail?: (raw: string) => string;
  /** Where there is only one change: which one, in a few words after the party or deal, beside its label on Home. */
  brief?: (raw: string) => string;
  rows: (reader: ChangeReader) => Sql;
};
