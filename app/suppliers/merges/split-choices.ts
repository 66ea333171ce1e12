import { givenText } from '~/platform/http/given-text';
import type { SplitChoices } from './split-supplier.server';

/** The choices of a split as in a form or URL: `name`, `site` (public IDs), `source`, `response` and `finding` (ids), each as often as chosen. */
export function readSplitChoices(form: FormData | URLSearchParams): SplitChoices {
  const all = (name: string) => new Set(form.getAll(name).map(String));
  const isId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
  return {
    name: givenText(form, 'name').trim().slice(0, 500),
    sites: all('site'),
    sources: new Set([...all('source')].filter(isId)),
    responses: new Set([...all('response')].filter(isId)),
    findings: new Set([...all('finding')].filter(isId)),
  };
}

/** Whether enough is chosen to show what would happen. */
export function hasSplitChoices({ name, sites, sources }: SplitChoices): boolean {
  return name !== '' && sites.size + sources.size > 0;
}
