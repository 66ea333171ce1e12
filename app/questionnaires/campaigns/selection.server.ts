import { noSql, type Sql, sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { query } from '~/platform/events/events.server';
import type { SupplierScope } from '~/suppliers/registry/list-query.server';
import { readListState, selectionNames } from '~/suppliers/registry/list-state';
import { askedChoices } from './states';

const kept = [...selectionNames, 'asked', 'first'] as const;

/** The part of an address that chooses suppliers, in one order: what a campaign keeps. */
export function selectionOf(params: URLSearchParams): string {
  const selection = new URLSearchParams();
  for (const name of kept) for (const value of params.getAll(name)) if (value !== '') selection.append(name, value.slice(0, 200));
  return selection.toString();
}

/**
 * The list state and further conditions of a selection: whether a supplier was asked before (`asked`), and whether one of its findings is among the fifty
 * priorities (`first`, R9). No query, or three.
 */
export async function readSelection(db: TenantDb, selection: string, options: { today: string }) {
  const params = new URLSearchParams(selection);
  const state = readListState(params);
  const asked = askedChoices.find((choice) => choice === params.get('asked')) ?? null;
  const first = params.get('first') === 'yes' ? await query(db, 'findings.prioritized', { asOf: options.today }) : null;
  const requests = (more: Sql) =>
    sql`SELECT 1 FROM "QuestionnaireResponse" a JOIN "QuestionnaireRequest" r ON r."organizationId" = a."organizationId" AND r."responseId" = a."id"
     WHERE a."organizationId" = s."organizationId" AND a."partyId" = s."partyId" ${more}`;
  const scope: SupplierScope = {
    conditions: [
      ...(asked === 'never' ? [sql`NOT EXISTS (${requests(noSql)})`] : []),
      ...(asked === 'not-this-year' ? [sql`NOT EXISTS (${requests(sql`AND r."invitedAt" > ${options.today}::date - 365`)})`] : []),
      ...(asked === 'unanswered'
        ? [sql`EXISTS (${requests(noSql)})`, sql`NOT EXISTS (${requests(sql`AND r."submittedAt" IS NOT NULL`)})`]
        : []),
      ...(first ? [sql`s."partyId" IN (SELECT f."partyId" FROM "Finding" f WHERE f."id" = ANY(${first}::uuid[]))`] : []),
    ],
  };
  return { state, scope };
}
