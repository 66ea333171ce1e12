import { m } from '~/paraglide/messages';
import { Field } from '~/ui/field';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { formatDate, formatMoment } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { fieldOf } from '~/ui/form-values';
import { ActDialog, type Refused, failureOf } from '~/ui/act-dialog';
import { nextOfBreach } from './covenant-status';
import type { ShownCovenant } from './covenant-page';
import { DecisionForm } from './decision-form';
import { breachLabel } from './labels';

const stepTitles = {
  planned: m.monitoring_step_planned,
  remedied: m.monitoring_propose_remedied,
  default: m.monitoring_step_default,
};

/** What follows on a covenant that was not met: the plan, its remedy, or an event of default; each breach with its steps. */
export function BreachSection({
  covenant,
  today,
  mayEdit,
  refused,
}: {
  covenant: ShownCovenant;
  today: string;
  mayEdit: boolean;
  refused: Refused;
}) {
  if (covenant.breaches.length === 0) return null;
  return (
    <Section title={m.monitoring_breaches_title()} lead={m.monitoring_breaches_lead()} id="breaches">
      <ul className="grid gap-6">
        {covenant.breaches.map((breach) => {
          const isPlanLate = breach.status === 'planned' && breach.planDueOn !== null && breach.planDueOn < today;
          const waits = covenant.proposals.some(({ breachId, state }) => breachId === breach.id && state === 'open');
          const hasPlan = breach.steps.some(({ kind }) => kind === 'planned');
          return (
            <li key={breach.id} className="grid gap-3 border-s-2 border-line ps-4">
              <p>
                <strong>{breachLabel(breach.status)}</strong>{' '}
                <span className="text-muted">{m.monitoring_breach_since({ date: formatDate(breach.openedOn) })}</span>
                {isPlanLate && breach.planDueOn && (
                  <span className="block text-warning">
                    <Icon name="clock" /> {m.monitoring_plan_overdue({ date: formatDate(breach.planDueOn) })}
                  </span>
                )}
              </p>
              <p className="max-w-prose whitespace-pre-line">{breach.text}</p>
              <ol className="grid gap-2">
                {breach.steps.map((step) => (
                  <li key={step.id}>
                    <strong>{breachLabel(step.kind)}</strong>
                    {step.dueOn && <> {m.monitoring_until({ date: formatDate(step.dueOn) })}</>}
                    <span className="block max-w-prose whitespace-pre-line">{step.text}</span>
                    <span className="block text-xs text-muted">
                      <bdi>{step.by}</bdi> · {formatMoment(step.at)}
                    </span>
                  </li>
                ))}
              </ol>
              {mayEdit && (
                <div className="flex flex-wrap gap-2" data-print="none">
                  {nextOfBreach[breach.status]
                    .filter((kind) => kind !== 'remedied' || (hasPlan && !waits))
                    .map((kind) => {
                      const failure = failureOf(refused, kind);
                      return (
                        <ActDialog
                          key={kind}
                          intent={kind}
                          title={stepTitles[kind]()}
                          refused={refused}
                          variant={kind === 'default' ? 'danger' : 'secondary'}
                          hidden={{ breachId: breach.id }}
                        >
                          {kind === 'remedied' && <p>{m.monitoring_takes_two()}</p>}
                          <FreeText
                            {...fieldOf(failure, 'text')}
                            id={`${kind}-${breach.id}`}
                            label={kind === 'planned' ? m.monitoring_plan_text() : m.monitoring_step_text()}
                            rows={4}
                            maxLength={4000}
                          />
                          {kind === 'planned' && (
                            <Field
                              {...fieldOf(failure, 'dueOn')}
                              id={`due-${breach.id}`}
                              type="date"
                              label={m.monitoring_plan_due()}
                              className="max-w-60"
                            />
                          )}
                        </ActDialog>
                      );
                    })}
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** Waivers: requested by one person, decided by another; each with its days and reasons. */
export function WaiverSection({
  covenant,
  userId,
  mayEdit,
  mayDecide,
  refused,
}: {
  covenant: ShownCovenant;
  userId: string;
  mayEdit: boolean;
  mayDecide: boolean;
  refused: Refused;
}) {
  const failure = failureOf(refused, 'ask-waiver');
  return (
    <Section
      title={m.monitoring_waivers_title()}
      lead={m.monitoring_waivers_lead()}
      id="waivers"
      actions={
        mayEdit &&
        covenant.endedOn === null &&
        !covenant.waitsForWaiver && (
          <ActDialog intent="ask-waiver" title={m.monitoring_waiver_ask()} refused={refused}>
            <FreeText {...fieldOf(failure, 'reason')} id="waiver-reason" label={m.deals_reason()} rows={3} maxLength={2000} />
            <Field
              {...fieldOf(failure, 'untilOn')}
              type="date"
              label={m.monitoring_waiver_until()}
              hint={m.monitoring_waiver_until_hint()}
              className="max-w-60"
            />
          </ActDialog>
        )
      }
    >
      {covenant.waivers.length === 0 && <p className="my-3 text-muted">{m.monitoring_waivers_none()}</p>}
      <ul className="grid gap-5">
        {covenant.waivers.map((waiver) => (
          <li key={waiver.id} className="grid gap-2 border-s-2 border-line ps-4">
            <p>
              <strong>
                {waiver.state === 'open'
                  ? m.monitoring_waiver_waits({ date: formatDate(waiver.untilOn) })
                  : waiver.fromOn
                    ? m.monitoring_waiver_granted({ from: formatDate(waiver.fromOn), until: formatDate(waiver.untilOn) })
                    : waiver.state === 'expired'
                      ? m.monitoring_waiver_expired()
                      : m.monitoring_waiver_refused()}
              </strong>
              <span className="block max-w-prose whitespace-pre-line">{waiver.reason}</span>
              <span className="block text-xs text-muted">{m.monitoring_waiver_asked_by({ name: waiver.askedBy ?? '' })}</span>
              {waiver.decidedBy && (
                <span className="block text-xs text-muted">{m.monitoring_waiver_decided_by({ name: waiver.decidedBy })}</span>
              )}
              {waiver.answer && <span className="block max-w-prose whitespace-pre-line">{waiver.answer}</span>}
            </p>
            {waiver.state === 'open' && mayDecide && waiver.askedById === userId && (
              <Notice tone="info">{m.monitoring_refused_same_person()}</Notice>
            )}
            {waiver.state === 'open' && mayDecide && waiver.askedById !== userId && (
              <DecisionForm
                intent="decide-waiver"
                of={{ field: 'waiverId', id: waiver.id }}
                verdicts={[
                  { value: 'approved', label: m.monitoring_waiver_grant() },
                  { value: 'rejected', label: m.monitoring_waiver_refuse() },
                ]}
                refused={refused}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
