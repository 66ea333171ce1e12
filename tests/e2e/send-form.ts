import type { Page } from '@playwright/test';

type Values = Record<string, string>;

async function post(page: Page, path: string, form: URLSearchParams): Promise<{ location: string | null; html: string; status: number }> {
  const { origin } = new URL((await page.request.head('/livez')).url());
  const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await page.request.post(path, { data: form.toString(), headers, maxRedirects: 0 });
  // The message that the next page would show belongs to the page that was not opened.
  await page.context().clearCookies({ name: 'flash' });
  const { location } = answer.headers();
  return {
    location: location === undefined ? null : new URL(location, origin).pathname,
    html: await answer.text(),
    status: answer.status(),
  };
}

/**
 * Submits a form to its route as the page without script would, in the session of `page` and without opening it: for records that a test needs and does not
 * test. @returns the path that the response redirects to
 */
export async function sendForm(page: Page, path: string, values: Values): Promise<string> {
  const { location, status } = await post(page, path, new URLSearchParams(values));
  if (location === null) throw new Error(`POST ${path} answered ${status} and leads nowhere.`);
  return location;
}

/**
 * Reads the page at `path` without opening it, fills in the form with a control named `has`, and submits it with the defaults of the page for the rest.
 * `labels`: the choice by its label. @returns the path that the response redirects to, else the page that it contains
 */
export async function fillForm(
  page: Page,
  path: string,
  { has, values = {}, labels = {} }: { has: string; values?: Values; labels?: Values },
): Promise<{ location: string | null; html: string }> {
  const html = await (await page.request.get(path)).text();
  const entries = await page.evaluate(
    ({ source, named, given, chosen }) => {
      const page = new DOMParser().parseFromString(source, 'text/html');
      const form = [...page.forms].find((each) => each.elements.namedItem(named) !== null);
      if (!form) throw new Error(`no form has a control named ${named}`);
      const controls = [...form.elements] as (HTMLInputElement | HTMLSelectElement)[];
      for (const [name, label] of Object.entries(chosen)) {
        const of = (control: Element) => [...page.querySelectorAll(`label[for="${control.id}"]`), control.closest('label')];
        const select = controls.find((each) => each.name === name && each instanceof HTMLSelectElement) as HTMLSelectElement | undefined;
        const option = [...(select?.options ?? [])].find((each) => each.text.includes(label));
        const found = option ?? controls.find((each) => each.name === name && of(each).some((each) => each?.textContent?.includes(label)));
        if (!found) throw new Error(`no choice of ${name} is called ${label}`);
        given[name] = found.value;
      }
      const button = form.querySelector<HTMLButtonElement>('button:not([type=button], noscript *)');
      const proposed = [...new FormData(form, button)].map(([name, value]) => [name, String(value)] as const);
      return [...proposed.filter(([name]) => !(name in given)), ...Object.entries(given)];
    },
    { source: html, named: has, given: values, chosen: labels },
  );
  const form = new URLSearchParams(entries.map(([name, value]) => [name, value]));
  return post(page, path, form);
}
