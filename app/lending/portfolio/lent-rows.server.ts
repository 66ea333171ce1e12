import { countryRowsAt } from '#scoring';
import { join, noSql, type Sql, sql } from '~/access/sql.server';
import { currencyDigits } from '~/suppliers/labour-recruiters/money';
import { atRiskBands, atRiskChoice, none, type PortfolioFilter } from './filter';

/** Currencies by the decimals of their minor unit, where that is not a hundredth. */
const withDigits = (digits: number) => Intl.supportedValuesOf('currency').filter((code) => currencyDigits(code) === digits);
const odd = [0, 3, 4].map((digits) => ({ codes: withDigits(digits), units: 10 ** digits })).filter(({ codes }) => codes.length > 0);
/** Minor units in one unit of the currency of `t`. */
const minorUnits: Sql = sql`CASE ${join(odd.map(({ codes, units }) => sql`WHEN t."currency" = ANY(${codes}::text[]) THEN ${units}::int`))} ELSE 100 END`;

/**
 * The deals of a filter as the body of a common table: id, number, client, state, newest category, the client's shown score, designation, and the own
 * commitment in US cents (`usd`) where it is in dollars or has a dated rate; else null. `today`: ISO.
 */
export function lentRows(filter: PortfolioFilter, today: string): Sql {
  const countries = countryRowsAt(today);
  const designated = countries.filter(({ epDesignated2021 }) => epDesignated2021).map(({ iso2 }) => iso2);
  const others = countries.filter(({ epDesignated2021 }) => !epDesignated2021).map(({ iso2 }) => iso2);
  return sql`
    SELECT * FROM (
      SELECT t."id", t."number", t."projectName", t."clientPartyId", t."hostCountries", t."sector", t."product", t."status", t."currency",
        t."commitmentMinor", t."usdRateOn", t."openedAt", COALESCE(c."category", ${none}) AS "category", COALESCE(s."band", ${none}) AS "band",
        s."score"::float8 AS "score", s."scoreLow"::float8 AS "low", s."scoreHigh"::float8 AS "high", s."basis", s."scoreId",
        CASE WHEN t."hostCountries" <@ ${designated}::text[] THEN 'designated' WHEN EXISTS (SELECT FROM unnest(t."hostCountries") AS h(code) WHERE h.code = ANY(${others}::text[]))
          THEN 'non-designated'
          ELSE 'unknown' END AS "designation",
        CASE WHEN t."currency" = 'USD' THEN t."commitmentMinor"::numeric WHEN t."usdRate" IS NOT NULL
          THEN round(t."commitmentMinor" * t."usdRate" * 100 / ${minorUnits})
          END AS "usd"
      FROM "Deal" t
      -- One look-up a client: a join would read every supplier of the map to find the few that borrow.
      CROSS JOIN LATERAL (
        SELECT u."band", u."score", u."scoreLow", u."scoreHigh", u."basis", u."scoreId" FROM "Supplier" u
        WHERE u."organizationId" = t."organizationId" AND u."partyId" = t."clientPartyId" LIMIT 1) s
      LEFT JOIN LATERAL (
        SELECT k."category" FROM "DealCategorisation" k WHERE k."organizationId" = t."organizationId" AND k."dealId" = t."id"
        ORDER BY k."at" DESC, k."id" DESC LIMIT 1) c ON true
      WHERE ${statusCondition(filter.standing)}
        ${filter.sector ? sql`AND t."sector" = ${filter.sector}` : noSql}
        ${filter.product ? sql`AND t."product" = ${filter.product}` : noSql}
        ${filter.country ? sql`AND t."hostCountries" @> ARRAY[${filter.country}]::text[]` : noSql}
        ${filter.party ? sql`AND t."id" IN (${dealsOf(filter.party, today)})` : noSql}
    ) l
    WHERE ${filter.band ? sql`l."band" = ANY(${filter.band === atRiskChoice ? [...atRiskBands] : [filter.band]}::text[])` : sql`true`}
      ${filter.category ? sql`AND l."category" = ${filter.category}` : noSql}
      ${filter.designation ? sql`AND l."designation" = ${filter.designation}` : noSql}`;
}

function statusCondition(status: PortfolioFilter['standing']): Sql {
  switch (status) {
    case 'live':
      return sql`t."status" NOT IN ('declined', 'exited')`;
    case 'lent':
      return sql`t."status" IN ('closed', 'monitoring')`;
    case 'pipeline':
      return sql`t."status" NOT IN ('declined', 'exited', 'closed', 'monitoring')`;
    case 'all':
      return sql`true`;
  }
}

/**
 * Who buys or recruits from a party or from a site of it, as a lateral table of `id`; a site counts as its supplier. One look-up a party: PostgreSQL cannot tell
 * how far a chain goes, and would else read every link for each step. `party`: a column.
 */
export function buyersOf(party: Sql, today: string): Sql {
  return sql`
    SELECT COALESCE(b."supplierPartyId", k."toPartyId") AS "id"
    FROM (SELECT ${party} AS "id" UNION ALL SELECT t."partyId" FROM "Site" t WHERE t."supplierPartyId" = ${party}) seller
    JOIN links_held(${today}::date, ${today}::date) k ON k."fromPartyId" = seller."id" AND k."kind" IN ('supplies', 'subcontracts', 'recruits')
    LEFT JOIN "Site" b ON b."organizationId" = k."organizationId" AND b."partyId" = k."toPartyId"
    OFFSET 0`;
}

/** Deals that depend on a company: it, or a site of its own, is the client or what it is to the project, or sells to one that is, over any number of links. */
function dealsOf(publicId: string, today: string): Sql {
  return sql`
    WITH RECURSIVE near("id") AS (
      SELECT p."id" FROM "Party" p WHERE p."publicId" = ${publicId}
      UNION SELECT buyer."id" FROM near CROSS JOIN LATERAL (${buyersOf(sql`near."id"`, today)}) buyer
    )
    SELECT x."id" FROM "Deal" x WHERE x."clientPartyId" IN (SELECT "id" FROM near)
    UNION SELECT p."dealId" FROM "DealParty" p
      LEFT JOIN "Site" t ON t."organizationId" = p."organizationId" AND t."partyId" = p."partyId"
      WHERE COALESCE(t."supplierPartyId", p."partyId") IN (SELECT "id" FROM near) OR p."partyId" IN (SELECT "id" FROM near)`;
}

/** The parties of each deal of the common table `lent`, as (tx, party): its client and the named parties, a site also as its supplier. */
export const partiesOfLent: Sql = sql`
    SELECT l."id" AS tx, l."clientPartyId" AS party FROM lent l
    UNION SELECT p."dealId", p."partyId" FROM "DealParty" p JOIN lent l ON l."id" = p."dealId"
    UNION SELECT p."dealId", t."supplierPartyId" FROM "DealParty" p JOIN lent l ON l."id" = p."dealId"
      JOIN "Site" t ON t."organizationId" = p."organizationId" AND t."partyId" = p."partyId"`;
