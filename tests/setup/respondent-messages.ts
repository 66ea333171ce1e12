import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { eachRoute, type EachRoute } from './each-route';

const app = new URL('../../app/', import.meta.url).pathname;

/** Messages that the pages of a respondent load but never show: texts of the member's side in a module that the respondent also uses. */
const neverShown = [
  'organizations/accounts/labels.ts',
  'questionnaires/responses/asked-otherwise.tsx',
  'questionnaires/responses/question-marks.tsx',
  'suppliers/facts/recruiter-labels.ts',
  'suppliers/parties/external-id-labels.ts',
  'suppliers/facts/fact-labels.ts',
  'suppliers/supply-links/link-form.ts',
  'ui/band-badge.tsx',
];

function moduleOf(from: string, specifier: string): string | null {
  const base = specifier.startsWith('~/')
    ? path.join(app, specifier.slice(2))
    : specifier.startsWith('.')
      ? path.resolve(path.dirname(from), specifier)
      : null;
  if (base === null) return null;
  return ['', '.ts', '.tsx'].map((end) => base + end).find((file) => existsSync(file) && statSync(file).isFile()) ?? null;
}

/**
 * The messages that a respondent without an account may read: all that are named in the modules reached from the pages of guests and their links, the document
 * around them, and the emails. They must exist in every language; all others only in those of members.
 */
export function respondentMessages(): Map<string, string> {
  const isEntry = ({ path: address }: EachRoute) => /^\/(guest|r|claim|s|p|m)\//.test(address);
  const waiting = [
    ...eachRoute.filter(isEntry).map(({ name }) => `routes/${name}`),
    'root.tsx',
    'questionnaires/requests/request-letter.ts',
    'findings/site-sharing/findings-letter.ts',
    'lending/esap/plan-letter.ts',
    'lending/monitoring/reporting-letter.ts',
  ].map((file) => path.join(app, file));
  const seen = new Set<string>();
  const messages = new Map<string, string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const name = path.relative(app, file);
    if (seen.has(file) || !/\.tsx?$/.test(file) || name.startsWith('access/generated') || neverShown.includes(name)) continue;
    seen.add(file);
    const source = readFileSync(file, 'utf8');
    for (const [, key = ''] of source.matchAll(/\bm\.([a-z]\w+)/g)) messages.set(key, name);
    for (const [, specifier = ''] of source.matchAll(/(?:import|export)\s+(?!type\b)[^;]*?from\s+'([^']+)'/g)) {
      const found = moduleOf(file, specifier);
      if (found) waiting.push(found);
    }
  }
  return messages;
}
