import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { instrument, instrumentKeys, questionsOf, restrictedQuestions, zeroToleranceTable } from '#scoring';
import { roles } from '~/access/permissions';
import { rootDb } from '~/access/root-db.server';
import { auditInstruments } from '~/audits/planning/states';
import { prepareAuditReport } from '~/audits/report/prepare-audit-report.server';
import {
  checkValue,
  closingValue,
  concludeAndApprove,
  findingValue,
  makeAudit,
  makeEntry,
  sendEntries,
} from '../../../tests/factories/audit';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { callRoute } from '../../../tests/setup/call-route';
import { fourAtATime, isThorough, organizationRoutes } from '../../../tests/setup/each-route';
import type { SentEntry } from './entries';

// Two audits that differ only in answers that imply one of the zero-tolerance protocol are the same for every user who is not assigned to a sensitive
// case: every page, list, export, report and score, before and after the approval, to the byte.

const checklists = ['ilo-employers-checklist@2.0.0'];
const asked = [...Object.values(auditInstruments), ...checklists];

/** The worst answer, by the type of the question. */
const worst: Record<string, string> = { NC: 'not-compliant', SIGN: 'present', REVIEW: 'not-met', CHOICE: 'present' };
const found = asked
  .flatMap((key) => questionsOf(instrument(key)))
  .filter(({ key }) => restrictedQuestions().has(key))
  // Screened for adults, beside answers that are given of adults; of people under 18 by itself, since it withholds all others.
  .map(({ key, type }) => ({ key, answer: key === 'D0.a' ? 'adults' : (worst[type] ?? 'unknown') }));
const ofChildren = { key: 'D0.a', answer: 'children' };
const elements = [...new Set(zeroToleranceTable().facts.flatMap((fact) => fact.elements))];

const routes = organizationRoutes.filter(
  ({ name }) => !/pdf|board-paper-preview|report-photo|xlsx|received-requests-export|shell\/layout/.test(name),
);

/** A text without what differs between any two organizations and is irrelevant: their names, ids, hashes, times and keys. */
function textWithoutNames(text: string, names: Record<string, string>): string {
  return Object.entries(names)
    .reduce((left, [name, own]) => left.replaceAll(own, name), text)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'an id')
    .replaceAll(/\b[0-9a-f]{10,64}\b/g, 'a hash')
    .replaceAll(/\b[0-9A-Z]{7}-[0-9A-Z]{7}\b/g, 'a code')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a time');
}

/** The same for the whole response of a route, its lists in one order: records of the same millisecond are listed by random ids. */
function withoutNames(value: unknown, names: Record<string, string>): unknown {
  if (typeof value === 'string') return textWithoutNames(value, names);
  if (typeof value === 'number' && value > 1e9) return 'a time';
  if (Array.isArray(value)) return value.map((each) => JSON.stringify(withoutNames(each, names))).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [textWithoutNames(key, names), withoutNames(each, names)]));
}

type Reading = Map<string, string>;

async function readEverything(readers: ReadonlyMap<string, MadeMember>, records: Record<string, string>, names: Record<string, string>) {
  const seen: Reading = new Map();
  await fourAtATime(routes, async ({ name, file, params: named }) => {
    const { loader } = (await import(/* @vite-ignore */ file)) as { loader?: unknown };
    if (typeof loader !== 'function') return;
    for (const [role, reader] of readers) {
      const params: Record<string, string> = { orgSlug: reader.organization.slug };
      for (const param of named) params[param] ??= records[param] ?? randomUUID();
      const url = `/o/${reader.organization.slug}/x?supplier=${records.supplierId}&audit=${records.auditId}`;
      const answer = await callRoute(loader, { url, params, cookie: reader.cookie });
      if (answer.status === 200)
        seen.set(`${role} ${name}`, JSON.stringify(withoutNames(JSON.parse(JSON.stringify(answer.body ?? null)), names)));
    }
  });
  return seen;
}

/** A member whose name sorts the same in every organization. */
async function named(name: string, options: Parameters<typeof makeMember>[0] = {}): Promise<MadeMember> {
  const member = await makeMember(options);
  await rootDb().user.update({ where: { id: member.user.id }, data: { name } });
  return member;
}

/** Everything that is read of an audit with these entries beside ordinary ones, in an organization of its own: by the owner, in a thorough run by every role. */
async function readingsOf(beside: () => Promise<SentEntry[]>): Promise<{ before: Reading; after: Reading }> {
  const owner = await named('Owner');
  const { organization } = owner;
  const lead = await named('Lead', { role: 'auditor', organization });
  const second = await named('Second', { role: 'manager', organization });
  const readers = new Map([['owner', owner]]);
  for (const role of isThorough ? roles : []) readers.set(role, await named(`Reader ${role}`, { role, organization }));
  const { auditId, supplierPublicId } = await makeAudit(owner, { lead, checklists });
  const finding = randomUUID();
  const ordinary = [
    await makeEntry('check', 'BW.FL.1.a', checkValue('not-compliant')),
    await makeEntry('finding', finding, findingValue('BW.FL.1.a', { what: 'Ordinary words' })),
    await makeEntry('element', 'work', { state: 'supported', speaksFor: '', speaksAgainst: '', exceptions: [], methods: ['documents'] }),
    await makeEntry('meeting', 'closing', closingValue),
  ];
  const { refused } = (await sendEntries(lead, auditId, [...ordinary, ...(await beside())])) as { refused: unknown[] };
  expect(refused).toEqual([]);
  const { responseId, number } = await owner.inOrganization((db) => db.audit.findFirstOrThrow({ where: { id: auditId } }));
  const records = {
    ...{ auditId, supplierId: supplierPublicId, responseId: responseId ?? '', findingId: finding, reportId: 'now', reportKind: 'full' },
    ...{ sectionId: 'BW.FL', instrumentKey: auditInstruments.checklist },
  };
  const names = { organization: organization.name, address: organization.slug, supplier: supplierPublicId, number };
  const before = await readEverything(readers, records, names);
  await concludeAndApprove(auditId, { owner: lead, second, now: new Date('2026-12-02T18:00:00Z') });
  const prepared = await owner.inOrganization((db) =>
    prepareAuditReport(db, {
      ...{ auditId, userId: owner.user.id, role: 'owner', organizationName: organization.name, locale: 'en' },
      ...{ publicUrl: 'https://manumit.example', now: new Date('2026-12-03T18:00:00Z') },
    }),
  );
  if (prepared.kind === 'refused') throw new Error(prepared.code);
  return { before, after: await readEverything(readers, { ...records, reportId: prepared.reportId }, names) };
}

const words = { speaksFor: 'MARKED', speaksAgainst: '', exceptions: [], methods: ['documents' as const] };
const answers = (some: typeof found) =>
  Promise.all(some.map(({ key, answer }) => makeEntry('check', key, checkValue(answer, { note: 'MARKED', restricted: 'MARKED' }))));
const stated = (some: readonly string[]) => Promise.all(some.map((key) => makeEntry('element', key, { state: 'supported', ...words })));

function differences(one: Reading, other: Reading): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((page) => {
    const [left = 'refused', right = 'refused'] = [one.get(page), other.get(page)];
    if (left === right) return [];
    const at = [...left].findIndex((email, index) => email !== right[index]);
    return [`${page}: ${left.slice(Math.max(0, at - 80), at + 60)} | ${right.slice(Math.max(0, at - 20), at + 60)}`];
  });
}

test('an answer that implies one to a zero-tolerance question changes no page, export, report or score for unassigned users', async () => {
  expect(instrumentKeys()).toEqual(expect.arrayContaining(asked));
  expect(found.map(({ key }) => key)).toEqual(expect.arrayContaining(['BW.FL.1.b.1', 'BW.FL.1.b.2', 'I5', 'D5.4', 'D5.3.parts', 'H8.1']));
  const nothing = await readingsOf(async () => []);
  expect(nothing.after.size).toBeGreaterThan(80);
  const compare = async (beside: () => Promise<SentEntry[]>, what: string) => {
    const other = await readingsOf(beside);
    expect(differences(nothing.before, other.before), `before the approval: ${what}`).toEqual([]);
    expect(differences(nothing.after, other.after), `after the approval: ${what}`).toEqual([]);
  };
  await compare(async () => [...(await answers(found)), ...(await stated(elements))], 'everything at once');
  for (const each of isThorough ? [...found, ofChildren] : []) await compare(() => answers([each]), each.key);
  for (const each of isThorough ? elements : []) await compare(() => stated([each]), each);
  // Control: an indicator that implies no such answer is read.
  const read = await readingsOf(() => answers([{ key: 'I7', answer: 'present' }]));
  expect(differences(nothing.before, read.before)).not.toEqual([]);
  expect(differences(nothing.after, read.after)).not.toEqual([]);
});
