import { useId } from 'react';
import type { EntryValue } from '~/audits/entries/entries';
import { revisitStatuses } from '~/audits/planning/states';
import { revisitStatusLabel } from '~/audits/planning/labels';
import { gradeLabel } from '~/locales/method-labels';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Box } from './box';
import { ConflictBox } from './conflict-box';
import { capital, isFindingGrade } from './grades';
import { MethodBoxes } from './method-boxes';
import type { PackFinding } from './pack';
import { PhotoBox } from './photo-box';
import { useRecorder } from './recorder-context';
import { actionStatusLabel } from './recorder-labels';
import { SavedText } from './saved-text';
import { useDraft } from './use-draft';
import { placeLink } from './use-place';
import { ViewTitle } from './view-title';

type Revisit = EntryValue<'revisit'>;
const empty: Revisit = { standing: null, seen: '', methods: [] };

/** Earlier findings, revisited: each is closed, still open or worse, with the evidence. */
export function RevisitsView() {
  const { pack } = useRecorder().recording;
  const before = pack.findings.filter(({ isPrevious }) => isPrevious);
  const others = pack.findings.filter(({ isPrevious }) => !isPrevious);
  return (
    <>
      <ViewTitle lead={m.auditpapers_revisits_lead()}>{m.auditpapers_kind_revisit()}</ViewTitle>
      {pack.findings.length === 0 && <p className="text-muted">{m.recorder_findings_before_none()}</p>}
      <RevisitList title={m.auditpapers_revisits_previous()} findings={before} />
      <RevisitList title={before.length > 0 ? m.auditpapers_revisits_others() : m.recorder_findings_before()} findings={others} />
    </>
  );
}

function RevisitList({ title, findings }: { title: string; findings: readonly PackFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h3>{title}</h3>
      {findings.map((finding) => (
        <RevisitCard key={finding.id} finding={finding} />
      ))}
    </section>
  );
}

function RevisitCard({ finding }: { finding: PackFinding }) {
  const { recording, sending } = useRecorder();
  const id = useId();
  const { value, change } = useDraft<Revisit>(recording.valueOf('revisit', finding.id) ?? empty, async (part) => {
    await recording.record('revisit', finding.id, (now) => ({ ...(now ?? empty), ...part }));
    sending.later();
  });
  const isNeeded = value.standing === 'closed' || value.standing === 'worse';
  return (
    <section data-revisit={finding.id} aria-labelledby={id} className="grid gap-4 rounded border border-line bg-surface p-4">
      <div className="grid gap-1">
        <h4 id={id} className="whitespace-pre-line font-semibold">
          <bdi>{finding.text}</bdi>
        </h4>
        <p className="text-muted">
          {[isFindingGrade(finding.grade) ? capital(gradeLabel(finding.grade)) : finding.grade, finding.question]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {finding.actions && (
        <div className="grid gap-1">
          <p className="font-semibold">{m.auditpapers_agreed_actions()}</p>
          {finding.actions.length === 0 ? (
            <p className="text-muted">{m.auditpapers_agreed_none()}</p>
          ) : (
            <ul className="grid list-disc gap-1 ps-5">
              {finding.actions.map(({ what, owner, dueOn, status }) => (
                <li key={`${what} ${owner} ${dueOn}`}>
                  <bdi>{what}</bdi>{' '}
                  <span className="text-muted">
                    (<bdi>{owner}</bdi>, {formatDate(dueOn)}, {actionStatusLabel(status)})
                  </span>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <ConflictBox kind="revisit" recordKey={finding.id} />
      <fieldset>
        <legend className="mb-1 font-semibold">{m.auditpapers_standing()}</legend>
        <div className="flex flex-wrap gap-2">
          {revisitStatuses.map((standing) => (
            <Box
              key={standing}
              type="radio"
              name={`${id}-standing`}
              label={revisitStatusLabel(standing)}
              isChecked={value.standing === standing}
              onChange={() => change({ standing })}
            />
          ))}
        </div>
      </fieldset>
      <SavedText
        id={`${id}-seen`}
        label={m.auditpapers_seen()}
        hint={m.auditpapers_seen_hint()}
        value={value.seen}
        maxLength={2000}
        rows={3}
        isNeeded={isNeeded}
        onSave={(seen) => change({ seen })}
      />
      {isNeeded && value.seen === '' && <Notice tone="warning">{m.auditpapers_seen_missing()}</Notice>}
      {value.standing === 'worse' && (
        <p>
          <a href={placeLink('findings', 'new', finding.question ?? '')} className="inline-flex min-h-11 items-center">
            {m.auditpapers_worse_record()}
          </a>
        </p>
      )}
      <MethodBoxes methods={value.methods} onChange={(methods) => change({ methods })} />
      <PhotoBox about={finding.id} />
    </section>
  );
}
