import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Tables } from '../generated/tables';

/**
 * The functions of the database that queries read, as the catalogue describes them: arguments and result. Rows of a function are declared below, once;
 * functions.db.test.ts compares both with the database.
 */
export const databaseFunctions = {
  known_facts: {
    takes: '',
    gives:
      'TABLE("organizationId" uuid, id uuid, "partyId" uuid, "values" jsonb, "validFrom" date, "validTo" date, "recordedAt" timestamp with time zone, "sourceId" uuid)',
  },
  known_links: { takes: 'known_at timestamp with time zone', gives: 'SETOF "SupplyLink"' },
  links_held: { takes: 'first date, last date, known_at timestamp with time zone', gives: 'SETOF "SupplyLink"' },
  import_parties: { takes: 'batch uuid', gives: 'TABLE("partyId" uuid, kind text, "isNew" boolean)' },
  import_dependents: { takes: 'batch uuid', gives: 'TABLE(kind text, count bigint, ids uuid[])' },
  delete_import: { takes: 'batch uuid', gives: 'TABLE(suppliers bigint, sites bigint, providers bigint, links bigint, facts bigint)' },
  search_parties: { takes: 'query text', gives: 'SETOF uuid' },
  issued_report: { takes: 'report_hash text', gives: 'jsonb' },
  published_results: {
    takes: 'page uuid',
    gives: 'TABLE(id uuid, model jsonb, "publishedAt" timestamp with time zone, "withdrawnAt" timestamp with time zone, reason text)',
  },
  read_caller: {
    takes: 'token_hash text',
    gives:
      'TABLE("sessionId" uuid, "expiresAt" timestamp with time zone, "lastSeenAt" timestamp with time zone, "userId" uuid, "userName" text, email text, locale text, role text, "organizationId" uuid, slug text, name text, kind text, "isDemonstration" boolean)',
  },
  requests_to_address: {
    takes: 'address text',
    gives: 'TABLE("supplierOrganizationId" uuid, "askerOrganizationId" uuid, "invitedAt" timestamp with time zone)',
  },
} as const satisfies Record<string, { takes: string; gives: string }>;

export type KnownFact = Pick<
  Selectable<Tables['Fact']>,
  'organizationId' | 'id' | 'partyId' | 'values' | 'validFrom' | 'validTo' | 'recordedAt' | 'sourceId'
>;
export type KnownLink = Selectable<Tables['SupplyLink']>;

/** Facts of today's parties: a transferred fact belongs to the party that it was transferred to. */
export const knownFacts = (): RawBuilder<KnownFact> => sql`known_facts()`;
/** Links without those that were withdrawn. */
export const knownLinks = (): RawBuilder<KnownLink> => sql`known_links()`;
/** Links valid on some day of a period; both days null: today. */
export const linksHeld = (first: string | null, last: string | null, knownAt: string | null): RawBuilder<KnownLink> =>
  sql`links_held(COALESCE(${first}::date, CURRENT_DATE), COALESCE(${last}::date, CURRENT_DATE), ${knownAt}::timestamptz)`;
/** The ids of the parties whose folded name contains the text, or whose public ID it is, to compare an id with. */
export const anyFound = (text: string): RawBuilder<string> => sql`ANY(ARRAY(SELECT search_parties(${text})))`;
/** The same ids, as rows. */
export const foundParties = (text: string): RawBuilder<{ id: string }> => sql`(SELECT search_parties(${text}) AS "id")`;
