import { smallestGroup } from '~/platform/privacy/protect-counts';
import { m } from '~/paraglide/messages';
import { formatList, formatNumber } from '~/ui/format';

type Planned = { people: number; isTooSmall?: true | undefined };

/** How many of a group are planned; for a group too small to report, all: its size is not shown. */
export const plannedLabel = ({ people, isTooSmall }: Planned): string =>
  isTooSmall ? m.audits_sample_all({ people: formatNumber(smallestGroup) }) : formatNumber(people);

/** Which groups no report will show, and what to do: too few work there, or too few are planned. */
export function SampleNotes({ rows }: { rows: readonly (Planned & { label: string })[] }) {
  const labels = (which: (row: Planned) => boolean) => formatList(rows.filter(which).map(({ label }) => label));
  const isPlannedFew = ({ people, isTooSmall }: Planned) => !isTooSmall && people > 0 && people < smallestGroup;
  const people = formatNumber(smallestGroup);
  return (
    <>
      {rows.some(({ isTooSmall }) => isTooSmall) && (
        <p className="mt-2 max-w-prose">{m.audits_sample_too_small({ people, groups: labels(({ isTooSmall }) => isTooSmall === true) })}</p>
      )}
      {rows.some(isPlannedFew) && (
        <p className="mt-2 max-w-prose">{m.audits_sample_planned_few({ people, groups: labels(isPlannedFew) })}</p>
      )}
    </>
  );
}
