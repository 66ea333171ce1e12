import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { reasonLabel, speaksAgainst } from '~/suppliers/duplicates/reason-labels';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatCountry, formatPercent } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Unknown } from '~/ui/values';
import type { ListedProposal } from './list-proposals.server';

/** The pairs of a page, a line each, with the two answers as radio buttons of the form around them: `answer.<id>` is same or different. */
export function ProposalTable({ proposals, base }: { proposals: readonly ListedProposal[]; base: string }) {
  return (
    <DataTable
      caption={m.match_step_title()}
      rows={proposals}
      rowKey={({ id }) => id}
      isStacked
      columns={[
        {
          key: 'incoming',
          header: m.match_step_file(),
          wraps: true,
          isRowHeader: true,
          cell: ({ incoming, rowNumber }) => (
            <Side
              name={incoming.name}
              country={incoming.country}
              place={[incoming.address, incoming.city].filter(Boolean).join(', ')}
              note={m.match_step_row({ row: rowNumber })}
            />
          ),
        },
        {
          key: 'known',
          header: m.match_step_known(),
          wraps: true,
          cell: ({ known }) => (
            <Side
              name={<Link to={`${base}/suppliers/${known.publicId}`}>{known.name}</Link>}
              country={known.country}
              place={(known.places ?? []).join(' · ')}
            />
          ),
        },
        {
          key: 'likeness',
          header: m.match_step_similarity(),
          wraps: true,
          cell: ({ score, reasons }) => (
            <div className="grid gap-1">
              <span className="font-semibold">{formatPercent(score)}</span>
              <ul className="grid gap-0.5 text-sm">
                {reasons.map((reason) => (
                  <li key={reason} className="inline-flex items-center gap-1">
                    <Icon
                      name={speaksAgainst(reason) ? 'attention' : 'check'}
                      label={speaksAgainst(reason) ? m.match_speaks_against() : m.match_speaks_for()}
                      className={speaksAgainst(reason) ? 'text-warning' : 'text-success'}
                    />
                    {reasonLabel(reason)}
                  </li>
                ))}
              </ul>
            </div>
          ),
        },
        { key: 'answer', header: m.match_step_decision(), wraps: true, isAct: true, cell: (proposal) => <Answer proposal={proposal} /> },
      ]}
    />
  );
}

function Side({ name, country, place, note }: { name: ReactNode; country: string | null; place: string; note?: string }) {
  return (
    <div className="grid gap-0.5">
      <span className="font-semibold">{name}</span>
      <span className="text-sm font-normal text-muted">
        {country ? formatCountry(country) : <Unknown />}
        {place && ` · ${place}`}
      </span>
      {note && <span className="text-sm font-normal text-muted">{note}</span>}
    </div>
  );
}

function Answer({ proposal }: { proposal: ListedProposal }) {
  const { id, answer, isNamesake, incoming, known } = proposal;
  const choices = [
    { value: 'same', label: isNamesake ? m.match_step_site() : m.match_step_same() },
    { value: 'different', label: m.match_step_different() },
  ] as const;
  return (
    <fieldset className="grid gap-1">
      <legend className="sr-only">{m.match_pair_caption({ a: incoming.name, b: known.name })}</legend>
      {choices.map(({ value, label }) => (
        <label key={value} className="inline-flex min-h-7 items-center gap-2 whitespace-nowrap">
          <input type="radio" name={`answer.${id}`} value={value} defaultChecked={answer === value} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
