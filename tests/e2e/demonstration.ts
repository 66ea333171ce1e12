import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Cookie, Page } from '@playwright/test';
import { z } from 'zod';

const signIns = z.array(z.object({ email: z.string(), password: z.string(), role: z.string(), organization: z.string() }));

/** How the name of each organization of the demonstration begins. */
const names = { company: 'Larkfield', lender: 'Fenwick', firm: 'Brightwater' } as const;

export type DemonstrationRole = 'owner' | 'manager' | 'auditor' | 'reviewer' | 'viewer';

/** How users of the demonstration’s company, or of its lender or audit firm, sign in, as set up by the server under test. */
export function demonstrationPerson(role: DemonstrationRole, of: Organization = 'company'): { email: string; password: string } {
  const file = join(process.env.E2E_DATA_DIR ?? '.data', 'demonstration-sign-ins.json');
  const person = signIns
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .find((entry) => entry.role === role && entry.organization.startsWith(names[of]));
  if (person === undefined) throw new Error(`The demonstration has no ${role}.`);
  return person;
}

type Organization = keyof typeof names;
const sessions = new Map<string, { cookies: Cookie[]; home: string }>();

/** Signs a browser in as one of the demonstration users, once per worker. @returns the address of the organization */
export async function demonstrationCookies(
  context: BrowserContext,
  role: DemonstrationRole,
  of: Organization = 'company',
): Promise<string> {
  const key = `${role} of ${of}`;
  const known = sessions.get(key);
  if (known !== undefined) {
    await context.addCookies(known.cookies);
    return known.home;
  }
  const { origin } = new URL((await context.request.head('/livez')).url());
  const { email, password } = demonstrationPerson(role, of);
  const answer = await context.request.post('/sign-in', { form: { email, password }, headers: { origin } });
  const landed = new URL(answer.url()).pathname;
  // A user of several organizations arrives at the page that lists them.
  const home = landed.startsWith('/o/') ? landed : /"(\/o\/[\w-]*demonstration[\w-]*)"/.exec(await answer.text())?.[1];
  if (!home) throw new Error(`The ${key} could not sign in: ${answer.status()} at ${landed}.`);
  sessions.set(key, { cookies: await context.cookies(), home });
  return home;
}

/** Signs in as one of the demonstration users and opens the organization. */
export async function signInAs(page: Page, role: DemonstrationRole, of: Organization = 'company'): Promise<void> {
  await page.goto(await demonstrationCookies(page.context(), role, of));
}

/** Collects what appears in the browser’s console: errors, blocked scripts or styles. */
export function watchConsole(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}
