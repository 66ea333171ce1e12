import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import type { Column } from '~/ui/data-table';

type Lent = { id: string; number: string; projectName: string; client: string; clientPublicId: string };

/** The first columns of every list of deals: its number, its project and its client, each leading to its page. */
export function lentColumns<Row extends Lent>(base: string): Column<Row>[] {
  return [
    { key: 'number', header: m.deals_number(), cell: ({ id, number }) => <Link to={`${base}/deals/${id}`}>{number}</Link> },
    {
      key: 'project',
      header: m.deals_project(),
      wraps: true,
      cell: ({ projectName, client, clientPublicId }) => (
        <>
          <bdi>{projectName}</bdi>
          <Link to={`${base}/suppliers/${clientPublicId}`} className="block">
            <bdi>{client}</bdi>
          </Link>
        </>
      ),
    },
  ];
}
