import { CountryField } from '~/suppliers/choices/closed-lists';
import { factName } from '~/suppliers/facts/fact-labels';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { Field } from '~/ui/field';
import { formatCountry } from '~/ui/format';
import { Unknown } from '~/ui/values';
import { fieldOf } from '~/ui/form-values';
import { expiryColumn, lastColumns } from './line-columns';
import { LineForm, type LineFormState } from './line-form';
import type { ShownSources } from './line-source';
import { RegisterSection } from './register-section';
import { validityStatus } from './register-status';
import type { licenceState, RecordValues } from '~/suppliers/facts/recruiter-record';

export type ShownLicence = RecordValues<'licence'> & { entryId: string; sourceId: string; state: ReturnType<typeof licenceState> };

/** Licences by country: number, authority, expiry, and whether it is still valid. */
export function LicenceSection({
  licences,
  sources,
  state,
  mayEdit,
}: {
  licences: readonly ShownLicence[];
  sources: ShownSources;
  state: LineFormState;
  mayEdit: boolean;
}) {
  const saved = licences.find(({ entryId }) => entryId === state.editing?.entryId);
  const { failure } = state;
  return (
    <RegisterSection
      kind="licence"
      title={m.supply_links_licences()}
      status={validityStatus(licences, m.supply_links_licences_none())}
      state={state}
      isEditing={saved !== undefined}
    >
      <DataTable
        caption={m.supply_links_licences()}
        rows={licences}
        rowKey={({ entryId }) => entryId}
        empty={<p className="text-muted">{m.supply_links_licences_none()}</p>}
        columns={[
          { key: 'country', header: factName('country'), cell: ({ country }) => formatCountry(country) },
          { key: 'number', header: m.supply_links_licence_number(), wraps: true, cell: ({ licenceNumber }) => licenceNumber },
          { key: 'issuer', header: m.supply_links_issuer(), wraps: true, isWideOnly: true, cell: ({ issuer }) => issuer ?? <Unknown /> },
          expiryColumn(),
          ...lastColumns({
            kind: 'licence',
            page: mayEdit ? state.page : null,
            sources,
            what: ({ country, licenceNumber }: ShownLicence) => `${formatCountry(country)} ${licenceNumber}`,
          }),
        ]}
      />
      {mayEdit && (
        <LineForm kind="licence" state={saved ? state : { ...state, editing: null }} add={m.supply_links_licence_add()}>
          <CountryField
            label={factName('country')}
            empty={m.supply_links_choose()}
            id="licence-country"
            intent="licence"
            {...fieldOf(failure, 'country', saved?.country)}
          />
          <Field label={m.supply_links_licence_number()} required {...fieldOf(failure, 'licenceNumber', saved?.licenceNumber)} />
          <Field label={m.supply_links_issuer()} optional {...fieldOf(failure, 'issuer', saved?.issuer)} />
          <Field type="date" label={m.supply_links_expires()} optional {...fieldOf(failure, 'expiresOn', saved?.expiresOn)} />
        </LineForm>
      )}
    </RegisterSection>
  );
}
