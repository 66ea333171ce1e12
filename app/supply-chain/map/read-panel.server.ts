import { type AlertKind, alertKindSchema, type Band, type Basis, bandSchema, bases, type LinkKind } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import type { Verdict } from '~/risk/supplier-verdict/choose-verdict';
import { readVerdict } from '~/risk/supplier-verdict/read-verdict.server';
import { type PathToBuyerStep, readPathToBuyer } from '~/suppliers/supply-links/read-path-to-buyer.server';
import type { LinkWindow } from '~/suppliers/supply-links/link-window';
import { readChain } from '~/suppliers/supply-links/read-chain.server';
import type { LinkOrders } from '~/suppliers/supply-links/order-totals';
import { readLinkOrders } from '~/suppliers/supply-links/read-order-totals.server';
import { type Inherited, readInherited } from '~/risk/inherited-risk/read-inherited.server';

export type PanelLink = {
  id: string;
  kind: LinkKind;
  product: string | null;
  isInferred: boolean;
  publicId: string;
  name: string;
  band: Band | null;
  partyKind: string;
  orders: LinkOrders | null;
};
export type Panel = {
  publicId: string;
  name: string;
  kind: string;
  country: string | null;
  sector: string | null;
  tier: number | null;
  band: Band | null;
  basis: Basis | null;
  isStateImposed: boolean;
  reading: { score: number; low: number; high: number } | null;
  products: string[];
  /** What a buyer must know, as on the page of the supplier; null for other parties. */
  verdict: Verdict | null;
  /** How its goods reach the organization today: the supplier first. Empty where no path is known. */
  path: PathToBuyerStep[];
  suppliers: PanelLink[];
  customers: PanelLink[];
  isCut: boolean;
  inherited: Inherited;
  /** The kinds of its current alerts, the most serious first, and whether each waits for a person. */
  alerts: { kind: AlertKind; isToBeConfirmed: boolean }[];
};

/** What the side panel says of a party of this organization: its facts, relations either way and what it inherits; null for an unknown ID. Some twenty-five queries at most, however many parties. */
export async function readPanel(
  db: TenantDb,
  { publicId, asOf, within }: { publicId: string; asOf: string; within: LinkWindow },
): Promise<Panel | null> {
  const party = await db.party.findFirst({
    where: { publicId },
    select: { id: true, publicId: true, name: true, kind: true, supplier: true, labourRecruiter: { select: { country: true } } },
  });
  if (!party || party.kind === 'site') return null;
  const { supplier } = party;
  const chain = await readChain(db, { partyId: party.id, depth: 1, within });
  const nodeOf = new Map(chain.nodes.map((node) => [node.id, node]));
  const orders = await readLinkOrders(db, { partyId: party.id, knownAt: within.knownAt });
  const linksTo = (end: 'from' | 'to'): PanelLink[] =>
    chain.links.flatMap((link) => {
      const other = nodeOf.get(link[end]);
      const isMine = link[end === 'from' ? 'to' : 'from'] === party.id;
      if (!other || !isMine) return [];
      const { id, kind, product, isInferred } = link;
      const { publicId: otherId, name, band, kind: partyKind } = other;
      return [
        { id, kind, product, isInferred, publicId: otherId, name, band, partyKind, orders: orders.get(`${link.from} ${link.to}`) ?? null },
      ];
    });
  const band = bandSchema.safeParse(supplier?.band);
  const { score, scoreLow, scoreHigh } = supplier ?? { score: null, scoreLow: null, scoreHigh: null };
  const basis = bases.find((grade) => grade === supplier?.basis) ?? null;
  const reading = score && scoreLow && scoreHigh ? { score: score.toNumber(), low: scoreLow.toNumber(), high: scoreHigh.toNumber() } : null;
  const scored = reading && band.success ? { band: band.data, basis } : null;
  return {
    publicId: party.publicId,
    name: party.name,
    kind: party.kind,
    country: supplier?.country ?? party.labourRecruiter?.country ?? null,
    sector: supplier?.sector ?? null,
    tier: supplier?.tier ?? null,
    band: band.success ? band.data : null,
    basis,
    isStateImposed: supplier?.isStateImposed ?? false,
    reading,
    products: supplier?.products ?? [],
    verdict: supplier ? await readVerdict(db, { partyId: party.id, scoreId: supplier.scoreId, reading: scored }) : null,
    path: supplier ? await readPathToBuyer(db, party.id) : [],
    suppliers: linksTo('from'),
    customers: linksTo('to'),
    isCut: chain.isCut,
    inherited: await readInherited(db, { partyId: party.id, asOf, within }),
    alerts: await readAlertMarks(db, party.id),
  };
}

async function readAlertMarks(db: TenantDb, partyId: string): Promise<Panel['alerts']> {
  const rows = await db.alert.findMany({
    where: { partyId, endedAt: null, status: { not: 'dismissed' } },
    select: { kind: true, isToBeConfirmed: true, status: true },
    orderBy: [{ rank: 'asc' }, { id: 'asc' }],
    distinct: ['kind'],
  });
  return rows.map(({ kind, isToBeConfirmed, status }) => ({
    kind: alertKindSchema.parse(kind),
    isToBeConfirmed: isToBeConfirmed && status === 'open',
  }));
}
