import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Form } from '~/ui/form';
import { formatPercent } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { CountryText } from '~/ui/values';
import type { ListedProposal } from './list-proposals.server';
import { otherName, otherNote } from './proposal-lines';

/**
 * Every match that accepting would make without a question, ticked. What is unticked and saved is another company, site or supplier, and is
 * remembered. `more` leads to those that do not fit.
 */
export function AutomaticSection({ matches, more }: { matches: readonly ListedProposal[]; more: string | null }) {
  if (matches.length === 0) return null;
  return (
    <Section title={m.match_automatic_title()} lead={m.match_automatic_lead()} id="automatic">
      <Form method="post" className="grid gap-3">
        <DataTable
          caption={m.match_automatic_title()}
          rows={matches}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'keep',
              header: m.match_automatic_same(),
              cell: (match) => (
                <>
                  <input type="hidden" name="shown" value={match.id} />
                  <input
                    type="checkbox"
                    name="same"
                    value={match.id}
                    defaultChecked
                    aria-label={m.match_pair_caption({ a: match.incoming.name, b: otherName(match) })}
                    className="size-5 md:size-4"
                  />
                </>
              ),
            },
            {
              key: 'incoming',
              header: m.match_step_file(),
              wraps: true,
              isRowHeader: true,
              cell: ({ incoming, rowNumber }) => (
                <>
                  <bdi>{incoming.name}</bdi>
                  <span className="block text-xs font-normal text-muted">
                    <CountryText code={incoming.country} /> · {incoming.address ? `${incoming.address} · ` : ''}
                    {m.match_step_row({ row: rowNumber })}
                  </span>
                </>
              ),
            },
            {
              key: 'other',
              header: m.match_automatic_with(),
              wraps: true,
              cell: (match) => (
                <>
                  <bdi>{otherName(match)}</bdi>
                  <span className="block text-xs text-muted">
                    {match.known
                      ? [m.match_step_in_records(), ...(match.known.places ?? [])].join(' · ')
                      : match.other && [match.other.address, otherNote(match.other)].filter(Boolean).join(' · ')}
                  </span>
                </>
              ),
            },
            { key: 'score', header: m.match_step_similarity(), align: 'end', isWideOnly: true, cell: ({ score }) => formatPercent(score) },
          ]}
        />
        <div className="flex flex-wrap gap-2">
          <Button name="intent" value="automatic">
            {m.match_automatic_save()}
          </Button>
          {more !== null && <LinkButton to={more}>{m.match_automatic_more()}</LinkButton>}
        </div>
      </Form>
    </Section>
  );
}
