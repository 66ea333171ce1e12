import { expect, type Page } from '@playwright/test';
import { fillForm } from './send-form';

export const sections = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10'] as const;

/** Opens a questionnaire for the supplier of `supplierPage`. @returns the path of the response */
export async function openQuestionnaire(
  page: Page,
  // Edition one, whose keys the tests know: a newer one is offered, and this one stays possible.
  { orgPath, supplierPage, instrument = 'ilo-ten-principles@1.0.0' }: { orgPath: string; supplierPage: string; instrument?: string },
): Promise<string> {
  const path = `${orgPath}/responses/new?supplier=${supplierPage.split('/').pop()}`;
  const values = { instrument };
  const { location } = await fillForm(page, path, { has: 'supplier', values });
  if (location === null) throw new Error('The questionnaire was not opened.');
  await page.goto(location);
  return location;
}

/** An answer for each question of a section’s page: the first of `wanted` that its scale offers. */
async function chosen(page: Page, html: string, wanted: readonly string[]): Promise<[name: string, value: string][]> {
  const radios = await page.evaluate(
    (source) =>
      [...new DOMParser().parseFromString(source, 'text/html').querySelectorAll<HTMLInputElement>('main input[type=radio]')].map(
        ({ name, value }) => [name, value] as const,
      ),
    html,
  );
  const values = new Map<string, string[]>();
  for (const [name, value] of radios) values.set(name, [...(values.get(name) ?? []), value]);
  return [...values].map(([name, offered]) => [name, wanted.find((word) => offered.includes(word)) ?? offered[0] ?? '']);
}

/** Selects an answer for every question on the page. */
export async function tickAll(page: Page, wanted: readonly string[]): Promise<void> {
  for (const [name, value] of await chosen(page, await page.content(), wanted))
    await page.locator(`input[name="${name}"][value="${value}"]`).check();
}

/** Answers a whole section as its form submits it, without opening the choices one by one. */
export async function sendSection(page: Page, options: { address: string; wanted: readonly string[] }): Promise<void> {
  const html = await (await page.request.get(options.address)).text();
  const form = { intent: 'save-section', ...Object.fromEntries(await chosen(page, html, options.wanted)) };
  const answer = await page.request.post(options.address, { form, headers: { origin: new URL(page.url()).origin }, maxRedirects: 0 });
  expect(answer.status(), `POST ${options.address}`).toBeLessThan(400);
}
