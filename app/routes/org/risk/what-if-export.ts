import type { LoaderFunctionArgs } from '@remix-run/node';
import { ratioOfPoints } from '#scoring';
import { requireMember } from '~/access/require-member.server';
import { csvLine } from '~/platform/lists/csv';
import { readAddress } from '~/risk/what-if/address';
import { suppose } from '~/risk/what-if/suppose.server';

const head = [
  'id',
  'name',
  'score_before',
  'band_before',
  'score_after',
  'band_after',
  'change',
  'odds_ratio',
  'place_best_before',
  'place_worst_before',
  'place_best_after',
  'place_worst_after',
  'dropped',
  'with_chain_before',
  'with_chain_after',
  'with_chain_change',
];

/** Every supplier whose score changes, with the ratio of its odds after to before, as CSV in UTF-8 with a byte order mark, in the order of the page. Cells are safe to open in a spreadsheet. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'export:supplier');
  const { changes } = readAddress(new URL(request.url).searchParams);
  const asOf = new Date(Date.now()).toISOString().slice(0, 10);
  const { rows } = await suppose(member.inOrganization, { asOf, changes });
  const lines = rows.map(({ publicId, name, own, chain, place, isDropped }) =>
    csvLine([
      publicId,
      name,
      own.before?.score,
      own.before?.band ?? 'not-scored',
      own.after?.score,
      isDropped ? null : (own.after?.band ?? 'not-scored'),
      own.change,
      own.change === null ? null : Math.round(1_000 * ratioOfPoints(own.change)) / 1_000,
      place?.before?.best,
      place?.before?.worst,
      place?.after?.best,
      place?.after?.worst,
      isDropped ? 'yes' : 'no',
      chain?.before.score,
      chain?.after?.score,
      chain?.change,
    ]),
  );
  return new Response(`\ufeff${csvLine(head)}${lines.join('')}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="what-if-${asOf}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
