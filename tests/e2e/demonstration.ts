import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';

const signIns = z.array(z.object({ email: z.string(), password: z.string(), role: z.string() }));

type DemonstrationRole = 'owner' | 'manager' | 'auditor' | 'reviewer' | 'viewer';

/** How a person of the demonstration's company, or of its lender, signs in, as the server under test made it. */
export function demonstrationPerson(role: DemonstrationRole, of: 'company' | 'lender' = 'company'): { email: string; password: string } {
  const file = join(process.env.E2E_DATA_DIR ?? '.data', 'demonstration-sign-ins.json');
  const person = signIns
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .find((entry) => entry.role === role && entry.email.startsWith('lender-') === (of === 'lender'));
  if (person === undefined) throw new Error(`The demonstration has no ${role}.`);
  return person;
}

/** Signs in as one of the people of the demonstration, through the form. */
export async function signInAs(page: Page, role: DemonstrationRole, of: 'company' | 'lender' = 'company'): Promise<void> {
  const person = demonstrationPerson(role, of);
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(person.email);
  await page.locator('input[name=password]').fill(person.password);
  await Promise.all([page.waitForURL(/\/o\//), page.locator('form:has(input[name=password]) button[type=submit]').first().click()]);
}

/** Collects what a reader would find in the browser's console: errors, refused scripts or styles. */
export function watchConsole(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}
