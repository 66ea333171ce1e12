import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { Section } from '~/ui/page-header';
import { fieldName } from './field-labels';
import type { FirstProposal } from './read-first-proposal.server';

/** What the first rows of a list say of its columns, while all of it is read. */
export function FirstProposalSection({ proposal }: { proposal: FirstProposal }) {
  return (
    <Section title={m.import_first_title({ count: proposal.rows })}>
      <DataTable
        caption={m.import_columns_caption()}
        rows={proposal.columns.map((column, at) => ({ ...column, at }))}
        rowKey={({ at }) => String(at)}
        isStacked
        columns={[
          { key: 'header', header: m.import_column_header(), isRowHeader: true, wraps: true, cell: ({ header }) => header },
          { key: 'field', header: m.import_column_field(), cell: ({ field }) => fieldName(field) },
          { key: 'samples', header: m.import_column_samples(), wraps: true, cell: ({ samples }) => samples.join(' · ').slice(0, 160) },
        ]}
      />
    </Section>
  );
}
