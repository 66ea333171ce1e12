import { beforeAll, describe, expect, it } from 'vitest';
import { restrictedQuestions } from '#scoring';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import * as pdfRoute from '~/routes/org/supply-chain/supplier-brief-pdf';
import * as pageRoute from '~/routes/org/supply-chain/supplier-brief';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeRequest } from '../../../tests/factories/request';
import { makeSupplier } from '../../../tests/factories/supplier';
import { callRoute } from '../../../tests/setup/call-route';
import { readSupplierBrief } from './read-supplier-brief.server';
import type { SupplierBrief } from './schema';

const now = new Date('2026-12-01T10:00:00Z');
type Made = Awaited<ReturnType<typeof makeSupplier>>;
let owner: MadeMember;
let gin: Made;
let small: Made;

const read = async ({ publicId }: Made, by = owner): Promise<SupplierBrief> => {
  const brief = await by.inOrganization((db) => readSupplierBrief(db, by, { publicId, now }));
  if (!brief) throw new Error('no brief');
  return brief;
};
const at = (by: MadeMember, { publicId }: Made) => ({
  url: `/o/${by.organization.slug}/suppliers/${publicId}/brief`,
  params: { orgSlug: by.organization.slug, supplierId: publicId },
  cookie: by.cookie,
});

const recorded = () => ({
  ...{ grade: 'critical', text: 'Rahim Uddin had to give up his passport.', origin: 'auditor', openedAt: new Date('2026-08-06') },
  ...{ extent: 'isolated', isPeopleUnknown: true, evidenceSeen: 'The safe', recordedById: owner.user.id },
});

/** A finding with an action that is overdue on the day of the brief. */
const addFinding = ({ partyId }: Made, values: object) =>
  owner.inOrganization(async (db) => {
    const { id: findingId } = await db.finding.create({ data: { partyId, ...recorded(), ...values } });
    await db.correctiveAction.create({
      data: {
        ...{ findingId, kind: 'remediation', action: 'Return the passport of Rahim Uddin', owner: 'Rahim Uddin', timescale: '30' },
        ...{ dueOn: new Date('2026-11-20'), verification: 'desktop', createdById: owner.user.id },
      },
    });
  });

beforeAll(async () => {
  owner = await makeMember();
  const values = {
    country: 'CN',
    region: 'Xinjiang',
    city: 'Korla',
    postalCode: '841000',
    sector: '1311',
    products: ['Cotton'],
    workers: 640,
  };
  gin = await makeSupplier(owner, { name: 'Tarim Gin', values });
  small = await makeSupplier(owner, { name: 'Small Mill', values: { country: 'IN', sector: '1311', workers: 3 } });
  await owner.inOrganization((db) => scoreSuppliers(db, { partyIds: [gin.partyId, small.partyId], asOf: '2026-11-25' }));
  await owner.inOrganization(async (db) => {
    await db.supplier.updateMany({ where: { partyId: gin.partyId }, data: { ownerId: owner.user.id } });
    await db.supplierContact.create({ data: { partyId: gin.partyId, email: 'mill@example.org', updatedById: owner.user.id } });
  });
});

describe('a brief', () => {
  it('states the verdict of the page, the score with interval and basis, alerts with source and date, contact and owner', async () => {
    const brief = await read(gin);
    expect(brief.verdict).toMatch(/^Very likely covered by the US import ban: Cotton/);
    const row = await owner.inOrganization((db) => db.supplier.findFirstOrThrow({ where: { partyId: gin.partyId } }));
    expect(brief.score).toMatchObject({ score: Number(row.score), low: Number(row.scoreLow), basis: row.basis, scoredOn: '2026-11-25' });
    expect(brief.alerts.shown[0]).toMatchObject({
      title: expect.stringContaining('Xinjiang'),
      source: expect.stringMatching(/^UFLPA, .*raised on/),
    });
    expect(brief.drivers).toHaveLength(3);
    expect(brief.unknowns.length).toBeGreaterThan(0);
    expect(brief).toMatchObject({ contact: { email: 'mill@example.org', isWrong: false }, owner: owner.user.name });
  });

  it('asks for origin records first, and warns where questions can put workers at risk', async () => {
    const { asks, isDangerousToAsk } = await read(gin);
    expect(asks.shown[0]).toContain('origin');
    expect(asks.shown.slice(1).every((ask) => ask.endsWith('which records can you show us?'))).toBe(true);
    expect(isDangerousToAsk).toBe(true);
    expect(await read(small)).toMatchObject({ isDangerousToAsk: false });
  });

  it('states no number for a workforce of one to four', async () => {
    expect(await read(small)).toMatchObject({ workers: { kind: 'under-5' } });
  });

  it('names findings and actions by their indicator, never by what a person wrote', async () => {
    await addFinding(small, { indicator: 'excessive-overtime' });
    await addFinding(small, {});
    const brief = await read(small);
    expect(brief.verdict).toContain('critical finding');
    expect(brief.findings).toMatchObject({ critical: 2, list: { total: 2 } });
    expect(brief.findings.list.shown.map(({ title }) => title).toSorted()).toEqual([
      'Excessive overtime',
      'Non-compliance recorded by an auditor',
    ]);
    expect(brief.actions).toMatchObject({ open: 2, overdue: { total: 2, shown: [{ kind: 'remediation', dueOn: '2026-11-20' }, {}] } });
    expect(brief.asks.shown).toContain(
      'Excessive overtime: action was due on 20 Nov 2026. What is done, what delays the rest, and what is the evidence?',
    );
    expect(JSON.stringify(brief)).not.toContain('Rahim');
  });

  it('counts and names no finding on a zero-tolerance question, not even in the verdict', async () => {
    const other = await makeSupplier(owner, { name: 'Other Mill', values: { country: 'PT', sector: '1311', workers: 80 } });
    const before = await read(other);
    const [question = ''] = restrictedQuestions();
    await addFinding(other, { question });
    const { preparedAt: _, ...after } = await read(other);
    expect({ ...after, preparedAt: before.preparedAt }).toEqual(before);
  });

  it('asks for the plan of a serious finding without one, and for a questionnaire that is late', async () => {
    const other = await makeSupplier(owner, { name: 'Third Mill', values: { country: 'PT', sector: '1311', workers: 80 } });
    await owner.inOrganization((db) =>
      db.finding.create({ data: { partyId: other.partyId, ...recorded(), grade: 'major', indicator: 'excessive-overtime' } }),
    );
    expect((await read(other)).asks.shown).toContain('Excessive overtime: what will you do, who is responsible, and by when?');
    const asked = await makeRequest(owner, { name: 'Late Mill' });
    const { responseId } = asked;
    await owner.inOrganization((db) =>
      db.questionnaireRequest.updateMany({ where: { responseId }, data: { dueOn: new Date('2026-11-20') } }),
    );
    const late = await owner.inOrganization((db) => readSupplierBrief(db, owner, { publicId: asked.publicId, now }));
    expect(late?.asks.shown[0]).toMatch(/^The questionnaire was due on 20 Nov 2026/);
  });

  it('takes the same number of queries for much that is open and for nothing', async () => {
    const count = ({ publicId }: Made) =>
      owner.inOrganization(async (db) => {
        let queries = 0;
        const counted = new Proxy(db, {
          get: (target, name) => {
            if (name === '$queryRaw' || name === '$queryRawUnsafe') queries += 1;
            return Reflect.get(target, name);
          },
        });
        await readSupplierBrief(counted, owner, { publicId, now });
        return queries;
      });
    const few = await count(small);
    for (let made = 0; made < 5; made++) await addFinding(small, { indicator: 'excessive-overtime' });
    expect(few).toBeGreaterThan(4);
    expect(await count(small)).toBe(few);
  });
});

describe('the page and its PDF', () => {
  it('are read by every member, and not found for another organization', async () => {
    const viewer = await makeMember({ organization: owner.organization, role: 'viewer' });
    expect((await callRoute(pageRoute.loader, at(viewer, gin))).body).toMatchObject({ brief: { supplier: { name: 'Tarim Gin' } } });
    const stranger = await makeMember();
    for (const route of [pageRoute, pdfRoute]) expect((await callRoute(route.loader, at(stranger, gin))).status).toBe(404);
  });

  it('are drawn by the renderer', async () => {
    const request = new Request('http://localhost/x', { headers: { Cookie: owner.cookie } });
    const response = await pdfRoute.loader({ request, params: at(owner, gin).params, context: {} as never });
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });
});
