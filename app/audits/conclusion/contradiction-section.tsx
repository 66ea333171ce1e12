import { HitCard } from '~/audits/consistency/hit-card';
import type { ShownHit } from '~/audits/consistency/show-hit';
import { m } from '~/paraglide/messages';
import { OpenCaseHere } from '~/platform/privacy/open-case';
import { Section } from '~/ui/page-header';

/** Contradictions of a record with their explanations: for the team before the conclusion, and for whoever approves it. */
export function ContradictionSection({
  hits,
  isForTeam,
  openCase,
}: {
  hits: readonly ShownHit[];
  isForTeam: boolean;
  openCase: { base: string; about: string } | null;
}) {
  return (
    <Section
      id="contradictions"
      title={m.consistency_title()}
      lead={isForTeam ? m.consistency_obstacle_lead() : m.consistency_report_lead()}
    >
      {hits.length === 0 ? (
        <p className="text-muted">{m.consistency_conclusion_none()}</p>
      ) : (
        <div className="grid gap-3">
          {hits.map((hit) => (
            <HitCard key={hit.key} hit={hit} beside={hit.zero === 'z5' && openCase ? <OpenCaseHere {...openCase} /> : null}>
              {hit.zero === 'z5' && hit.state === 'explained' && hit.explanation === null && (
                <p className="text-muted">{m.consistency_explanation_team()}</p>
              )}
            </HitCard>
          ))}
        </div>
      )}
    </Section>
  );
}
