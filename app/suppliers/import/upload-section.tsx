import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { Section } from '~/ui/page-header';
import { MomentText, NumberText } from '~/ui/values';
import { fields } from './pipeline/fields';
import { fieldName } from './field-labels';
import { batchState } from './labels';

/** What happens with a list, and which columns are understood. */
export function WhatHappens() {
  return (
    <Section title={m.import_what_happens()}>
      <ol className="grid max-w-prose list-decimal gap-2 ps-5">
        <li>{m.import_what_1()}</li>
        <li>{m.import_what_2()}</li>
        <li>{m.import_what_3()}</li>
      </ol>
      <details className="mt-4 max-w-prose">
        <summary>{m.import_template()}</summary>
        <ul className="mt-2 columns-1 gap-8 sm:columns-2">
          {fields
            .filter((field) => field !== 'ignore')
            .map((field) => (
              <li key={field}>{fieldName(field)}</li>
            ))}
        </ul>
      </details>
    </Section>
  );
}

type Batch = { id: string; status: string; rowCount: number; createdAt: string | Date; file: { fileName: string } };

/** The latest imports, each with a link to its result. */
export function EarlierImports({ batches, base }: { batches: readonly Batch[]; base: string }) {
  if (batches.length === 0) return null;
  return (
    <Section title={m.import_earlier()}>
      <DataTable
        caption={m.import_earlier_caption()}
        rows={batches}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'file',
            header: m.import_column_file(),
            isRowHeader: true,
            wraps: true,
            cell: ({ id, file }) => <Link to={`${base}/${id}`}>{file.fileName}</Link>,
          },
          { key: 'state', header: m.import_column_state(), cell: ({ status }) => batchState(status) },
          { key: 'when', header: m.import_column_when(), isWideOnly: true, cell: ({ createdAt }) => <MomentText value={createdAt} /> },
          {
            key: 'undo',
            header: m.import_undo_open(),
            isAct: true,
            cell: ({ id, status }) => (status === 'committed' ? <Link to={`${base}/${id}?step=undo`}>{m.import_undo_open()}</Link> : null),
          },
          { key: 'rows', header: m.import_column_rows(), align: 'end', cell: ({ rowCount }) => <NumberText value={rowCount} /> },
        ]}
      />
    </Section>
  );
}
