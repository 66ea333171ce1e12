import { plannedLabel } from '~/audits/planning/sample-notes';
import { isFindingGrade } from './grades';
import { gradeLabel } from '~/locales/method-labels';
import { m } from '~/paraglide/messages';
import { formatDate, formatList, formatNumber } from '~/ui/format';
import { useRecorder } from './recorder-context';

/** The plan on the device: focus areas, interviews, team and earlier findings. */
export function PlanBox() {
  const { pack } = useRecorder().recording;
  const { audit, focus, sample, team, findings } = pack;
  return (
    <details className="rounded border border-line bg-surface px-4">
      <summary className="min-h-11 cursor-pointer py-3 font-semibold">{m.recorder_plan()}</summary>
      <div className="grid gap-4 pb-4 md:grid-cols-2">
        <p className="md:col-span-2">
          <bdi>{pack.supplier}</bdi>
          {pack.site && (
            <>
              {' · '}
              <bdi>{pack.site}</bdi>
            </>
          )}
          {' · '}
          {audit.type} · {audit.announcement} · {formatDate(audit.startsOn)} – {formatDate(audit.endsOn)}
        </p>
        {audit.purpose && <p className="md:col-span-2">{audit.purpose}</p>}
        <Part
          title={m.audits_focus_title()}
          none={m.audits_focus_none()}
          rows={focus.map(({ text, questions }) => [text, questions.join(', ')])}
        />
        <Part
          title={m.recorder_findings_before()}
          none={m.recorder_findings_before_none()}
          rows={findings.map(({ grade, text, question }) => [
            text,
            [isFindingGrade(grade) ? gradeLabel(grade) : grade, question ?? ''].filter(Boolean).join(', '),
          ])}
        />
        <Part
          title={m.audits_sample_title()}
          none={formatNumber(sample.interviews)}
          rows={[
            ...sample.rows.map((row): [string, string] => [row.label, plannedLabel(row)]),
            [m.audits_sample_total(), formatNumber(sample.interviews)],
          ]}
        />
        <Part
          title={m.audits_team_title()}
          none=""
          rows={team.map(({ name, part, languages }) => [name, [part, formatList(languages)].filter(Boolean).join(', ')])}
        />
      </div>
    </details>
  );
}

function Part({ title, none, rows }: { title: string; none: string; rows: [string, string][] }) {
  return (
    <section className="grid content-start gap-1">
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p className="text-muted">{none}</p>
      ) : (
        <ul className="grid list-disc gap-1 ps-5">
          {rows.map(([text, more], at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that does not change
            <li key={at}>
              <bdi>{text}</bdi> {more && <span className="text-muted">({more})</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
