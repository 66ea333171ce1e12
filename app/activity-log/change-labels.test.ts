import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { overwriteGetLocale } from '~/paraglide/runtime';
import { fieldLabel, isHidden, valueLabel } from '~/activity-log/change-labels';
import { knownActs, knownKinds } from '~/activity-log/labels';

afterEach(() => overwriteGetLocale(() => 'en'));
function inFrench<Result>(work: () => Result): Result {
  overwriteGetLocale(() => 'fr');
  const result = work();
  overwriteGetLocale(() => 'en');
  return result;
}

test.each([
  ['response', 'submit', 'status', 'submitted', 'Submitted', 'Transmise'],
  ['response', 'grade-evidence', 'grade', 'document-checked', 'Document reviewed', 'Document examiné'],
  ['finding', 'move', 'status', 'plan-agreed', 'plan agreed', 'plan convenu'],
  ['finding', 'open', 'grade', 'critical', 'critical', 'critique'],
  ['party', 'link', 'kind', 'subcontracts', 'is a subcontractor of', 'est sous-traitant de'],
  ['import-batch', 'edit', 'Lieferant', 'supplierName', 'Supplier (company)', 'Fournisseur (entreprise)'],
  ['member', 'change-role', 'role', 'viewer', 'Viewer', 'Lecteur'],
  ['organization', 'open', 'kind', 'audit-firm', 'Audit firm', 'Cabinet d’audit'],
  ['supplier', 'edit', 'housing', 'tied-remote', 'Tied to the job, remote location', 'Lié à l’emploi, en lieu isolé'],
  ['supplier', 'edit', 'country', 'DE', 'Germany', 'Allemagne'],
  ['deal', 'edit', 'region', 'americas', 'Americas', 'Amériques'],
  ['deal', 'amend-plan-line', 'milestone', 'cp-signing', 'Condition precedent to signing', 'Condition suspensive à la signature'],
  ['deal', 'amend-plan-line', 'cost', 'USD 125000.50', '$125,000.50', '125\u202f000,50\u00a0$US'],
  ['deal', 'amend-plan-line', 'cost', 'JPY 9000', '¥9,000', '9\u202f000\u00a0JPY'],
  ['deal', 'start-plan-line', 'status', 'in-progress', 'In progress', 'En cours'],
  ['deal', 'edit', 'hostCountries', 'CL, FR', 'Chile and France', 'Chili et France'],
])('%s, %s: %s “%s” has a text in both languages', (recordKind, act, field, value, english, french) => {
  const word = () => valueLabel({ recordKind, act }, field, value);
  expect([word(), inFrench(word)]).toEqual([english, french]);
});

test('the history of a deal names its fields as the form does', () => {
  const event = { recordKind: 'deal', act: 'edit' };
  expect(fieldLabel(event, 'closedOn')).toBe('Financial close');
  expect(valueLabel(event, 'hasNameConsent', true)).toBe('Yes');
  expect(valueLabel(event, 'commitmentMinor', '12345600')).toBe('12,345,600');
});

test('a file column with the name of one of our fields keeps its own name and shows what it was mapped to', () => {
  const event = { recordKind: 'import-batch', act: 'edit' };
  expect(fieldLabel(event, 'Lieferant')).toBe('Lieferant');
  expect(valueLabel(event, 'status', 'supplierName')).not.toBe('supplierName');
  expect(valueLabel(event, 'sheet', 'country')).toBe('country');
});

test('dates, shares and counts are written in the reader’s language; no value is null', () => {
  expect(inFrench(() => valueLabel({ recordKind: 'supplier', act: 'edit' }, 'migrantShare', 0.355))).toMatch(/^35,5.%$/);
  expect(inFrench(() => valueLabel({ recordKind: 'import-batch', act: 'commit' }, 'facts', 1234))).toMatch(/^1.234$/);
  expect(valueLabel({ recordKind: 'response', act: 'open' }, 'dueOn', '2026-12-24')).toBe('24 Dec 2026');
  for (const nothing of [null, undefined, '']) {
    expect(valueLabel({ recordKind: 'supplier', act: 'edit' }, 'workers', nothing)).toBeNull();
    expect(valueLabel({ recordKind: 'response', act: 'open' }, 'dueOn', nothing)).toBeNull();
  }
});

/** Every action and type of record that the application writes, as spelled in its sources. */
function written(): { acts: Set<string>; kinds: Set<string> } {
  const acts = new Set<string>();
  const kinds = new Set<string>();
  for (const path of readdirSync('app', { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.server.ts')) continue;
    const text = readFileSync(`app/${path}`, 'utf8');
    if (!text.includes('recordActivity(')) continue;
    for (const [, spelt = ''] of text.matchAll(/\bact: ([^,\n]+)/g))
      for (const [, act = ''] of spelt.replace(/=== '[^']*'/g, '').matchAll(/'([a-z-]+)'/g)) acts.add(act);
    for (const [, kind = ''] of text.matchAll(/recordKind: '([a-z-]+)'/g)) kinds.add(kind);
  }
  return { acts, kinds };
}

test('every action and type of record has a text', () => {
  const { acts, kinds } = written();
  expect(acts.size).toBeGreaterThan(20);
  expect(kinds.size).toBeGreaterThan(7);
  expect([...acts, 'set-password', 'change-password', 'change-email'].filter((act) => !knownActs.has(act))).toEqual([]);
  expect([...kinds].filter((kind) => !knownKinds.has(kind))).toEqual([]);
});

test('hides technical names', () => {
  expect([isHidden('evidenceId'), isHidden('question')]).toEqual([true, false]);
});
