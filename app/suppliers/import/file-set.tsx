import { Link, useNavigation } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Form } from '~/ui/form';
import { Section } from '~/ui/page-header';
import { NumberText } from '~/ui/values';
import type { BatchInSet } from './read-file-set.server';
import { batchState } from './labels';

/** The files of one upload with what was read of each, and the button that accepts all that are ready. */
export function FileSet({ batches, base }: { batches: readonly BatchInSet[]; base: string }) {
  const { state, formData } = useNavigation();
  const ready = batches.filter(({ isReady }) => isReady);
  return (
    <Section title={m.import_cleaning_set_title({ count: batches.length })} lead={m.import_cleaning_set_lead()}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <DataTable
          caption={m.import_cleaning_set_caption()}
          rows={batches}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'file',
              header: m.import_column_file(),
              isRowHeader: true,
              wraps: true,
              cell: ({ id, fileName }) => <Link to={`${base}/${id}`}>{fileName}</Link>,
            },
            {
              key: 'state',
              header: m.import_column_state(),
              cell: ({ status, good, isReady }) =>
                status === 'staged' && good > 0 && !isReady ? m.import_set_needs() : batchState(status),
            },
            { key: 'good', header: m.import_cleaning_column_ready(), align: 'end', cell: ({ good }) => <NumberText value={good} /> },
            {
              key: 'left',
              header: m.import_cleaning_column_left_out(),
              align: 'end',
              cell: ({ invalid }) => <NumberText value={invalid} />,
            },
          ]}
        />
        {ready.length > 0 && (
          <Form method="post" action={base}>
            <input type="hidden" name="intent" value="accept-all" />
            {ready.map(({ id }) => (
              <input key={id} type="hidden" name="batch" value={id} />
            ))}
            <Button busy={state !== 'idle' && formData?.get('intent') === 'accept-all'}>
              {m.import_cleaning_set_accept({ count: ready.length })}
            </Button>
          </Form>
        )}
      </div>
    </Section>
  );
}
