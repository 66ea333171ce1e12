import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import type { Refused } from '~/ui/act-dialog';
import type { ShownCovenant } from './covenant-page';
import { DecisionForm } from './decision-form';

type Proposal = ShownCovenant['proposals'][number];

function titleOf({ kind, endedOn }: Proposal): string {
  if (kind === 'delete') return m.monitoring_proposed_delete();
  return kind === 'end' ? m.monitoring_proposed_end({ date: endedOn ? formatDate(endedOn) : '' }) : m.monitoring_proposed_remedied();
}

/** What one person proposed and another decides: what waits first, then what was decided. */
export function ProposalSection({
  covenant,
  userId,
  mayDecide,
  refused,
}: {
  covenant: ShownCovenant;
  userId: string;
  mayDecide: boolean;
  refused: Refused;
}) {
  const waiting = covenant.proposals.filter(({ state }) => state === 'open');
  const decided = covenant.proposals.filter(({ state }) => state !== 'open');
  if (covenant.proposals.length === 0) return null;
  return (
    <Section title={m.monitoring_proposals_title()} lead={m.monitoring_proposals_lead()} id="proposals">
      <ul className="grid gap-5">
        {[...waiting, ...decided].map((proposal) => (
          <li key={proposal.id} className="grid gap-2 border-s-2 border-line ps-4">
            <p>
              <strong>{titleOf(proposal)}</strong>{' '}
              <span className="text-muted">
                {proposal.state === 'open'
                  ? m.monitoring_proposal_waits()
                  : proposal.state === 'approved'
                    ? m.monitoring_proposal_agreed()
                    : m.monitoring_waiver_refused()}
              </span>
              <span className="block max-w-prose whitespace-pre-line">{proposal.reason}</span>
              <span className="block text-xs text-muted">{m.monitoring_proposed_by({ name: proposal.proposedBy ?? '' })}</span>
              {proposal.decidedBy && (
                <span className="block text-xs text-muted">{m.monitoring_waiver_decided_by({ name: proposal.decidedBy })}</span>
              )}
              {proposal.answer && <span className="block max-w-prose whitespace-pre-line">{proposal.answer}</span>}
            </p>
            {proposal.state === 'open' && mayDecide && proposal.proposedById === userId && (
              <Notice tone="info">{m.monitoring_refused_same_person()}</Notice>
            )}
            {proposal.state === 'open' && mayDecide && proposal.proposedById !== userId && (
              <DecisionForm
                intent="decide-proposal"
                of={{ field: 'proposalId', id: proposal.id }}
                verdicts={[
                  { value: 'approved', label: m.monitoring_proposal_agree() },
                  { value: 'rejected', label: m.monitoring_waiver_refuse() },
                ]}
                refused={refused}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
