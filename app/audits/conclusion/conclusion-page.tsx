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
import { GateSection } from '~/audits/gate/gate-section';
import type { ShownStop } from '~/audits/gate/show-stops';
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
  stops,
  openComments,
  gateReader,
  mayConclude,
  mayApprove,
  isOwnConclusion,
  isRecorder,
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
  /** What stops the conclusion; null where nothing is recorded, or its report is issued. */
  stops: ShownStop[] | null;
  /** Comments of the review that are open. */
  openComments: number;
  gateReader: { userId: string; mayAsk: boolean; mayDecide: boolean };
  mayConclude: boolean;
  mayApprove: boolean;
  isOwnConclusion: boolean;
  /** Lead or assessor of its team, who recorded it and cannot approve it. */
  isRecorder: boolean;
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
          <ObstacleList
            obstacles={obstacles}
            contradictions={(hits ?? []).filter(isOpenContradiction).length}
            stops={(stops ?? []).filter((stop) => stop.isStopping).length}
          />
          {mayConclude && (
            <p className="mt-3">
              <a href={`${here}/on-site`}>{m.audits_conclude_record()}</a>
            </p>
          )}
        </Section>
      )}
      {stops && (
        <GateSection {...{ stops }} reader={gateReader} failure={reply && isGateReply(reply.intent) ? (reply.failure ?? null) : null} />
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
              <Checkbox
                {...checkboxOf(failure, 'marksRest')}
                label={m.audits_marks_rest({ questions: obstacles.unanswered.length })}
                hint={left ? restHint(obstacles, left) : undefined}
              />
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
        <Section id="approval" title={m.audits_approve_title()} lead={m.audits_approve_lead()}>
          {isOwnConclusion || isRecorder ? (
            <Notice tone="info">{auditRefusalLabel(isOwnConclusion ? 'same-person' : 'on-team')}</Notice>
          ) : openComments > 0 ? (
            <Notice tone="info" actions={<a href={`${here}/review`}>{m.audit_review_go_review()}</a>}>
              {auditRefusalLabel('comments-open')}
            </Notice>
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
            <FreeText
              {...fieldOf(failureOf('return'), 'reason')}
              optional={openComments > 0}
              label={m.audit_review_return_optional()}
              hint={m.audit_review_return_hint()}
              rows={3}
              maxLength={1000}
            />
            <div>
              <Button type="submit">{m.audits_return()}</Button>
            </div>
          </Form>
        </Section>
      )}
    </>
  );
}

/** Why fewer questions are marked than are unanswered. */
function restHint({ unanswered }: Obstacles, { questions }: FactsLeft): string | undefined {
  const rest = questions - unanswered.length;
  return rest > 0 ? m.audits_marks_rest_of({ all: formatNumber(questions), rest: formatNumber(rest) }) : undefined;
}

const isGateReply = (intent: string) => intent.endsWith('-point');

function ObstacleList({ obstacles, contradictions, stops }: { obstacles: Obstacles; contradictions: number; stops: number }) {
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
    stops > 0 && m.gate_obstacle({ count: stops }),
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
