import type { ClosingPlan, Drawn, PlanRow } from '~/audits/closing-plan/schema';
import { timescaleLabel, verificationLabel } from '~/findings/corrective-actions/labels';
import { gradeLabel } from '~/locales/method-labels';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { SignatureDrawing } from '~/ui/signature';
import { capital } from './grades';

/** A plan as management sees it, on screen and on paper. Everything in it is part of the hash. */
export function PlanSheet({ plan, hash }: { plan: ClosingPlan; hash: string | null }) {
  return (
    <article className="grid gap-5" data-plan-sheet="">
      <header className="grid gap-1 border-b border-line pb-4">
        <p className="text-muted">{m.closing_plan_confidential()}</p>
        <h2 data-view-title="" tabIndex={-1}>
          <bdi>{plan.site ?? plan.supplier}</bdi>
        </h2>
        <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-2 print:grid-cols-2">
          <Pair label={m.audits_supplier()} value={plan.supplier} />
          <Pair
            label={m.audits_named({ number: plan.audit.number })}
            value={`${formatDate(plan.audit.startsOn)} – ${formatDate(plan.audit.endsOn)}`}
          />
          <Pair label={m.closing_plan_agreed_on()} value={formatDate(plan.agreedOn)} />
          <Pair label={m.closing_plan_title()} value={m.closing_plan_version({ version: plan.version })} />
        </dl>
      </header>
      {plan.rows.length === 0 && <p>{m.closing_plan_rows_none()}</p>}
      <ol className="grid gap-4">
        {plan.rows.map((row) => (
          <Row key={row.finding} row={row} />
        ))}
      </ol>
      <footer className="grid gap-1 border-t border-line pt-3 text-sm">
        <p className="font-semibold">{m.closing_plan_hash()}</p>
        <p>
          <code className="break-all" data-plan-hash="">
            {hash ?? '…'}
          </code>
        </p>
        <p className="text-muted">{m.closing_plan_hash_hint()}</p>
      </footer>
    </article>
  );
}

function Row({ row }: { row: PlanRow }) {
  const { no, grade, what, requirement, action, responsible, timescale, dueOn, verification, site, remark } = row;
  const answer = site === 'agrees' ? m.closing_plan_agrees() : m.closing_plan_disagrees();
  return (
    <li className="grid break-inside-avoid gap-2 rounded border border-line p-4 print:p-2">
      <h3 className="text-base">
        <bdi>{m.shell_named({ name: `${no}. ${capital(gradeLabel(grade))}`, text: what })}</bdi>
      </h3>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2 print:grid-cols-2">
        <Pair label={m.closing_plan_requirement()} value={requirement} />
        <Pair label={m.closing_plan_action()} value={action} />
        <Pair label={m.closing_plan_responsible()} value={responsible} />
        <Pair label={m.closing_plan_due()} value={`${formatDate(dueOn)} (${timescaleLabel(timescale)})`} />
        <Pair label={m.closing_plan_verification()} value={capital(verificationLabel(verification))} />
        <Pair label={m.closing_plan_site_answer()} value={remark === '' ? answer : `${answer}: ${remark}`} />
      </dl>
    </li>
  );
}

function Pair({ label, value }: { label: string; value: string }) {
  return (
    <div className="grid content-start">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="whitespace-pre-line">
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}

/** A signature over its line and the function of who gave it; empty, as a place to sign on paper, without strokes. */
export function DrawnSignature({ title, drawn }: { title: string; drawn: Drawn | null }) {
  return (
    <figure className="grid content-end gap-1">
      {drawn && drawn.strokes.length > 0 ? (
        <SignatureDrawing
          {...{ strokes: drawn.strokes, ratio: drawn.ratio, label: m.recorder_signature_of({ by: drawn.by }) }}
          className="w-full max-w-xs border-b border-edge"
        />
      ) : (
        <div className="flex h-24 w-full max-w-xs items-end border-b border-edge text-muted">{drawn && m.closing_plan_on_paper()}</div>
      )}
      <figcaption>{drawn ? <bdi>{m.shell_named({ name: title, text: drawn.by })}</bdi> : title}</figcaption>
    </figure>
  );
}
