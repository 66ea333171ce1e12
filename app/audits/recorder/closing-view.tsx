import { emptyLine, missingIn, planRows, restsOnWorkers } from '~/audits/closing-plan/plan';
import { missingLabel } from '~/audits/closing-plan/labels';
import { gradeLabel } from '~/locales/method-labels';
import { m } from '~/paraglide/messages';
import { PlaceButton } from '~/ui/button';
import { formatList } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Box } from './box';
import { ClosingLine } from './closing-line';
import { lineOn, type ShowableFinding, showableFindings, signedNow, signedPlans } from './closing-plan-on-device';
import { ConflictBox } from './conflict-box';
import { capital } from './grades';
import { useRecorder } from './recorder-context';
import { useDraft } from './use-draft';
import { placeLink } from './use-place';
import { ViewTitle } from './view-title';

/** The corrective action plan of the closing meeting: what of it is shown, what is agreed, and which versions were signed. */
export function ClosingView() {
  const { recording } = useRecorder();
  const findings = showableFindings(recording);
  const isReady = planRows(findings, lineOn(recording), recording.pack.audit.endsOn) !== null;
  const now = signedNow(recording);
  return (
    <>
      <ViewTitle lead={m.closing_plan_lead()}>{m.closing_plan_title()}</ViewTitle>
      {now?.isChanged && (
        <Notice
          tone="warning"
          title={m.closing_plan_changed_title()}
          actions={<a href={placeLink('contradictions')}>{m.consistency_title()}</a>}
        >
          {m.closing_plan_changed_text({ version: now.signed.plan.version })}
        </Notice>
      )}
      {findings.length === 0 && <p className="text-muted">{m.closing_plan_none()}</p>}
      {findings.map((finding) => (
        <FindingBox key={finding.key} finding={finding} />
      ))}
      <div className="grid justify-items-start gap-2">
        {isReady ? (
          <PlaceButton href={placeLink('closing', 'plan')} variant="primary" size="lg">
            {m.closing_plan_show_plan()}
          </PlaceButton>
        ) : (
          <p className="font-semibold">{m.closing_plan_not_ready()}</p>
        )}
      </div>
      <SignedList />
    </>
  );
}

function SignedList() {
  const { recording } = useRecorder();
  const signed = signedPlans(recording);
  if (signed.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h3>{m.closing_plan_signed_list()}</h3>
      <ul className="grid gap-2">
        {signed.map(({ key, plan, site, auditor }) => (
          <li key={key}>
            <a href={placeLink('closing', 'signed', key)} className="inline-flex min-h-11 items-center">
              {m.closing_plan_signed_line({ version: plan.version, site: site.by, auditor: auditor.by })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FindingBox({ finding: { key, value } }: { finding: ShowableFinding }) {
  const { recording, sending } = useRecorder();
  const first = { ...emptyLine, requirement: value.legalReference || value.codeReference || value.question || '' };
  const { value: line, change } = useDraft(recording.valueOf('planLine', key) ?? first, async (part) => {
    await recording.record('planLine', key, (now) => ({ ...(now ?? first), ...part }));
    sending.later();
  });
  const missing = line.isShown ? missingIn(line) : [];
  return (
    <section className="grid gap-4 rounded border border-line bg-surface p-4" aria-labelledby={`plan-${key}`} data-plan-line={key}>
      <div className="grid gap-1">
        <p className="text-muted">{m.closing_plan_finding_for_team()}</p>
        <h3 id={`plan-${key}`} className="text-base">
          <bdi>{m.shell_named({ name: capital(gradeLabel(value.grade)), text: value.what })}</bdi>
        </h3>
      </div>
      <ConflictBox kind="planLine" recordKey={key} />
      {restsOnWorkers(value) && <p className="font-semibold text-warning">{m.closing_plan_workers_alone()}</p>}
      <fieldset>
        <legend className="mb-1 font-semibold">{m.closing_plan_is_shown()}</legend>
        <div className="flex flex-wrap gap-2">
          {([true, false] as const).map((isShown) => (
            <Box
              key={String(isShown)}
              type="radio"
              name={`shown-${key}`}
              label={isShown ? m.closing_plan_show() : m.closing_plan_leave_out()}
              isChecked={line.isShown === isShown}
              onChange={() => change({ isShown })}
            />
          ))}
        </div>
      </fieldset>
      {line.isShown === null && <p className="text-muted">{m.closing_plan_undecided()}</p>}
      {line.isShown && <ClosingLine name={key} line={line} change={change} />}
      {missing.length > 0 && <p className="text-danger">{m.closing_plan_missing({ fields: formatList(missing.map(missingLabel)) })}</p>}
    </section>
  );
}
