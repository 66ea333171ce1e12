import { useNavigation } from '@remix-run/react';
import type { OwnTableKind } from '#scoring';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Field, FileField } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import type { Format, Remark } from './formats';
import { RemarkList } from './remark-list';
import { movesText } from './labels';

export type UploadReply = { failure: FormFailure | null; message: string | null; remarks: Remark[] };

export type FormatShown = Pick<Format, 'columns' | 'defaultProducer' | 'moves'>;

/** The form that takes a file of one kind; why the last one was not read; and which columns are read. */
export function EditionForm({
  kind,
  format,
  reply,
  here,
}: {
  kind: OwnTableKind;
  format: FormatShown;
  reply: UploadReply | undefined;
  here: string;
}) {
  const { state, formData } = useNavigation();
  const { columns, defaultProducer, moves } = format;
  const failure = reply?.failure;
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-6">
      {reply?.message && <Notice tone="danger" title={reply.message} isLive />}
      {reply && reply.remarks.length > 0 && <RemarkList remarks={reply.remarks} />}
      {kind === 'slavery-index' && <Notice>{m.reference_tables_index_note()}</Notice>}
      <Form method="post" encType="multipart/form-data" noValidate className="grid max-w-prose gap-4">
        <ErrorSummary errors={failure?.errors} />
        <p className="text-muted">{movesText(moves)}</p>
        <FileField
          name="file"
          label={m.reference_tables_field_file()}
          hint={m.reference_tables_field_file_hint()}
          accept=".csv,.tsv,.txt,.xlsx,.xlsm,.xls"
          error={failure?.errors.file?.[0]}
          required
        />
        <Field
          {...fieldOf(failure, 'title')}
          label={m.reference_tables_field_title()}
          hint={m.reference_tables_field_title_hint()}
          maxLength={200}
          required
        />
        <Field {...fieldOf(failure, 'producer', defaultProducer)} label={m.reference_tables_field_producer()} maxLength={200} required />
        <Field
          {...fieldOf(failure, 'publishedOn')}
          label={m.reference_tables_field_published()}
          hint={m.reference_tables_field_published_hint()}
          optional
        />
        <Field
          {...fieldOf(failure, 'licence')}
          label={m.reference_tables_field_licence()}
          hint={m.reference_tables_field_licence_hint()}
          maxLength={500}
          required
        />
        <div>
          <Button variant="primary" icon="import" busy={state !== 'idle' && formData !== undefined}>
            {m.reference_tables_check()}
          </Button>
        </div>
      </Form>
      <Section
        title={m.reference_tables_columns()}
        lead={m.reference_tables_columns_lead()}
        id="columns"
        actions={
          <a href={`${here}/template?kind=${kind}`} download>
            {m.reference_tables_template()}
          </a>
        }
      >
        <DataTable
          caption={m.reference_tables_columns()}
          rows={columns}
          rowKey={({ field }) => field}
          isStacked
          columns={[
            { key: 'field', header: m.reference_tables_column(), isRowHeader: true, cell: ({ field }) => <code>{field}</code> },
            {
              key: 'headers',
              header: m.reference_tables_column_headings(),
              wraps: true,
              cell: ({ headers }) => <span lang="en">{headers.join(' · ')}</span>,
            },
            {
              key: 'required',
              header: m.reference_tables_column_required(),
              cell: ({ isRequired }) => (isRequired ? m.shell_yes() : m.shell_no()),
            },
          ]}
        />
      </Section>
    </div>
  );
}
