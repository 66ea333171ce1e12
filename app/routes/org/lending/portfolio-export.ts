import type { LoaderFunctionArgs } from '@remix-run/node';
import { readFilter } from '~/lending/portfolio/filter';
import { listLent } from '~/lending/portfolio/list-lent.server';
import { requireMember } from '~/access/require-member.server';
import { csvLine } from '~/platform/lists/csv';
import { shownOrNull } from '~/suppliers/registry/supplier-cells';
import { forbidden } from '~/platform/http/responses.server';

const head = [
  ...['number', 'project', 'client_id', 'client', 'state', 'product', 'sector', 'category', 'designation', 'host_countries'],
  ...['currency', 'commitment_minor', 'commitment_usd_cents', 'rate_on', 'band', 'score', 'score_low', 'score_high', 'basis'],
  ...['score_unrounded', 'score_low_unrounded', 'score_high_unrounded'],
];
/** The maximum number of deals in one file. */
const most = 100_000;

/**
 * The filtered deals as CSV in UTF-8 with a byte order mark, in the order of the page. Amounts are minor units; the dollar column is empty without a dated
 * rate. Cells are safe to open in a spreadsheet.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  if (!member.can('export:supplier')) throw forbidden();
  const today = new Date().toISOString().slice(0, 10);
  const filter = readFilter(new URL(request.url).searchParams);
  const { rows } = await member.inOrganization((db) => listLent(db, { filter, today, take: most }));
  const lines = rows.map((row) =>
    csvLine([
      ...[row.number, row.projectName, row.clientPublicId, row.client, row.status, row.product, row.sector],
      ...[row.category, row.designation, row.hostCountries.join(' '), row.currency, row.commitmentMinor, row.usdCents],
      ...[row.usdRateOn, row.band ?? 'not-scored', shownOrNull(row.score), shownOrNull(row.low), shownOrNull(row.high), row.basis],
      ...[row.score, row.low, row.high],
    ]),
  );
  return new Response(`\ufeff${csvLine(head)}${lines.join('')}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="portfolio-${today}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
