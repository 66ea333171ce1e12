import pg from 'pg';
import { makeMember } from '../tests/factories/member';

const countries = ['VN', 'BD', 'CN', 'IN', 'TR', 'PT', 'DE', 'MY', 'TH', 'KH', 'PK', 'IT', 'MX', 'BR', 'CL', 'MM'];

/**
 * A lender with so many transactions, each of a client of its own, among so many suppliers: clients have facts and scores by the method, eight direct suppliers and
 * three named companies each; the others hang below in a tree. Transactions in four currencies, a part of them without a rate.
 */
export async function madePortfolio(superuserUrl: string, { suppliers, deals }: { suppliers: number; deals: number }) {
  const { scoreSuppliers } = await import('~/risk/scores/score-suppliers.server');
  const member = await makeMember({ kind: 'lender' });
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const organizationId = member.organization.id;
  const run = (text: string, values: unknown[] = []) => client.query(text, [organizationId, ...values]);
  try {
    await client.query('CREATE TEMP TABLE made (n int PRIMARY KEY, id uuid DEFAULT gen_random_uuid())');
    await client.query('INSERT INTO made (n) SELECT generate_series(1, $1::int)', [suppliers]);
    await run(`INSERT INTO "Party" ("organizationId", "id", "kind", "publicId", "name", "nameKey")
      SELECT $1::uuid, id, 'supplier', '7' || lpad(n::text, 10, '0'), 'Made supplier ' || n, 'made supplier ' || n FROM made`);
    await run(
      `INSERT INTO "Supplier" ("organizationId", "partyId", "nameKey", "country", "sector")
      SELECT $1::uuid, id, 'made supplier ' || n, ($2::text[])[1 + n % 16], '1410' FROM made`,
      [countries],
    );
    const source = await run(`INSERT INTO "Source" ("organizationId", "kind", "userId") VALUES ($1::uuid, 'member', $2) RETURNING "id"`, [
      member.user.id,
    ]);
    const sourceId: string = source.rows[0].id;
    await run(
      `INSERT INTO "Fact" ("organizationId", "partyId", "values", "sourceId")
      SELECT $1::uuid, id, jsonb_build_object('country', ($3::text[])[1 + n % 16], 'sector', '1410', 'workers', 20 + n * 37 % 4000,
        'migrantShare', n * 13 % 100 / 100.0, 'agencyShare', n * 7 % 60 / 100.0), $2 FROM made WHERE n <= $4`,
      [sourceId, countries, deals],
    );
    await run(
      `INSERT INTO "SupplyLink" ("organizationId", "fromPartyId", "toPartyId", "kind", "sourceId")
      SELECT $1::uuid, s.id, c.id, 'supplies', $2::uuid FROM made c CROSS JOIN generate_series(0, 7) k
        JOIN made s ON s.n = $3 + 1 + (c.n * 31 + k * 4999) % ($4 - $3) WHERE c.n <= $3
      UNION SELECT $1::uuid, s.id, c.id, 'supplies', $2::uuid FROM made s JOIN made c ON c.n = $3 + 1 + (s.n - $3) / 4 WHERE s.n > $3 + 4 AND c.n <> s.n`,
      [sourceId, deals, suppliers],
    );
    await client.query('CREATE TEMP TABLE lent (n int PRIMARY KEY, id uuid DEFAULT gen_random_uuid())');
    await client.query('INSERT INTO lent (n) SELECT generate_series(1, $1::int)', [deals]);
    await run(
      `INSERT INTO "Deal" ("organizationId", "id", "number", "projectName", "clientPartyId", "hostCountries", "sector", "product", "stage", "lenderRole",
        "currency", "commitmentMinor", "usdRate", "usdRateOn", "status", "openedById", "openedAt")
      SELECT $1::uuid, l.id, 'T-2026-' || lpad(l.n::text, 4, '0'), 'Made project ' || l.n, m.id,
        CASE WHEN l.n % 9 = 0 THEN ARRAY[($2::text[])[1 + l.n % 16], ($2::text[])[1 + (l.n + 3) % 16]] ELSE ARRAY[($2::text[])[1 + l.n % 16]] END,
        (ARRAY['mining', 'infrastructure', 'oil-and-gas', 'power', 'others'])[1 + l.n % 5],
        (ARRAY['project-finance', 'corporate-loan', 'advisory', 'refinance'])[1 + l.n % 4], 'construction', 'lender',
        (ARRAY['USD', 'EUR', 'USD', 'GBP', 'USD', 'JPY'])[1 + l.n % 6], 1000000 + l.n * 7919::bigint,
        CASE WHEN l.n % 6 IN (1, 3) AND l.n % 4 > 0 THEN 1.1 END, CASE WHEN l.n % 6 IN (1, 3) AND l.n % 4 > 0 THEN '2026-05-04'::date END,
        (ARRAY['draft', 'screened', 'closed', 'monitoring', 'exited'])[1 + l.n % 5], $3, now() - l.n * interval '1 minute'
      FROM lent l JOIN made m ON m.n = l.n`,
      [countries, member.user.id],
    );
    await run(
      `INSERT INTO "DealCategorisation" ("organizationId", "dealId", "category", "reasons", "byUserId", "at")
      SELECT $1::uuid, l.id, (ARRAY['A', 'B', 'C'])[1 + (l.n + k) % 3], '{"labour": "made"}', $2, now() - k * interval '1 day'
      FROM lent l CROSS JOIN generate_series(0, 1) k`,
      [member.user.id],
    );
    await run(
      `INSERT INTO "DealParty" ("organizationId", "dealId", "partyId", "part", "addedById")
      SELECT $1::uuid, l.id, m.id, 'primary-supplier', $2 FROM lent l CROSS JOIN generate_series(1, 3) k JOIN made m ON m.n = $3 + 1 + (l.n * k * 17) % 900 ON CONFLICT DO NOTHING`,
      [member.user.id, deals],
    );
    const clients = await client.query<{ id: string }>('SELECT id FROM made WHERE n <= $1::int ORDER BY n', [deals]);
    await client.query('ANALYZE');
    const partyIds = clients.rows.map(({ id }) => id);
    const asOf = new Date().toISOString().slice(0, 10);
    for (let start = 0; start < partyIds.length; start += 1_000)
      await member.inOrganization((db) => scoreSuppliers(db, { partyIds: partyIds.slice(start, start + 1_000), asOf }), {
        timeoutMs: 120_000,
      });
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
  return member;
}
