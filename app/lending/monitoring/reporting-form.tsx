import type { SerializeFrom } from '@remix-run/node';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Checkbox, Field, TextArea } from '~/ui/field';
import { Form } from '~/ui/form';
import { formatDate, formatMoment } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { RadioGroup } from '~/ui/select';
import { checkboxOf, type FormFailure, fieldOf } from '~/ui/form-values';
import type { OwnReport } from './read-own-reports.server';
import { type CountName, statements, texts } from './report-content';
import { ReportContentView } from './report-content-view';
import { countLabel, statementLabel, textLabel } from './reporting-labels';

type Shown = SerializeFrom<OwnReport>;
const groups: { title: () => string; names: readonly CountName[] }[] = [
  { title: m.monitoring_report_workforce, names: ['workersDirect', 'workersContracted'] },
  { title: m.monitoring_report_accidents, names: ['deaths', 'injuries'] },
  { title: m.monitoring_report_grievances, names: ['grievancesReceived', 'grievancesClosed'] },
];

/** The problems of the form, each linked to its field; one of the whole form has no link. */
function Problems({ failure }: { failure: FormFailure | undefined }) {
  if (!failure) return null;
  const entries = Object.entries(failure.errors);
  return (
    <Notice tone="danger" isLive title={failure.errors['']?.join(' ') ?? m.monitoring_report_check()}>
      <ul className="list-disc ps-5">
        {entries
          .filter(([name]) => name !== '')
          .map(([name, [problem]]) => (
            <li key={name}>
              <a href={`#field-${name}`}>{nameOf(name)}</a>
              <span className="block">{problem}</span>
            </li>
          ))}
      </ul>
    </Notice>
  );
}

const labels: Readonly<Record<string, () => string>> = {
  ...countLabel,
  ...textLabel,
  statement: m.monitoring_report_statement,
  byName: m.monitoring_report_by_name,
  byFunction: m.monitoring_report_by_function,
};
const nameOf = (field: string) => labels[field]?.() ?? field;

/** The report form: numbers or *not known*, texts, and the compliance statement. Works without script and keeps what was typed. */
export function ReportingForm({ report, failure }: { report: Shown; failure: FormFailure | undefined }) {
  const { draft, versions } = report;
  const hasSigns = Object.entries(failure?.errors ?? {}).some(([name]) => texts.some((text) => text === name));
  return (
    <Form method="post" noValidate className="grid gap-6 text-base">
      <Problems failure={failure} />
      <input type="hidden" name="seen" value={versions[0]?.version ?? 0} />
      <Notice tone="info">{m.monitoring_report_safe()}</Notice>
      {groups.map(({ title, names }) => (
        <fieldset key={names.join()} className="grid gap-4">
          <legend className="mb-2 text-lg font-semibold">{title()}</legend>
          {names.map((name) => (
            <div key={name} className="grid gap-2">
              <Field
                {...fieldOf(failure, name, draft[name])}
                label={countLabel[name]()}
                inputMode="numeric"
                maxLength={20}
                className="max-w-60"
              />
              <Checkbox
                {...checkboxOf(failure, `unknown-${name}`, draft[`unknown-${name}`] !== undefined)}
                id={`unknown-${name}`}
                label={m.monitoring_report_not_known()}
              />
            </div>
          ))}
        </fieldset>
      ))}
      {texts.map((name) => (
        <TextArea
          key={name}
          {...fieldOf(failure, name, draft[name])}
          optional
          label={textLabel[name]()}
          hint={m.monitoring_report_text_hint()}
          rows={4}
          maxLength={4000}
        />
      ))}
      {hasSigns && <Checkbox {...checkboxOf(failure, 'screened')} id="field-screened" label={m.monitoring_report_screened()} />}
      <div id="field-statement">
        <RadioGroup
          {...fieldOf(failure, 'statement', draft.statement)}
          label={m.monitoring_report_statement()}
          options={statements.map((value) => ({ value, label: statementLabel[value]() }))}
        />
      </div>
      <Field
        {...fieldOf(failure, 'byName', draft.byName)}
        label={m.monitoring_report_by_name()}
        hint={m.monitoring_report_by_name_hint()}
        maxLength={200}
      />
      <Field {...fieldOf(failure, 'byFunction', draft.byFunction)} label={m.monitoring_report_by_function()} maxLength={200} />
      <div className="grid gap-3 sm:flex sm:flex-wrap">
        <Button type="submit" name="intent" value="send" variant="primary" size="lg" className="w-full sm:w-auto">
          {versions.length > 0 ? m.monitoring_report_send_correction() : m.monitoring_report_send()}
        </Button>
        <Button type="submit" name="intent" value="keep" size="lg" className="w-full sm:w-auto">
          {m.monitoring_report_keep()}
        </Button>
      </div>
      <p className="text-muted">{m.monitoring_report_keep_hint()}</p>
    </Form>
  );
}

/** One report for its author: the lender's questions, the submissions, and the form. */
export function ReportingPage({
  report,
  failure,
  asker,
  isKept,
  isSent,
}: {
  report: Shown;
  failure: FormFailure | undefined;
  asker: string;
  isKept: boolean;
  isSent: boolean;
}) {
  const [newest] = report.versions;
  const asked = report.state === 'questioned' ? report.verdicts[0] : undefined;
  return (
    <div className="grid gap-5">
      <header className="grid gap-1 text-base">
        <h1>{m.monitoring_report_period({ from: formatDate(report.from), to: formatDate(report.to) })}</h1>
        <p className="text-muted">{m.monitoring_report_due({ date: formatDate(report.dueOn) })}</p>
      </header>
      {isSent && <Notice tone="success">{m.site_sharing_sent({ asker })}</Notice>}
      {isKept && <Notice tone="success">{m.monitoring_report_kept()}</Notice>}
      {asked && (
        <Notice tone="warning" title={m.monitoring_report_asked({ asker })}>
          <bdi className="whitespace-pre-line">{asked.comment}</bdi>
        </Notice>
      )}
      {newest && (
        <section id="sent" aria-labelledby="sent-title" className="grid gap-2">
          <h2 id="sent-title">{m.monitoring_report_sent_title()}</h2>
          <p className="text-muted">{m.monitoring_report_version({ version: newest.version, date: formatMoment(newest.sentAt) })}</p>
          <ReportContentView content={newest.content} />
        </section>
      )}
      {newest ? (
        <details open={failure !== undefined || report.isDraft || asked !== undefined} id="correct">
          <summary className="cursor-pointer py-2 text-base font-semibold">{m.monitoring_report_correct()}</summary>
          <ReportingForm report={report} failure={failure} />
        </details>
      ) : (
        <ReportingForm report={report} failure={failure} />
      )}
    </div>
  );
}
