import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Field, FileField } from '~/ui/field';
import { Form } from '~/ui/form';
import { formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { Select } from '~/ui/select';
import { DateText } from '~/ui/values';
import { sampleKinds } from './columns';
import { DistributionFigure } from './distribution-figure';
import type { SamplesReply } from './handle-samples-action.server';
import { kindLabel } from './labels';
import { MappingForm } from './mapping-form';
import type { SamplesRead } from './read-samples.server';

type Serialized<Value> = Value extends Date ? Date : Value;
export type SamplesPageProps = {
  samples: { [Key in keyof SamplesRead]: Serialized<SamplesRead[Key]> };
  mayAdd: boolean;
  reply: SamplesReply | null;
};

/** Time and payroll files as samples of an audit: upload, columns to confirm, the plan, and how all samples are distributed. */
export function SamplesPage({ samples, mayAdd, reply }: SamplesPageProps) {
  const { staged, files, hours, pay, law } = samples;
  return (
    <>
      {reply?.kind === 'problem' && (
        <Notice tone="danger" isLive>
          {reply.message}
        </Notice>
      )}
      {reply?.kind === 'changed' && (
        <Notice tone="warning" isLive>
          {m.bulk_samples_changed()}
        </Notice>
      )}
      {mayAdd && staged && <MappingForm staged={staged} law={law} errors={reply?.kind === 'fields' ? reply.errors : {}} />}
      {mayAdd && !staged && <UploadSection />}
      {(hours || pay) && (
        <Section title={m.bulk_samples_distribution()} lead={m.bulk_samples_distribution_lead()} id="distribution">
          <div className="grid gap-8">
            {hours && <DistributionFigure distribution={hours} of="weeks" />}
            {pay && <DistributionFigure distribution={pay} of="periods" />}
          </div>
        </Section>
      )}
      <Section title={m.bulk_samples_files()} lead={m.bulk_samples_files_lead()} id="files">
        <DataTable
          caption={m.bulk_samples_files()}
          rows={files}
          rowKey={({ id }) => id}
          empty={<p className="text-muted">{m.bulk_samples_files_none()}</p>}
          isStacked
          columns={[
            { key: 'kind', header: m.bulk_samples_kind(), cell: ({ kind }) => kindLabel(kind) },
            {
              key: 'added',
              header: m.bulk_samples_added_by(),
              cell: ({ addedAt, addedBy }) => (
                <>
                  {addedAt && <DateText value={addedAt} />} · <bdi>{addedBy ?? m.shell_unknown()}</bdi>
                </>
              ),
            },
            { key: 'rows', header: m.bulk_samples_rows(), align: 'end', cell: ({ counts }) => formatNumber(counts.rows) },
            { key: 'unread', header: m.bulk_samples_unread(), align: 'end', cell: ({ counts }) => formatNumber(counts.unread ?? 0) },
            { key: 'workers', header: m.recorder_hours_workers(), align: 'end', cell: ({ counts }) => formatNumber(counts.workers ?? 0) },
            { key: 'samples', header: m.bulk_samples_samples(), align: 'end', cell: ({ counts }) => formatNumber(counts.samples ?? 0) },
            {
              key: 'hash',
              header: m.bulk_samples_hash(),
              isWideOnly: true,
              cell: ({ sha256 }) => (
                <code className="text-xs" title={sha256}>
                  {sha256.slice(0, 12)}…
                </code>
              ),
            },
            {
              key: 'act',
              header: m.bulk_samples_state(),
              isAct: true,
              cell: ({ id, status, withdrawnBy }) =>
                status === 'withdrawn' ? (
                  m.bulk_samples_withdrawn_by({ name: withdrawnBy ?? m.shell_unknown() })
                ) : mayAdd ? (
                  <Form method="post">
                    <input type="hidden" name="file" value={id} />
                    <Button type="submit" name="intent" value="withdraw" variant="quiet">
                      {m.bulk_samples_withdraw()}
                    </Button>
                  </Form>
                ) : (
                  m.bulk_samples_in_record()
                ),
            },
          ]}
        />
      </Section>
    </>
  );
}

function UploadSection() {
  return (
    <Section title={m.bulk_samples_upload()} lead={m.bulk_samples_upload_lead()} id="upload">
      <Form method="post" encType="multipart/form-data" reloadDocument className="grid max-w-prose gap-4">
        <Select
          name="kind"
          label={m.bulk_samples_kind()}
          defaultValue="hours"
          options={sampleKinds.map((kind) => ({ value: kind, label: kindLabel(kind) }))}
        />
        <FileField name="file" label={m.bulk_samples_file()} hint={m.bulk_samples_file_hint()} accept=".xlsx,.csv" required />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            {...{ name: 'codeColumn', maxLength: 2, optional: true, autoComplete: 'off' }}
            label={m.bulk_samples_code_column()}
            hint={m.bulk_samples_code_column_hint()}
          />
          <Field
            {...{ name: 'sheet', inputMode: 'numeric', maxLength: 3, optional: true }}
            label={m.bulk_samples_sheet()}
            hint={m.bulk_samples_sheet_hint()}
          />
        </div>
        <div>
          <Button type="submit" variant="primary">
            {m.bulk_samples_read()}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
