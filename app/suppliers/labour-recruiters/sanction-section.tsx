import { CountryField } from '~/suppliers/choices/closed-lists';
import { choiceName, factName } from '~/suppliers/facts/fact-labels';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { Field } from '~/ui/field';
import { formatCountry } from '~/ui/format';
import { Select } from '~/ui/select';
import { DateText, Unknown } from '~/ui/values';
import { fieldOf } from '~/ui/form-values';
import { lastColumns } from './line-columns';
import { LineForm, type LineFormState } from './line-form';
import type { ShownSources } from './line-source';
import { RegisterSection } from './register-section';
import { sanctionStatus } from './register-status';
import { type RecordValues, sanctionKinds } from '~/suppliers/facts/recruiter-record';

export type ShownSanction = RecordValues<'sanction'> & { entryId: string; sourceId: string; isOver: boolean };

/** Bans, penalties and court cases: where, what for, since when, and in words whether it is over. */
export function SanctionSection({
  sanctions,
  sources,
  state,
  mayEdit,
}: {
  sanctions: readonly ShownSanction[];
  sources: ShownSources;
  state: LineFormState;
  mayEdit: boolean;
}) {
  const saved = sanctions.find(({ entryId }) => entryId === state.editing?.entryId);
  const { failure } = state;
  return (
    <RegisterSection
      kind="sanction"
      title={m.recruiter_reviews_sanctions()}
      status={sanctionStatus(sanctions)}
      lead={m.recruiter_reviews_sanctions_lead()}
      state={state}
      isEditing={saved !== undefined}
    >
      <DataTable
        caption={m.recruiter_reviews_sanctions()}
        rows={sanctions}
        rowKey={({ entryId }) => entryId}
        empty={<p className="text-muted">{m.recruiter_reviews_sanctions_none()}</p>}
        columns={[
          { key: 'country', header: factName('country'), cell: ({ country }) => formatCountry(country) },
          {
            key: 'kind',
            header: factName('sanctionKind'),
            wraps: true,
            cell: ({ sanctionKind }) => choiceName('sanctionKind', sanctionKind),
          },
          { key: 'subject', header: factName('subject'), wraps: true, cell: ({ subject }) => subject ?? <Unknown /> },
          {
            key: 'authority',
            header: factName('authority'),
            wraps: true,
            isWideOnly: true,
            cell: ({ authority }) => authority ?? <Unknown />,
          },
          { key: 'began', header: factName('beganOn'), isWideOnly: true, cell: ({ beganOn }) => <DateText value={beganOn} /> },
          {
            key: 'ended',
            header: factName('endedOn'),
            wraps: true,
            cell: ({ endedOn, isOver }) => (
              <>
                {endedOn && <DateText value={endedOn} />}
                {!endedOn && <span>{m.recruiter_reviews_sanction_standing()}</span>}
                {isOver && <span className="block text-xs text-muted">{m.recruiter_reviews_sanction_over()}</span>}
              </>
            ),
          },
          ...lastColumns({
            kind: 'sanction',
            page: mayEdit ? state.page : null,
            sources,
            what: ({ country, sanctionKind }: ShownSanction) => `${formatCountry(country)}, ${choiceName('sanctionKind', sanctionKind)}`,
          }),
        ]}
      />
      {mayEdit && (
        <LineForm kind="sanction" state={saved ? state : { ...state, editing: null }} add={m.recruiter_reviews_sanction_add()}>
          <CountryField
            label={factName('country')}
            empty={m.supply_links_choose()}
            id="sanction-country"
            intent="sanction"
            {...fieldOf(failure, 'country', saved?.country)}
          />
          <Select
            label={factName('sanctionKind')}
            empty={m.supply_links_choose()}
            options={sanctionKinds.map((value) => ({ value, label: choiceName('sanctionKind', value) }))}
            {...fieldOf(failure, 'sanctionKind', saved?.sanctionKind)}
          />
          <Field label={factName('authority')} optional {...fieldOf(failure, 'authority', saved?.authority)} />
          <Field label={factName('subject')} hint={m.supply_links_no_names()} optional {...fieldOf(failure, 'subject', saved?.subject)} />
          <Field type="date" isPast label={factName('beganOn')} optional {...fieldOf(failure, 'beganOn', saved?.beganOn)} />
          <Field type="date" label={factName('endedOn')} optional {...fieldOf(failure, 'endedOn', saved?.endedOn)} />
        </LineForm>
      )}
    </RegisterSection>
  );
}
