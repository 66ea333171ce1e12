import { HitCard } from '~/audits/consistency/hit-card';
import { hitStateLabel } from '~/audits/consistency/labels';
import type { ShownHit } from '~/audits/consistency/show-hit';
import { m } from '~/paraglide/messages';
import { OpenCaseHere } from '~/platform/privacy/open-case';
import { Fold } from '~/ui/fold';
import { formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';

/** Contradictions of a record with their explanations: for the team before the conclusion, which finds the explained ones folded, and for whoever approves it. */
export function ContradictionSection({
  hits,
  isForTeam,
  openCase,
}: {
  hits: readonly ShownHit[];
  isForTeam: boolean;
  openCase: { base: string; about: string } | null;
}) {
  // Whoever approves reads each explanation; the team wrote them.
  const explained = isForTeam ? hits.filter(({ state }) => state === 'explained') : [];
  const open = hits.filter((hit) => !explained.includes(hit));
  return (
    <Section
      id="contradictions"
      title={m.consistency_title()}
      lead={isForTeam ? m.consistency_obstacle_lead() : m.consistency_report_lead()}
    >
      {hits.length === 0 ? (
        <p className="text-muted">{m.consistency_conclusion_none()}</p>
      ) : (
        <>
          {open.length > 0 && <Hits {...{ hits: open, openCase }} />}
          {explained.length > 0 && (
            <Fold
              summary={m.shell_named({ name: hitStateLabel('explained'), text: formatNumber(explained.length) })}
              isPrinted
              className="mt-3"
            >
              <Hits {...{ hits: explained, openCase }} />
            </Fold>
          )}
        </>
      )}
    </Section>
  );
}

function Hits({ hits, openCase }: { hits: readonly ShownHit[]; openCase: { base: string; about: string } | null }) {
  return (
    <div className="grid gap-3">
      {hits.map((hit) => (
        <HitCard key={hit.key} hit={hit} beside={hit.zero === 'z5' && openCase ? <OpenCaseHere {...openCase} /> : null}>
          {hit.zero === 'z5' && hit.state === 'explained' && hit.explanation === null && (
            <p className="text-muted">{m.consistency_explanation_team()}</p>
          )}
        </HitCard>
      ))}
    </div>
  );
}
