import { factText } from '~/suppliers/registry/fact-words';
import { countText } from '~/suppliers/sites/workforce-form';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { Field } from '~/ui/field';
import { formatDate } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { Unknown } from '~/ui/values';
import { fieldOf } from '~/web/forms';
import { lastColumns } from './line-columns';
import { LineForm, type LineFormState } from './line-form';
import type { ShownSources } from './line-source';
import type { RecordValues } from './provider-record';

export type ShownComplaints = RecordValues<'complaints'> & { entryId: string; sourceId: string };
const counts = ['received', 'upheld', 'remedied'] as const;
const names = { received: m.provider_received, upheld: m.provider_upheld, remedied: m.provider_remedied };
const periodOf = ({ periodFrom, periodTo }: ShownComplaints) =>
  m.tiers_period_both({ from: formatDate(periodFrom), to: formatDate(periodTo) });

/** Complaints of workers by period, as counts alone; small ones are words. */
export function ComplaintSection({
  complaints,
  sources,
  state,
  mayEdit,
}: {
  complaints: readonly ShownComplaints[];
  sources: ShownSources;
  state: LineFormState;
  mayEdit: boolean;
}) {
  const saved = complaints.find(({ entryId }) => entryId === state.editing?.entryId);
  const { failure } = state;
  return (
    <Section title={m.provider_complaints()} lead={m.provider_complaints_lead()}>
      <DataTable
        caption={m.provider_complaints()}
        rows={complaints}
        rowKey={({ entryId }) => entryId}
        empty={<p className="text-muted">{m.provider_complaints_none()}</p>}
        columns={[
          { key: 'period', header: m.provider_period(), wraps: true, cell: periodOf },
          ...counts.map((field) => ({
            key: field,
            header: names[field](),
            align: 'end' as const,
            wraps: true,
            cell: (line: ShownComplaints) => factText(field, line[field]) ?? <Unknown />,
          })),
          ...lastColumns({ kind: 'complaints', page: mayEdit ? state.page : null, sources, what: periodOf }),
        ]}
      />
      {mayEdit && (
        <LineForm kind="complaints" state={saved ? state : { ...state, editing: null }} add={m.provider_complaints_add()}>
          <Field type="date" label={m.provider_period_from()} required {...fieldOf(failure, 'periodFrom', saved?.periodFrom)} />
          <Field type="date" label={m.provider_period_to()} required {...fieldOf(failure, 'periodTo', saved?.periodTo)} />
          {counts.map((field) => (
            <Field
              key={field}
              label={names[field]()}
              hint={field === 'received' ? m.provider_received_hint() : m.tiers_count_hint()}
              {...(field === 'received' ? { required: true } : { optional: true })}
              {...fieldOf(failure, field, countText(saved?.[field]))}
            />
          ))}
        </LineForm>
      )}
    </Section>
  );
}
