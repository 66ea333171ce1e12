import { m } from '~/paraglide/messages';
import { Notice } from '~/ui/notice';
import type { Difference, Recomputed } from './recompute-score.server';

const words = {
  status: m.method_difference_status,
  score: m.method_difference_score,
  interval: m.method_difference_interval,
  band: m.method_difference_band,
  lines: m.method_difference_lines,
  components: m.method_difference_components,
  basis: m.scores_difference_basis,
  child: m.scores_difference_child,
  'state-imposed': m.scores_difference_state,
  domains: m.method_difference_domains,
  findings: m.method_difference_findings,
  overrides: m.method_difference_overrides,
  input: m.method_difference_input,
} satisfies Record<Difference, () => string>;

/** Whether the calculation, worked through again today, gives what was stored. */
export function CheckNotice({ recomputed, stored }: { recomputed: Recomputed; stored: string }) {
  const { engineVersion } = recomputed;
  if (recomputed.kind === 'impossible')
    return (
      <Notice tone="warning" title={m.method_check_impossible()}>
        {m.method_check_impossible_text({ stored, version: engineVersion })}
      </Notice>
    );
  const { differences, isSameVersion } = recomputed;
  const parts = differences.map((difference) => words[difference]()).join(', ');
  if (!isSameVersion)
    return (
      <Notice tone="warning" title={m.method_check_version({ stored, version: engineVersion })}>
        {differences.length === 0 ? m.method_check_version_same() : m.method_check_version_differs({ parts })}
      </Notice>
    );
  if (differences.length > 0)
    return (
      <Notice tone="danger" title={m.method_check_differs()}>
        {m.method_check_differs_text({ parts })}
      </Notice>
    );
  return (
    <Notice tone="success" title={m.method_check_same()}>
      {m.method_check_same_text({ version: engineVersion })}
    </Notice>
  );
}
