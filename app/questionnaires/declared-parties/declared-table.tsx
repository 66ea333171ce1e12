import { Link } from '@remix-run/react';
import type { SerializeFrom } from '@remix-run/node';
import { partyHref } from '~/suppliers/parties/party-href';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { MomentText } from '~/ui/values';
import type { NamedHere } from './list-declared.server';

/** Whom suppliers named, since when, and which names they took back; `showsBy` says also who named them. */
export function NamedTable({
  named,
  base,
  caption,
  showsBy = false,
}: {
  named: readonly SerializeFrom<NamedHere>[];
  base: string;
  caption: string;
  showsBy?: boolean;
}) {
  return (
    <DataTable
      caption={caption}
      isCaptionShown={showsBy}
      rows={named}
      rowKey={({ linkId }) => linkId}
      columns={[
        {
          key: 'name',
          header: m.suppliers_column_name(),
          wraps: true,
          cell: ({ publicId, name, partyKind, takenBackAt }) => {
            const href = partyHref(base, { kind: partyKind, publicId });
            const words = takenBackAt ? <s>{name}</s> : <bdi>{name}</bdi>;
            return href ? <Link to={href}>{words}</Link> : words;
          },
        },
        {
          key: 'kind',
          header: m.campaigns_named_as(),
          wraps: true,
          isWideOnly: true,
          cell: ({ kind }) => (kind === 'recruits' ? m.campaigns_named_labour_recruiter() : m.campaigns_named_subcontractor()),
        },
        ...(showsBy
          ? [
              {
                key: 'by',
                header: m.campaigns_named_by(),
                wraps: true,
                cell: ({ by, responseId }: SerializeFrom<NamedHere>) => <Link to={`${base}/requests/${responseId}`}>{by}</Link>,
              },
            ]
          : []),
        { key: 'at', header: m.campaigns_named_at(), isWideOnly: true, cell: ({ namedAt }) => <MomentText value={namedAt} /> },
        {
          key: 'taken-back',
          header: m.campaigns_named_state(),
          wraps: true,
          cell: ({ takenBackAt }) =>
            takenBackAt ? (
              <>
                {m.campaigns_taken_back_mark()} <MomentText value={takenBackAt} />
              </>
            ) : (
              m.campaigns_named_stands()
            ),
        },
      ]}
    />
  );
}
