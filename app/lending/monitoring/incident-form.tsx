import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { Notice } from '~/ui/notice';
import { Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { incidentKinds } from './monitoring-lists';
import { incidentKindLabel } from './monitoring-labels';

/** The form of an incident: description, times, counts of people. Of a sensitive case only that it exists. */
export function IncidentForm({ failure, casesPath }: { failure: FormFailure | undefined; casesPath: string | null }) {
  const moment = (name: string, label: string, hint: string, optional = false) => (
    <Field {...fieldOf(failure, name)} type="datetime-local" label={label} hint={hint} optional={optional} className="max-w-80" />
  );
  return (
    <Form method="post" noValidate className="grid max-w-prose gap-4">
      <ErrorSummary errors={failure?.errors} />
      <Notice tone="warning" title={m.monitoring_incident_safe_title()}>
        <p>{m.monitoring_incident_safe()}</p>
        {casesPath && <Link to={casesPath}>{m.monitoring_incident_case()}</Link>}
      </Notice>
      <Select
        {...fieldOf(failure, 'kind')}
        label={m.monitoring_incident_kind()}
        empty="–"
        options={incidentKinds.map((value) => ({ value, label: incidentKindLabel(value) }))}
      />
      {moment('happenedAt', m.monitoring_happened(), m.monitoring_moment_hint())}
      {moment('learnedAt', m.monitoring_learned(), m.monitoring_learned_hint())}
      {moment('reportedAt', m.monitoring_told(), m.monitoring_told_hint(), true)}
      <FreeText
        {...fieldOf(failure, 'text')}
        optional
        label={m.monitoring_incident_text()}
        hint={m.monitoring_incident_text_hint()}
        rows={5}
        maxLength={4000}
      />
      <div className="flex flex-wrap gap-4">
        <Field
          {...fieldOf(failure, 'died')}
          optional
          inputMode="numeric"
          label={m.monitoring_died()}
          hint={m.monitoring_unknown_hint()}
          className="max-w-60"
        />
        <Field
          {...fieldOf(failure, 'harmed')}
          optional
          inputMode="numeric"
          label={m.monitoring_harmed()}
          hint={m.monitoring_unknown_hint()}
          className="max-w-60"
        />
      </div>
      <div>
        <Button type="submit" variant="primary">
          {m.monitoring_incident_record()}
        </Button>
      </div>
    </Form>
  );
}
