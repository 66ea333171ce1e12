import type { SerializeFrom } from '@remix-run/node';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Field } from '~/ui/field';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Section } from '~/ui/page-header';
import { RadioGroup, Select } from '~/ui/select';
import { Timeline } from '~/ui/timeline';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { ActDialog, failureOf, type Refused } from '~/ui/act-dialog';
import { CovenantStatusText, NextTestText } from './covenant-table';
import { type ProposalKind, testResults } from './covenant-lists';
import { covenantKindLabel, frequencyLabel, noticeOfLabel, resultLabel, testerLabel } from './labels';
import type { CovenantRead } from './read-covenants.server';

export type ShownCovenant = SerializeFrom<CovenantRead>;

/** The text and status of a covenant, and the actions on it as a whole. */
export function CovenantHead({
  covenant,
  here,
  mayEdit,
  refused,
}: {
  covenant: ShownCovenant;
  here: string;
  mayEdit: boolean;
  refused: Refused;
}) {
  const { kind, text, number, isTested, endsByTwo, endedOn, proposals } = covenant;
  const waits = (act: ProposalKind) => proposals.some((proposal) => proposal.kind === act && proposal.state === 'open');
  return (
    <Section
      title={`${m.monitoring_covenant_number({ number })} ${covenantKindLabel(kind)}`}
      id="covenant"
      actions={
        mayEdit &&
        endedOn === null && (
          <>
            {!isTested && <LinkButton to={`${here}/edit`}>{m.monitoring_change()}</LinkButton>}
            {!isTested && !waits('delete') && (
              <ActDialog intent="delete" title={m.monitoring_propose_delete()} refused={refused} variant="danger">
                <p>
                  {m.monitoring_delete_lead()} {m.monitoring_takes_two()}
                </p>
                <FreeText
                  {...fieldOf(failureOf(refused, 'delete'), 'reason')}
                  id="delete-reason"
                  label={m.deals_reason()}
                  rows={3}
                  maxLength={2000}
                />
              </ActDialog>
            )}
            {!waits('end') && (
              <ActDialog intent="end" title={endsByTwo ? m.monitoring_propose_end() : m.monitoring_end()} refused={refused}>
                <p>
                  {m.monitoring_end_lead()} {endsByTwo && m.monitoring_takes_two()}
                </p>
                <Field
                  {...fieldOf(failureOf(refused, 'end'), 'endedOn')}
                  id="end-endedOn"
                  type="date"
                  label={m.monitoring_ended_on()}
                  className="max-w-60"
                />
                <FreeText
                  {...fieldOf(failureOf(refused, 'end'), 'reason')}
                  id="end-reason"
                  label={m.deals_reason()}
                  rows={3}
                  maxLength={2000}
                />
              </ActDialog>
            )}
          </>
        )
      }
    >
      <p className="my-3 max-w-prose whitespace-pre-line text-base">{text}</p>
      <KeyValueList
        columns={2}
        pairs={[
          { key: 'standing', label: m.monitoring_standing(), value: <CovenantStatusText {...covenant} /> },
          {
            key: 'next',
            label: m.monitoring_next_test(),
            value: <NextTestText {...covenant} />,
          },
          {
            key: 'every',
            label: m.monitoring_frequency(),
            value: frequencyLabel(covenant.frequency),
            note: m.monitoring_first({ date: formatDate(covenant.firstTestOn) }),
          },
          { key: 'tester', label: m.monitoring_tester(), value: testerLabel(covenant.tester) },
          ...(covenant.reference ? [{ key: 'reference', label: m.monitoring_reference(), value: covenant.reference }] : []),
          ...(covenant.noticeHours !== null && covenant.noticeOf
            ? [
                {
                  key: 'notice',
                  label: m.monitoring_notice_title(),
                  value: m.monitoring_hours({ hours: covenant.noticeHours }),
                  note: noticeOfLabel(covenant.noticeOf),
                },
              ]
            : []),
          ...(endedOn ? [{ key: 'ended', label: m.monitoring_ended_on(), value: formatDate(endedOn), note: covenant.endReason }] : []),
        ]}
      />
    </Section>
  );
}

/** The form of a result, for the due days that are open; *not tested* leaves its day open. */
export function TestSection({ covenant, today, failure }: { covenant: ShownCovenant; today: string; failure: FormFailure | undefined }) {
  if (covenant.testable.length === 0) return null;
  return (
    <Section title={m.monitoring_test_title()} lead={m.monitoring_test_lead()} id="test">
      <Form method="post" noValidate className="mt-3 grid max-w-prose gap-4" data-print="none">
        <ErrorSummary errors={failure?.errors} />
        <input type="hidden" name="intent" value="test" />
        <div className="flex flex-wrap gap-4">
          <Select
            {...fieldOf(failure, 'dueOn', covenant.testable[0])}
            label={m.monitoring_test_due()}
            options={covenant.testable.map((day) => ({
              value: day,
              label: day < today ? m.monitoring_day_overdue({ date: formatDate(day) }) : formatDate(day),
            }))}
          />
          <Field {...fieldOf(failure, 'testedOn', today)} type="date" isPast label={m.monitoring_tested_on()} />
        </div>
        <RadioGroup
          {...fieldOf(failure, 'result')}
          label={m.monitoring_result()}
          options={testResults.map((value) => ({ value, label: resultLabel(value) }))}
          layout="row"
        />
        <FreeText
          {...fieldOf(failure, 'evidence')}
          optional
          label={m.monitoring_evidence()}
          hint={m.monitoring_evidence_hint()}
          rows={3}
          maxLength={2000}
        />
        <FreeText
          {...fieldOf(failure, 'reason')}
          id="test-reason"
          optional
          label={m.monitoring_result_reason()}
          hint={m.monitoring_result_reason_hint()}
          rows={3}
          maxLength={2000}
        />
        <div>
          <Button type="submit" variant="primary">
            {m.monitoring_test_keep()}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

/** Every result given, the newest first. */
export function TestsSection({ tests }: { tests: ShownCovenant['tests'] }) {
  return (
    <Section title={m.monitoring_tests_title()} id="tests">
      <Timeline
        empty={m.monitoring_tests_none()}
        events={tests.map(({ id, at, by, result, reason, evidence, dueOn, testedOn, counts }) => ({
          ...{ id, at, who: by ?? '' },
          what: (
            <>
              <strong>{resultLabel(result)}</strong> {m.monitoring_test_of({ due: formatDate(dueOn), tested: formatDate(testedOn) })}
              {!counts && <span className="text-muted"> {m.monitoring_test_superseded()}</span>}
              {reason && <span className="block whitespace-pre-line">{reason}</span>}
              {evidence && (
                <span className="block whitespace-pre-line text-muted">
                  {m.shell_labelled({ name: m.monitoring_evidence() })} {evidence}
                </span>
              )}
            </>
          ),
        }))}
      />
    </Section>
  );
}
