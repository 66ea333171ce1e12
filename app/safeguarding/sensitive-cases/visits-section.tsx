import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { TextArea } from '~/ui/field';
import { formatDate } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { RadioGroup, Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { ActForm } from './act-form';
import type { CasePage } from './case-page.server';
import { visitOptions, visitWords } from './labels';

/** Audits of the same site with their result on the case: recorded here, never with the audit. */
export function VisitsSection({ page, base, failure }: { page: SerializeFrom<CasePage>; base: string; failure: FormFailure | undefined }) {
  const { visits, otherVisits } = page;
  const field = (name: string) => ({ ...fieldOf(failure, name), id: `field-visit-${name}` });
  return (
    <Section id="visits" title={m.sensitive_cases_visits()} lead={m.sensitive_cases_visits_lead()}>
      {visits.length + otherVisits.length === 0 && <p className="text-muted">{m.sensitive_cases_visits_none()}</p>}
      <ul className="grid max-w-prose">
        {visits.map(({ id, number, startsOn, endsOn, seen }) => (
          <li key={id} className="grid gap-1 border-b border-line py-1.5">
            <span className="flex flex-wrap justify-between gap-x-4">
              <Link to={`${base}/audits/${id}`}>{m.audits_named({ number })}</Link>
              <span className="text-muted">
                {startsOn === endsOn ? formatDate(startsOn) : `${formatDate(startsOn)} – ${formatDate(endsOn)}`}
              </span>
            </span>
            {seen && (
              <>
                <span className="font-semibold">{visitWords[seen.outcome]()}</span>
                {seen.note && <span className="whitespace-pre-line">{seen.note}</span>}
              </>
            )}
          </li>
        ))}
        {otherVisits.map(({ at, outcome, note }) => (
          <li key={`${outcome} ${formatDate(at)} ${note}`} className="grid gap-1 border-b border-line py-1.5">
            <span className="text-muted">{m.sensitive_cases_visit_other({ date: formatDate(at) })}</span>
            <span className="font-semibold">{visitWords[outcome]()}</span>
            {note && <span className="whitespace-pre-line">{note}</span>}
          </li>
        ))}
      </ul>
      {visits.length > 0 && page.status !== 'erased' && (
        <details className="mt-3" open={failure !== undefined}>
          <summary className="cursor-pointer text-accent">{m.sensitive_cases_visit_record()}</summary>
          <ActForm intent="visit" failure={failure} submit={m.sensitive_cases_visit_record()}>
            <Select
              {...field('audit')}
              label={m.sensitive_cases_visit_which()}
              options={visits.map(({ id, number, startsOn }) => ({ value: id, label: `${number} · ${formatDate(startsOn)}` }))}
            />
            <RadioGroup {...field('seen')} label={m.sensitive_cases_visit_seen()} options={visitOptions()} />
            <TextArea
              {...field('note')}
              label={m.sensitive_cases_note()}
              hint={m.sensitive_cases_account_hint()}
              optional
              rows={3}
              maxLength={2000}
            />
          </ActForm>
        </details>
      )}
    </Section>
  );
}
