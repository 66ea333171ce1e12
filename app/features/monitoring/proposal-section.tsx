import { Form } from '~/ui/form';
import { FreeText } from '~/features/personal-data/personal-data-hint';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { RadioGroup } from '~/ui/select';
import { fieldOf } from '~/web/forms';
import type { Refused } from './act-dialog';
import { failureOf, type ShownCovenant } from './covenant-page';

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
  const waiting = covenant.proposals.filter(({ verdict }) => verdict === null);
  const decided = covenant.proposals.filter(({ verdict }) => verdict !== null);
  if (covenant.proposals.length === 0) return null;
  return (
    <Section title={m.monitoring_proposals_title()} lead={m.monitoring_proposals_lead()} id="proposals">
      <ul className="grid gap-5">
        {[...waiting, ...decided].map((proposal) => (
          <li key={proposal.id} className="grid gap-2 border-s-2 border-line ps-4">
            <p>
              <strong>{titleOf(proposal)}</strong>{' '}
              <span className="text-muted">
                {proposal.verdict === null
                  ? m.monitoring_proposal_waits()
                  : proposal.verdict === 'agreed'
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
            {proposal.verdict === null && mayDecide && <Decision proposal={proposal} userId={userId} refused={refused} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Decision({ proposal, userId, refused }: { proposal: Proposal; userId: string; refused: Refused }) {
  if (proposal.proposedById === userId) return <Notice tone="info">{m.monitoring_refused_same_person()}</Notice>;
  const isOf = refused?.failure.values.proposalId?.[0] === proposal.id;
  const failure = isOf ? failureOf(refused, 'decide-proposal') : undefined;
  return (
    <Form method="post" noValidate className="grid max-w-prose gap-3" data-print="none">
      <ErrorSummary errors={failure?.errors} />
      <input type="hidden" name="intent" value="decide-proposal" />
      <input type="hidden" name="proposalId" value={proposal.id} />
      <RadioGroup
        {...fieldOf(failure, 'verdict')}
        id={`verdict-${proposal.id}`}
        label={m.monitoring_waiver_decide()}
        layout="row"
        options={[
          { value: 'agreed', label: m.monitoring_proposal_agree() },
          { value: 'refused', label: m.monitoring_waiver_refuse() },
        ]}
      />
      <FreeText
        {...fieldOf(failure, 'answer')}
        id={`answer-${proposal.id}`}
        optional
        label={m.lender_reason()}
        hint={m.monitoring_waiver_answer_hint()}
        rows={2}
        maxLength={2000}
      />
      <div>
        <Button type="submit" variant="primary">
          {m.monitoring_waiver_decide()}
        </Button>
      </div>
    </Form>
  );
}
