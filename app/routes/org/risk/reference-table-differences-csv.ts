import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { differencesOf } from '~/risk/reference-tables/differences';
import { readEdition } from '~/risk/reference-tables/read-edition.server';
import { csvLine } from '~/platform/lists/csv';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** Every cell of an edition that differs from the released table. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inOrganization } = await requireMember(request, params, 'export:supplier');
  const edition = await inOrganization((db) => readEdition(db, param(params, 'editionId')));
  if (!edition) throw notFound();
  const lines = [
    csvLine(['table', 'row', 'difference', 'field', 'before', 'after']),
    ...differencesOf(edition.differences).map(({ table, key, kind, field, before, after }) =>
      csvLine([table, key, kind, field, before, after]),
    ),
  ];
  return downloadResponse(`\ufeff${lines.join('')}`, { fileName: `${edition.kind}-differences.csv`, mediaType: 'text/csv; charset=utf-8' });
}
