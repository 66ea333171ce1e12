import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { NamedFile } from '~/platform/privacy/personal-data-hint';
import { CountriesField } from '~/suppliers/choices/closed-lists';
import { Button } from '~/ui/button';
import { Combobox } from '~/ui/combobox/combobox';
import { DataTable } from '~/ui/data-table';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { formatCountry, formatDate, formatLanguage, formatList } from '~/ui/format';
import { languageOptions } from '~/ui/language-options';
import { Section } from '~/ui/page-header';
import { Select } from '~/ui/select';
import { DayFields } from '../form-parts/day-fields';
import { removeColumn } from '../form-parts/remove-form';
import { CredentialDate } from './auditor-table';
import type { Booking } from './bookings.server';
import type { CredentialRead } from './credentials.server';
import { absenceKindLabel, bookingLabel, credentialKindLabel } from './labels';
import { absenceKinds, credentialKinds } from './lists';

/** Credentials of an auditor, and the calendar of audits, commissions and absences. */
export function AuditorPage({
  credentials,
  bookings,
  today,
  mayEdit,
  mayAbsent,
  base,
  here,
  failureOf,
}: {
  credentials: readonly CredentialRead[];
  bookings: readonly Booking[];
  today: string;
  /** Credentials are recorded by those who plan audits. */
  mayEdit: boolean;
  /** Absences also by the person. */
  mayAbsent: boolean;
  base: string;
  here: string;
  failureOf: (...intents: string[]) => FormFailure | undefined;
}) {
  return (
    <>
      <Section title={m.auditors_credentials()} lead={m.auditors_credentials_lead()} id="credentials">
        <DataTable
          caption={m.auditors_credentials()}
          rows={credentials}
          rowKey={({ id }) => id}
          isStacked
          empty={<p className="text-muted">{m.auditors_credentials_none()}</p>}
          columns={[
            { key: 'kind', header: m.auditors_kind(), isRowHeader: true, wraps: 'short', cell: ({ kind }) => credentialKindLabel(kind) },
            { key: 'number', header: m.auditors_number(), cell: ({ number }) => <bdi>{number}</bdi> },
            { key: 'issuer', header: m.auditors_issuer(), wraps: 'short', cell: ({ issuer }) => issuer },
            {
              key: 'valid',
              header: m.auditors_validity(),
              wraps: 'short',
              cell: ({ validUntil }) => <CredentialDate validUntil={validUntil} today={today} />,
            },
            {
              key: 'covers',
              header: m.auditors_covers(),
              wraps: true,
              cell: ({ languages, countries }) =>
                [formatList(languages.map((code) => formatLanguage(code))), formatList(countries.map((code) => formatCountry(code)))]
                  .filter(Boolean)
                  .join(' · ') || m.auditors_covers_all(),
            },
            {
              key: 'file',
              header: m.auditors_evidence(),
              wraps: 'short',
              cell: ({ id, file }) =>
                file ? (
                  <Link to={`${here}/credentials/${id}`} reloadDocument>
                    {file.fileName}
                  </Link>
                ) : (
                  '—'
                ),
            },
            ...(mayEdit
              ? [
                  removeColumn(({ id, number }: CredentialRead) => ({
                    ...{ intent: 'remove-credential', field: 'credential', value: id, label: m.auditors_remove_named({ number }) },
                  })),
                ]
              : []),
          ]}
        />
        {mayEdit && <CredentialForm failure={failureOf('add-credential')} />}
      </Section>
      <Section title={m.auditors_calendar()} lead={m.auditors_calendar_lead()} id="calendar">
        <DataTable
          caption={m.auditors_calendar()}
          rows={bookings}
          rowKey={({ kind, id }) => `${kind} ${id}`}
          isStacked
          empty={<p className="text-muted">{m.auditors_calendar_none()}</p>}
          columns={[
            {
              key: 'days',
              header: m.auditors_days(),
              isRowHeader: true,
              cell: ({ startsOn, endsOn }) =>
                startsOn === endsOn ? formatDate(startsOn) : `${formatDate(startsOn)} – ${formatDate(endsOn)}`,
            },
            {
              key: 'what',
              header: m.auditors_what(),
              wraps: 'short',
              cell: (booking) =>
                booking.kind === 'audit' || booking.kind === 'commission' ? (
                  <Link to={`${base}/${booking.kind}s/${booking.id}`}>{bookingLabel(booking)}</Link>
                ) : (
                  bookingLabel(booking)
                ),
            },
            ...(mayAbsent
              ? [
                  removeColumn(({ id, label, startsOn }: Booking) =>
                    label === ''
                      ? {
                          ...{ intent: 'remove-absence', field: 'absence', value: id },
                          label: m.auditors_remove_absence_named({ date: formatDate(startsOn) }),
                        }
                      : null,
                  ),
                ]
              : []),
          ]}
        />
        {mayAbsent && <AbsenceForm failure={failureOf('add-absence')} />}
      </Section>
    </>
  );
}

function CredentialForm({ failure }: { failure: FormFailure | undefined }) {
  const languages = languageOptions(undefined);
  const spoken = failure?.values.languages ?? [];
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="mt-6 grid max-w-prose gap-4">
      <h3>{m.auditors_add_credential()}</h3>
      <ErrorSummary errors={failure?.errors} />
      <input type="hidden" name="intent" value="add-credential" />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          {...fieldOf(failure, 'kind')}
          label={m.auditors_kind()}
          empty={m.commissions_choose()}
          options={credentialKinds.map((value) => ({ value, label: credentialKindLabel(value) }))}
        />
        <Field {...fieldOf(failure, 'number')} label={m.auditors_number()} maxLength={100} />
        <Field {...fieldOf(failure, 'issuer')} label={m.auditors_issuer()} maxLength={200} />
        <span />
        <Field {...fieldOf(failure, 'validFrom')} optional type="date" label={m.auditors_valid_from()} />
        <Field {...fieldOf(failure, 'validUntil')} type="date" label={m.auditors_validity()} />
      </div>
      <Combobox
        name="languages"
        optional
        label={m.audits_team_languages()}
        source={{ options: languages }}
        chosen={languages.filter(({ value }) => spoken.includes(value))}
        isMultiple
      />
      <CountriesField
        name="countries"
        optional
        label={m.auditors_countries()}
        hint={m.auditors_countries_hint()}
        values={failure?.values.countries ?? []}
      />
      <NamedFile name="file" optional label={m.auditors_evidence()} hint={m.auditors_evidence_hint()} error={failure?.errors.file?.[0]} />
      <div>
        <Button type="submit">{m.auditors_add_credential()}</Button>
      </div>
    </Form>
  );
}

function AbsenceForm({ failure }: { failure: FormFailure | undefined }) {
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="mt-6 grid max-w-prose gap-4">
      <h3>{m.auditors_add_absence()}</h3>
      <ErrorSummary errors={failure?.errors} />
      <input type="hidden" name="intent" value="add-absence" />
      <div className="flex flex-wrap gap-4">
        <Select
          {...fieldOf(failure, 'absence')}
          label={m.auditors_what()}
          options={absenceKinds.map((value) => ({ value, label: absenceKindLabel(value) }))}
          className="w-44"
        />
        <DayFields failure={failure} />
      </div>
      <div>
        <Button type="submit">{m.auditors_add_absence()}</Button>
      </div>
    </Form>
  );
}
