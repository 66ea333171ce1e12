import type { NewOrganization } from '~/access/sign-up.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { furnishOrganization } from '~/organizations/settings/furnish-organization.server';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { foldName } from '~/suppliers/parties/name-key';
import { makePublicId } from '~/suppliers/parties/public-id';
import { refreshProjection } from '~/suppliers/facts/refresh-projection.server';
import { recomputeTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { answerDemonstration } from './answer-demonstration';
import { approveDemonstration } from './approve-demonstration';
import { askDemonstration } from './ask-demonstration';
import { auditDemonstration } from './audit-demonstration';
import { auditedAddresses } from './audited-addresses';
import { companyChanges, importedOn, recordChanges } from './changes';
import { chainLines, furtherSites, labourRecruiterLines } from './chain';
import { fillRecruiters, parseRecruiterFacts } from './fill-recruiters';
import { sensitiveCaseDemonstration } from './sensitive-case-demonstration';
import { parseChain, parseRecruiters } from './parse-chain';
import { collaborateDemonstration } from './collaborate-demonstration';
import { recordedOn } from './recorded-on';
import { remediationDemonstration } from './remediation-story';
import { reviewDemonstration } from './review-demonstration';
import { shareDemonstration } from './share-demonstration';
import { visitDemonstration } from './visit-demonstration';
import { parseOpenness, parseRelations, parseWorkforce } from './parse-relations';

/**
 * Writes the fictional chain: suppliers with a site each and its workforce, labour recruiters with their links, supply links with shares, facts with a source
 * that says what they are, two submitted responses and an open one, a campaign with suppliers in every status, an answer review in progress, answers shared
 * both ways, an approved audit with its follow-up, two unapproved ones, and a sensitive case of the owner and the auditor.
 */
export async function fillDemonstration(
  db: TenantDb,
  founded: { organization: NewOrganization; userId: string },
  auditorId: string,
): Promise<void> {
  await furnishOrganization(db, founded);
  await db.organization.update({ where: { id: founded.organization.id }, data: { isDemonstration: true } });
  const source = await db.source.create({
    data: { kind: 'demonstration', userId: founded.userId, note: 'Fictional, made for the demonstration' },
    select: { id: true },
  });
  const suppliers = parseChain(chainLines);
  const providers = parseRecruiters(labourRecruiterLines);

  const partyIds = new Map<string, string>([['buyer', await ensureBuyer(db)]]);
  const makeParty = async (kind: string, key: string, name: string): Promise<string> => {
    const party = await db.party.create({
      data: { kind, publicId: makePublicId(), name, nameKey: foldName(name), createdAt: imported },
      select: { id: true },
    });
    partyIds.set(key, party.id);
    return party.id;
  };
  const idOf = (key: string): string => {
    const id = partyIds.get(key);
    if (!id) throw new Error(`The demonstration names ${key}, which it does not have`);
    return id;
  };
  const facts: { partyId: string; values: Record<string, unknown> }[] = [];
  const now = new Date();
  const imported = new Date(now.getTime() + importedOn * 86_400_000);
  const openness = parseOpenness();
  const workforce = parseWorkforce((key) => suppliers.find((supplier) => supplier.key === key)?.facts.workers ?? null);
  const recruiterFacts = parseRecruiterFacts();
  const relations = parseRelations(now);
  for (const supplier of suppliers) {
    const partyId = await makeParty('supplier', supplier.key, supplier.name);
    await db.supplier.create({ data: { partyId, nameKey: foldName(supplier.name) } });
    facts.push({ partyId, values: { ...supplier.facts, ...openness.get(supplier.key) } });
    const siteId = await makeParty('site', `${supplier.key}-site`, `${supplier.name}, ${supplier.city}`);
    await db.site.create({ data: { partyId: siteId, supplierPartyId: partyId } });
    const { country, workers, migrantShare, agencyShare } = supplier.facts;
    facts.push({
      partyId: siteId,
      values: JSON.parse(
        JSON.stringify({
          name: `${supplier.name}, ${supplier.city}`,
          country,
          city: supplier.city,
          ...auditedAddresses[supplier.key],
          ...supplier.place,
          workers,
          migrantShare,
          agencyShare,
          ...workforce.get(supplier.key),
        }),
      ),
    });
  }
  for (const { key, name, country, city } of furtherSites) {
    const siteId = await makeParty('site', `${key}-second-site`, name);
    await db.site.create({ data: { partyId: siteId, supplierPartyId: idOf(key) } });
    facts.push({ partyId: siteId, values: { name, country, city } });
  }
  for (const provider of providers) {
    const partyId = await makeParty('labour-recruiter', provider.key, provider.name);
    await db.labourRecruiter.create({ data: { partyId } });
    facts.push({ partyId, values: { ...provider.facts, ...recruiterFacts.get(provider.key) } });
  }
  await db.fact.createMany({
    data: facts.map((fact) => ({
      partyId: fact.partyId,
      values: JSON.parse(JSON.stringify(fact.values)),
      sourceId: source.id,
      recordedAt: imported,
    })),
  });
  await db.supplyLink.createMany({
    data: [
      ...suppliers.flatMap((supplier) =>
        supplier.supplies.map((customer) => ({
          fromPartyId: idOf(supplier.key),
          toPartyId: idOf(customer),
          kind: 'supplies',
          sourceId: source.id,
          ...relations.get(`${supplier.key}>${customer}`),
          createdAt: imported,
        })),
      ),
      ...providers.flatMap((provider) =>
        provider.recruitsFor.map((employer) => ({
          fromPartyId: idOf(provider.key),
          toPartyId: idOf(employer),
          kind: 'recruits',
          sourceId: source.id,
          createdAt: imported,
        })),
      ),
    ],
  });
  await refreshProjection(
    db,
    facts.map((fact) => fact.partyId),
  );
  await recomputeTiers(db);
  await fillRecruiters(recordedOn(db, imported), { idOf, userId: founded.userId, deciderId: auditorId, now });
  await scoreSuppliers(recordedOn(db, imported), {
    partyIds: suppliers.map((supplier) => idOf(supplier.key)),
    asOf: imported.toISOString().slice(0, 10),
  });
  await db.alert.updateMany({ data: { firstSeenAt: imported } });
  const sixDaysAgo = new Date(now.getTime() - 6 * 86_400_000);
  await db.alert.updateMany({ where: { partyId: idOf('t206'), kind: 'presumed-region' }, data: { firstSeenAt: sixDaysAgo } });
  await recordChanges(db, companyChanges, { idOf, userId: founded.userId, now });
  await answerDemonstration(db, { idOf, organizationId: founded.organization.id, userId: founded.userId, now });
  const asked = await askDemonstration(db, { userId: founded.userId, now });
  const [first] = asked.answered;
  if (first) await reviewDemonstration(db, { responseId: first, userId: founded.userId, now });
  await shareDemonstration(db, { ...founded, now, asked });
  const audited = idOf('t108');
  const { userId: assessorId } = await db.membership.findFirstOrThrow({ where: { role: 'manager' }, select: { userId: true } });
  const auditors = { ownerId: founded.userId, auditorId, assessorId };
  await approveDemonstration(db, { organization: founded.organization, ...auditors, partyId: audited, now });
  await auditDemonstration(db, { userId: founded.userId, auditorId, onSite: idOf('t204'), next: idOf('t205'), now });
  await visitDemonstration(db, { idOf, ...auditors, now });
  await remediationDemonstration(db, { partyId: idOf('t105'), userId: founded.userId, now });
  await collaborateDemonstration(db, { idOf, now });
  await sensitiveCaseDemonstration(db, { ownerId: founded.userId, auditorId, partyId: idOf('t223'), now });
}
