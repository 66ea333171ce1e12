import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { reasonLabel, speaksAgainst } from '~/suppliers/duplicates/reason-labels';
import { m } from '~/paraglide/messages';
import { formatCountry, formatPercent } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Unknown } from '~/ui/values';
import type { ListedProposal } from './list-proposals.server';
import { answerTexts, linesOf, type Member, otherName, otherNote, type ProposalLine } from './proposal-lines';
import { useLineKeys } from './use-line-keys';

/**
 * The questions of a page, a line for each cluster: the names of the list, what they may be the same as, why, and the answers as radio buttons of the
 * form around: `answer.<id>` is same, different, or the id of another question of that name. `line` selects whole lines.
 */
export function ProposalList({ proposals, base }: { proposals: readonly ListedProposal[]; base: string }) {
  const { list, onKeyDown } = useLineKeys();
  return (
    <ol ref={list} onKeyDown={onKeyDown} aria-label={m.match_step_title()} className="border-t border-line">
      {linesOf(proposals).map((line, at) => (
        <Line key={line.cluster} line={line} base={base} isFirst={at === 0} />
      ))}
    </ol>
  );
}

function Line({ line, base, isFirst }: { line: ProposalLine; base: string; isFirst: boolean }) {
  const { members, best } = line;
  const names = members.map(({ first }) => first.incoming.name).join(', ');
  return (
    <li
      data-line
      tabIndex={isFirst ? 0 : -1}
      aria-label={m.match_pair_caption({ a: names, b: otherName(best) })}
      className="grid gap-x-6 gap-y-3 border-b border-line py-3 focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent md:grid-cols-[auto_minmax(0,1fr)_14rem]"
    >
      <input
        type="checkbox"
        name="line"
        value={line.cluster}
        aria-label={m.match_step_select({ names })}
        className="mt-1 size-5 md:size-4"
      />
      <ul className="grid content-start gap-4">
        {members.map((member) => (
          <MemberRow key={member.key} member={member} base={base} />
        ))}
      </ul>
      <div className="grid content-start gap-1">
        <span className="font-semibold">{m.match_likeness({ share: formatPercent(best.score) })}</span>
        <ul className="grid gap-0.5 text-sm">
          {best.reasons.map((reason) => (
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
    </li>
  );
}

function MemberRow({ member, base }: { member: Member; base: string }) {
  const { first, proposals } = member;
  const texts = answerTexts(first);
  const said =
    proposals.find(({ answer }) => answer === 'same')?.id ?? (proposals.every(({ answer }) => answer === 'different') ? 'none' : null);
  return (
    <li className="grid gap-x-6 gap-y-2 lg:grid-cols-2">
      <Side
        name={first.incoming.name}
        country={first.incoming.country}
        place={[first.incoming.address, first.incoming.city].filter(Boolean).join(', ')}
        note={m.match_step_row({ row: first.rowNumber })}
      />
      <fieldset className="grid content-start gap-2">
        <legend className="sr-only">{m.match_pair_caption({ a: first.incoming.name, b: otherName(first) })}</legend>
        {proposals.map((proposal, at) => (
          <label key={proposal.id} className="flex items-start gap-2">
            <input
              type="radio"
              name={`answer.${first.id}`}
              value={proposal.id === first.id ? 'same' : proposal.id}
              data-digit={at + 1}
              defaultChecked={said === proposal.id}
              className="mt-1"
            />
            <span className="grid">
              <span className="text-sm text-muted">{texts.same}</span>
              <Other proposal={proposal} base={base} />
            </span>
          </label>
        ))}
        <label className="flex items-center gap-2">
          <input type="radio" name={`answer.${first.id}`} value="different" data-digit={0} defaultChecked={said === 'none'} />
          <span className="text-sm">{texts.different}</span>
        </label>
      </fieldset>
    </li>
  );
}

/** The other side: a known supplier, or another line of this list or of one that waits. */
function Other({ proposal: { known, other }, base }: { proposal: ListedProposal; base: string }) {
  if (known)
    return (
      <Side
        name={<Link to={`${base}/suppliers/${known.publicId}`}>{known.name}</Link>}
        country={known.country}
        place={(known.places ?? []).join(' · ')}
        note={m.match_step_in_records()}
      />
    );
  if (!other) return null;
  return (
    <Side
      name={other.name}
      country={other.country}
      place={[other.address, other.city].filter(Boolean).join(', ')}
      note={otherNote(other)}
    />
  );
}

function Side({ name, country, place, note }: { name: ReactNode; country: string | null; place: string; note: string }) {
  return (
    <span className="grid content-start gap-0.5">
      <bdi className="font-semibold">{name}</bdi>
      <span className="text-sm text-muted">
        {country ? formatCountry(country) : <Unknown />}
        {place && ` · ${place}`}
      </span>
      <span className="text-sm text-muted">{note}</span>
    </span>
  );
}
