/** Segments of an organization's addresses that an earlier version named differently. The first match is replaced, then the next. */
const renamedInOrganization: readonly (readonly [RegExp, string])[] = [
  [/^transactions\/yearly$/, 'deals/annual-report'],
  [/^transactions(?=\/|$)/, 'deals'],
  [/^portfolio\/transactions$/, 'portfolio/deals'],
  [/^cases(?=\/|$)/, 'sensitive-cases'],
  [/^labour-providers(?=\/|$)/, 'labour-recruiters'],
  [/^instruments(?=\/|$)/, 'templates'],
  [/^grants(?=\/|$)/, 'shared-access'],
  [/^shared(?=\/|$)/, 'shared-with-us'],
  [/^reads$/, 'access-log'],
  [/^assessments(?=\/|$)/, 'responses'],
  [/^inherited$/, 'inherited-risk'],
  [/^chain$/, 'supply-chain'],
  [/^runs(?=\/)/, 'jobs'],
  [/^site-shares(?=\/|$)/, 'site-sharing'],
  [/^received(?=\/|$)/, 'received-requests'],
  [/^actions(?=\/|$)/, 'corrective-actions'],
  [/^findings\/first$/, 'findings/priority'],
  [/^(deals\/[^/]+)\/chain$/, '$1/supply-chain'],
  [/^(deals\/[^/]+)\/plan\/lines(?=\/)/, '$1/esap/items'],
  [/^(deals\/[^/]+)\/plan(?=\/|\.|$)/, '$1/esap'],
  [/^(deals\/[^/]+)\/report$/, '$1/due-diligence-report'],
  [/^(deals\/[^/]+(?:\/review)?)\/engagement(?=\/|\.|$)/, '$1/stakeholder-engagement'],
  [/^(deals\/[^/]+.*)\/mechanisms(?=\/|\.|$)/, '$1/grievance-mechanisms'],
  [/^(deals\/[^/]+(?:\/review)?)\/independence(?=\/|\.|$)/, '$1/consultant-independence'],
  [/^(deals\/[^/]+(?:\/review)?)\/rights(?=\/|\.|$)/, '$1/human-rights-assessment'],
  [/^(responses\/[^/]+)\/carry$/, '$1/previous-answers'],
  [/^((?:responses|templates)\/[^/]+)\/paper(?=\.|$)/, '$1/print-form'],
  [/^(suppliers\/[^/]+)\/chain$/, '$1/supply-chain'],
  [/^(suppliers\/[^/]+)\/actions$/, '$1/corrective-actions'],
  [/^(suppliers\/[^/]+)\/assessments$/, '$1/responses'],
  [/^(suppliers\/import\/[^/]+)\/gone$/, '$1/removed'],
];

/** Guest pages by their first segment: the new segment, and what is renamed below it. */
const renamedForGuests = { answer: 'questionnaire', site: 'findings', plan: 'esap', reporting: 'monitoring' } as const;
export type GuestPurpose = (typeof renamedForGuests)[keyof typeof renamedForGuests];

export type CurrentAddress = { path: string; guest: { purpose: GuestPurpose; subjectId: string } | null };

/** The current address of a page that had another address in an earlier version; null when there is none. */
export function currentAddress(path: string): CurrentAddress | null {
  const [, guest, subjectId, rest = ''] = /^\/(answer|site|plan|reporting)\/([^/]+)(\/.*)?$/.exec(path) ?? [];
  if (guest !== undefined && subjectId !== undefined && guest in renamedForGuests) {
    const purpose = renamedForGuests[guest as keyof typeof renamedForGuests];
    const below =
      purpose === 'questionnaire' ? rest.replace(/^\/chain$/, '/supply-chain').replace(/^\/paper(?=\.|$)/, '/print-form') : rest;
    return { path: `/guest/${purpose}/${subjectId}${below}`, guest: { purpose, subjectId } };
  }
  const [, organization, page] = /^(\/o\/[^/]+\/)(.+)$/.exec(path) ?? [];
  if (organization === undefined || page === undefined) return null;
  let renamed = page;
  for (const [earlier, present] of renamedInOrganization) renamed = renamed.replace(earlier, present);
  return renamed === page ? null : { path: organization + renamed, guest: null };
}
