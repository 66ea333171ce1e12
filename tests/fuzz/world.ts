import { roles } from '~/access/permissions';
import { createReportingLink, openReporting } from '~/access/reporting-links.server';
import { createPlanLink, openPlan } from '~/access/plan-links.server';
import { createSiteLink, openSite } from '~/access/site-links.server';
import { action as upload } from '~/routes/org/suppliers/import';
import { makeAudit } from '../factories/audit';
import { makeCase } from '../factories/case';
import { openReviewed } from '../factories/esap';
import { type MadeMember, makeMember } from '../factories/member';
import { makeOneOfEach } from '../factories/one-of-each';
import { makeQuestionnaireTemplate } from '../factories/questionnaire-template';
import { makeRequest } from '../factories/request';
import { callRoute } from '../setup/call-route';

/** The parameters of one organization's addresses, and its readers: cookies by role, and of devices with access by link. */
export type Tenant = { params: Record<string, string[]>; cookies: string[] };

const asVisitor = () => new Request('http://localhost/', { headers: { 'User-Agent': 'phone' } });
const soon = () => ({ now: new Date() });

/** Cookies of a member in each role, newly signed in. */
async function signInAll(organization: MadeMember['organization']): Promise<string[]> {
  return Promise.all(roles.map(async (role) => (await makeMember({ organization, role })).cookie));
}

function gather(records: readonly Record<string, string | undefined>[]): Record<string, string[]> {
  const params: Record<string, string[]> = {};
  for (const record of records)
    for (const [name, value] of Object.entries(record)) if (value !== undefined) params[name] = [...(params[name] ?? []), value];
  return params;
}

/** A supplier list that was read and waits for its column mapping. */
async function uploadList({ organization, cookie }: MadeMember): Promise<string> {
  const form = new FormData();
  form.set('file', new File(['name,country,workers\nMill one,India,10\nMill two,Viet Nam,many\n'], 'list.csv'));
  const packed = new Response(form);
  const answer = await callRoute(upload, {
    ...{ url: `/o/${organization.slug}/suppliers/import`, method: 'POST', params: { orgSlug: organization.slug }, cookie },
    headers: { 'Content-Type': packed.headers.get('Content-Type') ?? '' },
    body: new Uint8Array(await packed.arrayBuffer()),
  });
  return /import\/([0-9a-f-]{36})/.exec(answer.headers.get('Location') ?? '')?.[1] ?? '';
}

async function makeCompany(): Promise<{ organization: MadeMember['organization']; params: Record<string, string[]>; devices: string[] }> {
  const made = await makeCase();
  const { owner, supplier, caseId } = made;
  const one: Record<string, string> = { ...(await makeOneOfEach(owner, { hasReport: false })), batchId: await uploadList(owner) };
  const asked = await makeRequest(owner, { name: 'Mill with a device' });
  const audit = await makeAudit(owner, { supplierPublicId: supplier.publicId });
  const instrumentKey = await makeQuestionnaireTemplate(owner, { code: 'fuzzed' });
  const shareId = one.shareId ?? '';
  const link = await owner.inOrganization((db) => createSiteLink(db, { shareId, createdById: owner.user.id, ...soon() }));
  const site = await openSite(link.token, asVisitor());
  const orgSlug = owner.organization.slug;
  const tokens = [link.token];
  const params = gather([
    { ...one, orgSlug },
    { responseId: asked.responseId, supplierId: supplier.publicId, caseId, auditId: audit.auditId, instrumentKey },
    ...tokens.map((token) => ({ token, inviteToken: token })),
    {
      instrumentKey: 'ilo-ten-principles@1.0.0',
      locale: 'fr',
      sectionId: 'P2',
      ruleId: 'R1',
      table: 'countries',
      variant: 'thumb',
      iso2: 'VN',
      code: '14',
    },
  ]);
  return { organization: owner.organization, params, devices: [asked.cookie, site?.setCookie.split(';')[0] ?? ''] };
}

async function makeLender(): Promise<Awaited<ReturnType<typeof makeCompany>>> {
  const { owner, client, dealId, add, freeze } = await openReviewed();
  const one: Record<string, string> = { ...(await makeOneOfEach(owner, { hasReport: false })), batchId: await uploadList(owner) };
  const itemId = await add();
  const versionId = await freeze();
  const sent = { locale: 'en', email: null, createdById: owner.user.id, ...soon() };
  const plan = await owner.inOrganization((db) => createPlanLink(db, { versionId, ...sent }));
  const reporting = await owner.inOrganization((db) => createReportingLink(db, { dealId, ...sent }));
  const opened = [await openPlan(plan.token, asVisitor()), await openReporting(reporting.token, asVisitor())];
  const params = gather([
    { ...one, orgSlug: owner.organization.slug },
    { dealId, itemId, versionId, supplierId: client.publicId, token: plan.token },
  ]);
  return { organization: owner.organization, params, devices: opened.map((device) => device?.setCookie.split(';')[0] ?? '') };
}

/** Two organizations with records of all kinds. `renew` signs everyone in again, since requests sign out, remove members and end sessions. */
export async function makeWorld(): Promise<{ tenants: Tenant[]; renew: () => Promise<void> }> {
  const made = [await makeCompany(), await makeLender()];
  const tenants: Tenant[] = made.map(({ params }) => ({ params, cookies: [] }));
  const renew = async () => {
    for (const [at, { organization, devices }] of made.entries()) {
      const tenant = tenants[at];
      if (tenant) tenant.cookies = [...(await signInAll(organization)), ...devices];
    }
  };
  await renew();
  return { tenants, renew };
}
