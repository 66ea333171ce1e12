import { m } from '~/paraglide/messages';
import type { ListedProposal } from './list-proposals.server';
import type { OtherName } from './proposal';

/** A name of the list with what it may be the same as, the likeliest first. */
export type Member = { key: string; first: ListedProposal; proposals: ListedProposal[] };
/** Questions that are answered together. `about` is one for all of them. */
export type ProposalLine = { cluster: string; members: Member[]; best: ListedProposal };

/** The questions of a page, which follow each other line by line, as lines. */
export function linesOf(proposals: readonly ListedProposal[]): ProposalLine[] {
  const lines = new Map<string, ListedProposal[]>();
  for (const proposal of proposals) lines.set(proposal.cluster, [...(lines.get(proposal.cluster) ?? []), proposal]);
  return [...lines].flatMap(([cluster, all]) => {
    const [first, ...rest] = all;
    if (!first) return [];
    const members = new Map<string, Member>();
    for (const proposal of all) {
      const member = members.get(proposal.nameKey) ?? { key: proposal.nameKey, first: proposal, proposals: [] };
      member.proposals.push(proposal);
      members.set(proposal.nameKey, member);
    }
    for (const member of members.values()) {
      member.proposals.sort((a, b) => b.score - a.score);
      member.first = member.proposals[0] ?? member.first;
    }
    return [{ cluster, members: [...members.values()], best: rest.reduce((best, each) => (each.score > best.score ? each : best), first) }];
  });
}

/** The name on the other side of a question. */
export const otherName = ({ known, other }: ListedProposal): string => known?.name ?? other?.name ?? '';

/** Where the other name or site is from. */
export function otherNote({ row, list }: OtherName): string {
  if (row === null) return m.match_step_in_records();
  return list === null ? m.match_step_row({ row }) : m.match_step_other_list({ list, row });
}

/** What saying yes and saying no mean for this question. */
export function answerTexts({ about }: ListedProposal): { same: string; different: string } {
  if (about === 'site') return { same: m.match_step_same_site(), different: m.match_step_other_site() };
  if (about === 'namesake') return { same: m.match_step_site(), different: m.match_step_different() };
  return { same: m.match_step_same(), different: m.match_step_different() };
}
