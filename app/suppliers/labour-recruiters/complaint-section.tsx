import { factText } from '~/suppliers/facts/fact-labels';
import { countText } from '~/suppliers/fields/definition/typed-counts';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { Field } from '~/ui/field';
import { formatDate } from '~/ui/format';
import { Unknown } from '~/ui/values';
import { fieldOf } from '~/ui/form-values';
import { lastColumns } from './line-columns';
import { LineForm, type LineFormState } from './line-form';
import type { ShownSources } from './line-source';
import { RegisterSection } from './register-section';
import { complaintStatus } from './register-status';
import type { RecordValues } from '~/suppliers/facts/recruiter-record';

export type ShownComplaints = RecordValues<'complaints'> & { entryId: string; sourceId: string };
const counts = ['received', 'upheld', 'remedied'] as const;
const names = { received: m.labour_recruiters_received, upheld: m.labour_recruiters_upheld, remedied: m.labour_recruiters_remedied };
const periodOf = ({ periodFrom, periodTo }: ShownComplaints) =>
  m.supply_links_period_both({ from: formatDate(periodFrom), to: formatDate(periodTo) });

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
    <RegisterSection
      kind="complaints"
      title={m.labour_recruiters_complaints()}
      status={complaintStatus(complaints)}
      lead={m.labour_recruiters_complaints_lead()}
      state={state}
      isEditing={saved !== undefined}
    >
      <DataTable
        caption={m.labour_recruiters_complaints()}
        rows={complaints}
        rowKey={({ entryId }) => entryId}
        empty={<p className="text-muted">{m.labour_recruiters_complaints_none()}</p>}
        columns={[
          { key: 'period', header: m.labour_recruiters_period(), wraps: true, cell: periodOf },
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
        <LineForm kind="complaints" state={saved ? state : { ...state, editing: null }} add={m.labour_recruiters_complaints_add()}>
          <Field
            type="date"
            isPast
            label={m.labour_recruiters_period_from()}
            required
            {...fieldOf(failure, 'periodFrom', saved?.periodFrom)}
          />
          <Field type="date" isPast label={m.labour_recruiters_period_to()} required {...fieldOf(failure, 'periodTo', saved?.periodTo)} />
          {counts.map((field) => (
            <Field
              key={field}
              label={names[field]()}
              hint={field === 'received' ? m.labour_recruiters_received_hint() : m.supply_links_count_hint()}
              {...(field === 'received' ? { required: true } : { optional: true })}
              {...fieldOf(failure, field, countText(saved?.[field]))}
            />
          ))}
        </LineForm>
      )}
    </RegisterSection>
  );
}
