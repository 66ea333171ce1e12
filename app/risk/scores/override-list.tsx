import type { LiftingIgnored, OverrideShown, Scored } from '#scoring';
import { Link } from '@remix-run/react';
import { overrideLabel } from '~/documents/charts/labels';
import { m } from '~/paraglide/messages';
import { formatDate, formatNumber } from '~/ui/format';
import { isWrittenByMember, OverrideSource } from './override-source';
import { evidenceLabel } from './labels';

/**
 * Critical overrides of a result, scored or not: those in force, those waived or not yet in force, and decisions that waive nothing. `base`: address of the
 * organization, under which an audit that one follows from is read.
 */
export function OverrideList({ overrides, ignoredLiftings, base }: Pick<Scored, 'overrides' | 'ignoredLiftings'> & { base?: string }) {
  return (
    <ul className="grid gap-3">
      {overrides.map((override) => (
        <li key={`${override.code} ${override.id}`} className="border-s-4 border-line ps-3">
          <p className={override.state === 'in-force' ? 'font-semibold' : undefined}>
            <Link to={`/methodology/R7#R7.${override.code}`}>{override.code}</Link> {sentenceOf(override)}
          </p>
          <p className="text-sm text-muted">
            {override.findings === undefined && <span lang={isWrittenByMember(override) ? undefined : 'en'}>{override.reason} </span>}
            {base && override.source !== undefined && <OverrideSource base={base} source={override.source} code={override.code} />}
            {m.method_override_evidence({ evidence: evidenceLabel(override.evidence) })}
            {override.lifted && `. ${m.method_override_lifted_by({ name: override.lifted.secondReviewer })}`}
          </p>
        </li>
      ))}
      {ignoredLiftings.map(({ override, liftedOn, code }) => (
        <li key={`${override} ${liftedOn} ${code}`} className="text-sm text-muted">
          {m.method_override_ignored({ date: formatDate(liftedOn), override, why: reasons[code]() })}
        </li>
      ))}
    </ul>
  );
}

const reasons = {
  'no-such-override': m.method_lifting_no_such_override,
  'second-reviewer-missing': m.method_lifting_second_reviewer_missing,
  'second-reviewer-same': m.method_lifting_second_reviewer_same,
  'evidence-too-weak': m.method_lifting_evidence_too_weak,
  'before-override': m.method_lifting_before_override,
  'after-day': m.method_lifting_after_day,
} satisfies Record<LiftingIgnored['code'], () => string>;

function sentenceOf({ code, floor, state, since, lifted }: OverrideShown): string {
  const text = overrideLabel(code);
  if (state === 'lifted' && lifted) return m.supplier_report_override_lifted({ text, date: formatDate(lifted.liftedOn) });
  if (since === null) return m.supplier_report_override_in_force_undated({ text, floor: formatNumber(floor) });
  const date = formatDate(since);
  return state === 'not-yet'
    ? m.supplier_report_override_not_yet({ text, date })
    : m.supplier_report_override_in_force({ text, date, floor: formatNumber(floor) });
}
