import { OpenCaseHere } from '~/platform/privacy/open-case';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/field';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate, formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { checkboxOf, fieldOf } from '~/ui/form-values';
import type { PlanReply } from '~/audits/planning/audit-plan-page';
import type { Obstacles } from '~/audits/entries/check-record.server';
import type { FactsLeft } from '~/audits/proposals/read-left.server';
import type { ShownHit } from '~/audits/consistency/show-hit';
import type { StatisticalReading } from './statistical-reading.server';
import { ContradictionSection } from './contradiction-section';
import { StatisticalSection } from './statistical-section';
import { isOpenContradiction } from '~/audits/consistency/check-consistency';
import { auditRefusalLabel } from '~/audits/planning/labels';

type Signed = { by: string | null; at: Date | string } | null;

/** Obstacles to conclusion, the conclusion, and approval by a second person. */
export function ConclusionPage({
  status,
  limits,
  concluded,
  approved,
  obstacles,
  left,
  hits,
  mayConclude,
  mayApprove,
  isOwnConclusion,
  signs,
  statistical,
  openCase,
  here,
  reply,
}: {
  status: string;
  limits: string;
  concluded: Signed;
  approved: Signed;
  obstacles: Obstacles | null;
  left: FactsLeft | null;
  /** What contradicts itself in the record; null where nothing is recorded, or the record is approved. */
  hits: ShownHit[] | null;
  mayConclude: boolean;
  mayApprove: boolean;
  isOwnConclusion: boolean;
  /** The reading of its indicators, where they call for an override of the score. */
  signs: { reading: string } | null;
  /** The result of its indicators by the statistical definition; null where none are asked or recorded yet. */
  statistical: StatisticalReading | null;
  /** Where a permitted reader opens a sensitive case about the supplier: the same whether or not one exists. */
  openCase: { base: string; about: string } | null;
  here: string;
  reply: PlanReply;
}) {
  const failureOf = (intent: string) => (reply?.intent === intent ? reply.failure : undefined);
  const failure = failureOf('conclude');
  return (
    <>
      {concluded && <p>{m.audits_concluded_by({ name: concluded.by ?? '', date: formatDate(concluded.at) })}</p>}
      {approved && <p>{m.audits_approved_by({ name: approved.by ?? '', date: formatDate(approved.at) })}</p>}
      {limits && status !== 'on-site' && (
        <Section title={m.audits_limits()}>
          <p className="max-w-prose whitespace-pre-line">{limits}</p>
        </Section>
      )}
      {status === 'planned' && <p className="text-muted">{m.audits_not_recorded_yet()}</p>}
      {obstacles && (
        <Section title={m.audits_obstacles()}>
          {left && left.questions > 0 && (
            <p className="mb-2" data-facts-left={left.facts}>
              {m.audits_facts_left({ count: left.facts, questions: formatNumber(left.questions) })}
            </p>
          )}
          <ObstacleList obstacles={obstacles} contradictions={(hits ?? []).filter(isOpenContradiction).length} />
          {mayConclude && (
            <p className="mt-3">
              <a href={`${here}/on-site`}>{m.audits_conclude_record()}</a>
            </p>
          )}
        </Section>
      )}
      {hits && <ContradictionSection {...{ hits, openCase }} isForTeam={mayConclude} />}
      {statistical && <StatisticalSection reading={statistical} />}
      {mayConclude && obstacles && (
        <Section title={m.audits_conclude_title()} lead={m.audits_conclude_lead()}>
          <Form method="post" className="grid max-w-prose gap-4">
            <ErrorSummary errors={failure?.errors} />
            <input type="hidden" name="intent" value="conclude" />
            <FreeText
              {...fieldOf(failure, 'limits', limits)}
              optional
              label={m.audits_limits()}
              hint={m.audits_limits_hint()}
              maxLength={4000}
            />
            {obstacles.unanswered.length > 0 && (
              <Checkbox {...checkboxOf(failure, 'marksRest')} label={m.audits_marks_rest({ questions: obstacles.unanswered.length })} />
            )}
            <div>
              <Button type="submit" variant="primary">
                {m.audits_conclude()}
              </Button>
            </div>
          </Form>
          <div className="mt-4 grid max-w-prose gap-2">
            <Notice tone="info" title={m.audits_grave_title()}>
              {m.audits_grave_lead()}
            </Notice>
            {openCase && <OpenCaseHere {...openCase} />}
          </div>
        </Section>
      )}
      {mayApprove && (
        <Section title={m.audits_approve_title()} lead={m.audits_approve_lead()}>
          {isOwnConclusion ? (
            <Notice tone="info">{auditRefusalLabel('same-person')}</Notice>
          ) : (
            <>
              {/* Outside of the form that approves: its button must never send that one. */}
              {signs && (
                <div className="mb-3 grid max-w-prose gap-3">
                  <Notice tone="warning" title={m.audits_signs_title({ reading: signs.reading })}>
                    {m.audits_signs_lead()}
                  </Notice>
                  {openCase && <OpenCaseHere {...openCase} />}
                </div>
              )}
              <Form method="post" action={`${here}/conclusion`} className="mb-6 grid max-w-prose gap-4">
                <ErrorSummary errors={failureOf('approve')?.errors} />
                <input type="hidden" name="intent" value="approve" />
                {signs && (
                  <Checkbox
                    {...checkboxOf(failureOf('approve'), 'signsCount')}
                    label={m.audits_signs_count()}
                    hint={m.audits_signs_count_hint()}
                  />
                )}
                <div>
                  <Button type="submit" variant="primary">
                    {m.audits_approve()}
                  </Button>
                </div>
              </Form>
            </>
          )}
          <Form method="post" className="grid max-w-prose gap-4">
            <ErrorSummary errors={failureOf('return')?.errors} />
            <input type="hidden" name="intent" value="return" />
            <FreeText {...fieldOf(failureOf('return'), 'reason')} label={m.audits_return_reason()} rows={3} maxLength={1000} />
            <div>
              <Button type="submit">{m.audits_return()}</Button>
            </div>
          </Form>
        </Section>
      )}
    </>
  );
}

function ObstacleList({ obstacles, contradictions }: { obstacles: Obstacles; contradictions: number }) {
  const { conflicts, undeclared, withoutFinding, withoutWorkers, withoutEvidence, notRevisited, noClosing, outdated } = obstacles;
  const lines = [
    conflicts > 0 && m.audits_obstacle_conflicts({ conflicts }),
    undeclared > 0 && m.audits_obstacle_undeclared({ members: undeclared }),
    withoutFinding.length > 0 && m.audits_obstacle_without_finding({ questions: withoutFinding.join(', ') }),
    withoutWorkers.length > 0 && m.audits_obstacle_without_workers({ questions: withoutWorkers.join(', ') }),
    withoutEvidence.length > 0 && m.audits_obstacle_without_evidence({ findings: withoutEvidence.join('; ') }),
    notRevisited.length > 0 && m.auditpapers_obstacle_revisits({ findings: notRevisited.join('; ') }),
    outdated.length > 0 && m.audits_obstacle_outdated({ questions: outdated.join(', ') }),
    noClosing && m.audits_obstacle_closing(),
    contradictions > 0 && m.consistency_obstacle({ count: contradictions }),
  ].flatMap((line) => (line ? [line] : []));
  if (lines.length === 0) return <p className="text-muted">{m.audits_obstacles_none()}</p>;
  return (
    <ul className="grid max-w-prose list-disc gap-1.5 ps-6">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
