import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { Field } from '~/ui/field';
import { Unknown } from '~/ui/values';
import { fieldOf } from '~/ui/form-values';
import { expiryColumn, lastColumns } from './line-columns';
import { LineForm, type LineFormState } from './line-form';
import type { ShownSources } from './line-source';
import { RegisterSection } from './register-section';
import { validityStatus } from './register-status';
import type { licenceState, RecordValues } from '~/suppliers/facts/recruiter-record';

export type ShownCertification = RecordValues<'certification'> & {
  entryId: string;
  sourceId: string;
  state: ReturnType<typeof licenceState>;
};

/** Certificates of fair recruitment: scheme, number, issuer, expiry, and whether it is still valid. */
export function CertificationSection({
  certifications,
  sources,
  state,
  mayEdit,
}: {
  certifications: readonly ShownCertification[];
  sources: ShownSources;
  state: LineFormState;
  mayEdit: boolean;
}) {
  const saved = certifications.find(({ entryId }) => entryId === state.editing?.entryId);
  const { failure } = state;
  return (
    <RegisterSection
      kind="certification"
      title={m.labour_recruiters_certifications()}
      status={validityStatus(certifications, m.labour_recruiters_certifications_none())}
      state={state}
      isEditing={saved !== undefined}
    >
      <DataTable
        caption={m.labour_recruiters_certifications()}
        rows={certifications}
        rowKey={({ entryId }) => entryId}
        empty={<p className="text-muted">{m.labour_recruiters_certifications_none()}</p>}
        columns={[
          { key: 'scheme', header: m.labour_recruiters_scheme(), wraps: true, cell: ({ scheme }) => scheme },
          {
            key: 'number',
            header: m.labour_recruiters_certificate_number(),
            wraps: true,
            cell: ({ certificateNumber }) => certificateNumber ?? <Unknown />,
          },
          { key: 'issuer', header: m.supply_links_issuer(), wraps: true, isWideOnly: true, cell: ({ issuer }) => issuer ?? <Unknown /> },
          expiryColumn(),
          ...lastColumns({
            kind: 'certification',
            page: mayEdit ? state.page : null,
            sources,
            what: ({ scheme }: ShownCertification) => scheme,
          }),
        ]}
      />
      {mayEdit && (
        <LineForm kind="certification" state={saved ? state : { ...state, editing: null }} add={m.labour_recruiters_certification_add()}>
          <Field
            label={m.labour_recruiters_scheme()}
            hint={m.labour_recruiters_scheme_hint()}
            required
            {...fieldOf(failure, 'scheme', saved?.scheme)}
          />
          <Field
            label={m.labour_recruiters_certificate_number()}
            optional
            {...fieldOf(failure, 'certificateNumber', saved?.certificateNumber)}
          />
          <Field label={m.supply_links_issuer()} optional id="certification-issuer" {...fieldOf(failure, 'issuer', saved?.issuer)} />
          <Field
            type="date"
            label={m.supply_links_expires()}
            optional
            id="certification-expires"
            {...fieldOf(failure, 'expiresOn', saved?.expiresOn)}
          />
        </LineForm>
      )}
    </RegisterSection>
  );
}
