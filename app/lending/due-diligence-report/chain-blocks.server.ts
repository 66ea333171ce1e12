import type { TenantDb } from '~/access/tenant-db.server';
import { daysText, listName, placeText, reasonText } from '~/risk/supplier-pages/listed-labels';
import { labourText } from '~/risk/alerts/match-words';
import { readProjectChain } from '~/lending/deals/read-project-chain.server';
import { m } from '~/paraglide/messages';
import type { LenderBlock } from '~/documents/frozen-documents/lender-report/schema';
import { scoreLabel } from '~/documents/charts/labels';
import { bandName } from '~/ui/band-badge';
import { formatNumber } from '~/ui/format';
import { riskFigure } from './record-labels';

type Chain = Awaited<ReturnType<typeof readProjectChain>>;

/**
 * The chain behind the companies of the project: inherited risk of each (R10) with the highest-risk party upstream, and goods, sectors and names of the whole
 * chain on public lists, each with the reason. Queries as `read-project-chain`.
 */
export async function readChainBlocks(
  db: TenantDb,
  { clientPartyId, partyIds, today }: { clientPartyId: string; partyIds: readonly string[]; today: string },
): Promise<LenderBlock[]> {
  const chain = await readProjectChain(db, { clientPartyId, partyIds, asOf: today });
  return [...inheritedBlocks(chain), ...goodsBlocks(chain)];
}

function inheritedBlocks({ inherited, unexplained }: Chain): LenderBlock[] {
  const head: LenderBlock = { kind: 'heading', level: 2, text: m.project_chain_inherited() };
  if (inherited === null) return [head, { kind: 'paragraph', text: m.project_chain_refused() }];
  const figure = (ends: Parameters<typeof riskFigure>[0] | null) => (ends === null ? m.shell_unknown() : riskFigure(ends));
  return [
    head,
    { kind: 'paragraph', text: m.project_chain_inherited_lead() },
    {
      kind: 'table',
      title: m.project_chain_inherited(),
      size: 8,
      columns: [
        { label: m.deals_chain_company(), share: 28 },
        { label: m.what_if_own(), share: 22 },
        { label: m.what_if_inherited(), share: 22 },
        { label: m.project_chain_worst(), share: 28 },
      ],
      rows: inherited.map(({ name, isClient, own, inherited: from, worst }) => [
        { text: name, ...(isClient ? { note: m.project_chain_client() } : {}) },
        figure(own),
        figure(from),
        worst
          ? {
              text: worst.name,
              note: `${bandName(worst.band)}, ${scoreLabel(worst.own)} · ${m.project_chain_steps({ steps: worst.steps })}`,
            }
          : m.project_chain_worst_none(),
      ]),
    },
    ...(unexplained > 0 ? [{ kind: 'paragraph' as const, text: m.project_goods_more({ count: formatNumber(unexplained) }) }] : []),
  ];
}

function goodsBlocks({ goods }: Chain): LenderBlock[] {
  const { looked, all, silent, entries } = goods;
  const counted =
    looked < all
      ? m.project_goods_looked_part({ looked: formatNumber(looked), all: formatNumber(all) })
      : m.project_goods_looked({ count: all });
  return [
    { kind: 'heading', level: 2, text: m.project_goods_title() },
    {
      kind: 'paragraph',
      text: [m.project_goods_lead(), counted, silent > 0 ? m.project_goods_silent({ count: silent }) : ''].join(' ').trim(),
    },
    entries.length === 0
      ? { kind: 'paragraph', text: m.project_goods_none() }
      : {
          kind: 'list',
          items: entries.map((entry) => ({
            lead: `${entry.subject} · ${listName(entry.list)} · ${labourText(entry.labour)}`,
            text: [
              `${daysText(entry)}.`,
              ...(entry.isCandidate ? [m.suppliers_candidate_text()] : []),
              ...entry.where.map(({ name, match }) =>
                [`${name}:`, reasonText(match), entry.isCandidate ? placeText(match) : ''].filter(Boolean).join(' '),
              ),
              ...(entry.inAll > entry.where.length
                ? [m.project_goods_more({ count: formatNumber(entry.inAll - entry.where.length) })]
                : []),
            ].join(' '),
          })),
        },
  ];
}
