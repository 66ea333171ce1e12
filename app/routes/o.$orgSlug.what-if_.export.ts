import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { csvLine } from '~/features/supplier/csv';
import { readAddress } from '~/features/what-if/address';
import { suppose } from '~/features/what-if/suppose.server';
import { badRequest } from '~/web/responses.server';

const head = [
  'id',
  'name',
  'score_before',
  'band_before',
  'score_after',
  'band_after',
  'change',
  'dropped',
  'with_chain_before',
  'with_chain_after',
  'with_chain_change',
];

/** Every supplier that would stand elsewhere, as CSV in UTF-8 with a byte order mark, in the order of the page. Cells are safe to open in a spreadsheet. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'export:supplier');
  const { changes } = readAddress(new URL(request.url).searchParams);
  const asOf = new Date(Date.now()).toISOString().slice(0, 10);
  const { rows, refused } = await suppose(member.inOrganization, { asOf, changes });
  if (refused !== null) throw badRequest(refused);
  const lines = rows.map(({ publicId, name, own, chain, isDropped }) =>
    csvLine([
      publicId,
      name,
      own.before?.score,
      own.before?.band ?? 'not-scored',
      own.after?.score,
      isDropped ? null : (own.after?.band ?? 'not-scored'),
      own.change,
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
