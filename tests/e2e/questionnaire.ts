import { expect, type Page } from '@playwright/test';
import { fillForm } from './send-form';
import { evaluateNow } from './read-now';

export const sections = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10'] as const;

/** Opens a questionnaire for the supplier of `supplierPage` and answers the path of the assessment. */
export async function openQuestionnaire(page: Page, { orgPath, supplierPage }: { orgPath: string; supplierPage: string }): Promise<string> {
  const path = `${orgPath}/assessments/new?supplier=${supplierPage.split('/').pop()}`;
  const { location } = await fillForm(page, path, { has: 'supplier' });
  if (location === null) throw new Error('The questionnaire was not opened.');
  await page.goto(location);
  return location;
}

/** The values on offer for each question of the section's page. */
async function offered(page: Page): Promise<Map<string, string[]>> {
  const radios = await evaluateNow(page.locator('main input[type=radio]'), (inputs) =>
    inputs.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? ''] as const),
  );
  const values = new Map<string, string[]>();
  for (const [name, value] of radios) values.set(name, [...(values.get(name) ?? []), value]);
  return values;
}

/** Ticks an answer for every question on the page: the first of `wanted` that its scale offers. */
export async function tickAll(page: Page, wanted: readonly string[]): Promise<void> {
  for (const [name, values] of await offered(page)) {
    const value = wanted.find((word) => values.includes(word)) ?? values[0];
    await page.locator(`input[name="${name}"][value="${value}"]`).check();
  }
}

/** Answers a whole section as its form sends it, without opening the choices one by one. */
export async function sendSection(page: Page, options: { address: string; wanted: readonly string[] }): Promise<void> {
  await page.goto(options.address);
  const form: Record<string, string> = { intent: 'save-section' };
  for (const [name, values] of await offered(page)) form[name] = options.wanted.find((word) => values.includes(word)) ?? values[0] ?? '';
  const answer = await page.request.post(options.address, { form, headers: { origin: new URL(page.url()).origin }, maxRedirects: 0 });
  expect(answer.status(), `POST ${options.address}`).toBeLessThan(400);
}
