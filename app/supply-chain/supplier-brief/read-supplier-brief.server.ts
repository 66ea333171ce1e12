import type { TenantDb } from '~/access/tenant-db.server';
import { oddsLabel } from '~/documents/charts/odds-labels';
import { memberLocale } from '~/locales/member-locales';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { smallestGroup } from '~/platform/privacy/protect-counts';
import { shortSource, statusText, titleText } from '~/risk/alerts/labels';
import { factLabel } from '~/risk/scores/labels';
import { driverDetail, driverName, endsLabel, howToFind, meaningSentence, verdictSentence } from '~/risk/supplier-verdict/labels';
import { readVerdictPage, type VerdictPage } from '~/risk/supplier-verdict/read-verdict-page.server';
import { memberName } from '~/suppliers/ownership/list-people.server';
import { readSupplierHead, type SupplierHead } from '~/suppliers/registry/read-supplier.server';
import { formatCountry, formatDate } from '~/ui/format';
import { bansUpstream, chooseAsks, currentAlerts, isDangerousToAsk } from './choose-asks';
import { readOpenPoints } from './read-open-points.server';
import { cutTo, mostShown, type SupplierBrief, supplierBriefSchema } from './schema';

type Reader = { organization: { name: string }; user: { name: string } };
const mostProducts = 2;

/** What a brief on a supplier prints from what is recorded now; null where the organization has no such supplier. A constant number of queries. */
export async function readSupplierBrief(
  db: TenantDb,
  reader: Reader,
  { publicId, now }: { publicId: string | undefined; now: Date },
): Promise<SupplierBrief | null> {
  const head = await readSupplierHead(db, publicId);
  if (!head) return null;
  const today = now.toISOString().slice(0, 10);
  const open = await readOpenPoints(db, { partyId: head.partyId, today });
  const critical = open.findings.filter(({ grade }) => grade === 'critical');
  const page = await readVerdictPage(db, { head, today, critical });
  const people = await readPeople(db, head.partyId);
  const named = { country: head.country, sector: page.sector, products: page.products };
  return supplierBriefSchema.parse({
    ...{ kind: 'supplier-brief', locale: memberLocale(getLocale()), preparedAt: now.toISOString(), asOf: today },
    ...{ organization: { name: reader.organization.name }, preparedBy: reader.user.name },
    supplier: { name: head.name, publicId: head.publicId, about: aboutOf(head, page) },
    verdict: verdictSentence(page.verdict, named),
    meaning: meaningSentence(page.verdict, { stateImposed: page.result?.stateImposed ?? [], country: head.country }),
    score: head.reading && { ...head.reading, scoredOn: page.asOf, method: page.earlierVersion ?? page.result?.engineVersion ?? null },
    workers: workersOf(people.workers),
    concerned: page.result?.people?.magnitude ?? null,
    alerts: cutTo(alertsOf(page), mostShown.alerts),
    drivers: page.drivers.slice(0, mostShown.drivers).map(({ id, points }) => {
      const detail = driverDetail(id, named);
      const name = driverName(id);
      return { name: detail === null ? name : m.supplier_verdict_driver_of({ driver: name, detail }), points, odds: oddsLabel(points) };
    }),
    unknowns: unknownsOf(page),
    findings: {
      critical: critical.length,
      list: cutTo(
        open.findings.map(({ title, grade, openedOn }) => ({ title, grade, openedOn })),
        mostShown.findings,
      ),
    },
    actions: {
      open: open.actions,
      overdue: cutTo(
        open.overdue.map(({ title, kind, dueOn }) => ({ title, kind, dueOn })),
        mostShown.actions,
      ),
    },
    asks: cutTo(chooseAsks(page, open), mostShown.asks),
    isDangerousToAsk: isDangerousToAsk(page),
    ...{ contact: people.contact, owner: people.owner },
  });
}

/** Place, sector, tier and products, as far as they are known. */
function aboutOf({ country, tier, declaredTier }: SupplierHead, { sector, products }: VerdictPage): string[] {
  const place = country === null ? [] : [formatCountry(country)];
  const level =
    tier !== null
      ? m.supplier_verdict_tier({ tier })
      : declaredTier === null
        ? m.supplier_verdict_tier_unknown()
        : m.supplier_verdict_tier_declared({ tier: declaredTier });
  return [
    ...place,
    ...(sector === null ? [] : [sector]),
    level,
    ...(products.length === 0 ? [] : [products.slice(0, mostProducts).join(', ')]),
  ];
}

/** Workers as a paper states them: a group of one to four is no number. */
function workersOf(workers: number | null): SupplierBrief['workers'] {
  if (workers === null) return { kind: 'unknown' };
  return workers > 0 && workers < smallestGroup ? { kind: 'under-5' } : { kind: 'exact', count: workers };
}

/** The alerts of the supplier, then the import bans upstream, each with its source and its date. */
function alertsOf(page: VerdictPage): { title: string; source: string; state: string }[] {
  return [
    ...currentAlerts(page).map((alert) => ({
      title: titleText(alert.kind, alert.basis),
      source: m.supplier_brief_alert_source({ source: sourceOf(alert), date: formatDate(alert.firstSeenAt) }),
      state: statusText(alert),
    })),
    ...bansUpstream(page).map(({ name, basis, tiersUp, kind }) => ({
      title: m.supplier_verdict_upstream({ name, subject: basis.subject, count: tiersUp }),
      source: shortSource({ kind, basis, sourceName: m.supplier_brief_own_list() }),
      state: m.alerts_kind_ban_upstream(),
    })),
  ];
}

/** The publisher of a list with the day since when its entry applies; without one, with the edition of the list. */
function sourceOf(alert: ReturnType<typeof currentAlerts>[number]): string {
  const source = shortSource(alert);
  return alert.basis.since === null ? m.supplier_brief_edition({ source, edition: alert.sourceVintage }) : source;
}

function unknownsOf({ result, unknowns, missing }: VerdictPage): SupplierBrief['unknowns'] {
  const needed = missing.map((field) => ({ fact: factLabel(field), change: null, how: howToFind(field) }));
  const telling = result
    ? unknowns.map(({ field, best, worst }) => ({
        fact: factLabel(field),
        change: endsLabel({ score: result.score, best: best.score, worst: worst.score }),
        how: howToFind(field),
      }))
    : [];
  return [...needed, ...telling].slice(0, mostShown.unknowns);
}

/** Workers, the address for questions, and who is responsible for the supplier. Two queries. */
async function readPeople(db: TenantDb, partyId: string) {
  const supplier = await db.supplier.findFirstOrThrow({
    where: { partyId },
    select: { workers: true, contact: { select: { email: true, wrongAt: true } }, ownerId: true },
  });
  const { workers, contact, ownerId } = supplier;
  return {
    workers,
    contact: contact && { email: contact.email, isWrong: contact.wrongAt !== null },
    owner: ownerId === null ? null : await memberName(db, ownerId),
  };
}
