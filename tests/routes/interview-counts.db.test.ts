import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { freezeAnswers } from '~/questionnaires/responses/freeze-answers.server';
import { readResponses } from '~/questionnaires/responses/read-response.server';
import type { EntryValue } from '~/audits/entries/entries';
import { prepareAuditReport } from '~/audits/report/prepare-audit-report.server';
import { checkValue, closingValue, concludeAndApprove, makeAudit, makeEntry, sendEntries, withAudit } from '../factories/audit';
import { type MadeMember, makeMember } from '../factories/member';
import { callRoute } from '../setup/call-route';
import { addressOf, eachRoute } from '../setup/each-route';

const pages = eachRoute.filter(({ path }) => /^\/(o\/:orgSlug|published)/.test(path));

/** Routes that only the audit team may open: it entered these counts itself. */
const recorder = /audit-on-site-pack/;
/** Numbers that occur nowhere else: of groups and their sums, of individual interviews (3 of migrant workers), and of the checklist. */
const revealing =
  /7[.,  ]?412|7[.,  ]?409|5[.,  ]?236|6[.,  ]?008|6[.,  ]?011|8[.,  ]?013|8[.,  ]?016|12[.,  ]?648|6[.,  ]?637|4[.,  ]?632|9[.,  ]?173|9[.,  ]?281|9[.,  ]?367|9[.,  ]?461|9[.,  ]?533/;
const now = new Date('2026-12-03T09:00:00Z');

const interview: EntryValue<'tally'> = {
  ...{ form: 'group', place: 'off-site', chosenBy: 'team', language: 'ne', women: 7409, men: 5236, migrants: 6008, agency: 8013 },
  topics: { wages: 'some-concern' },
  isWithdrawn: false,
};
const alone: EntryValue<'tally'> = {
  ...interview,
  ...{ form: 'individual', place: 'on-site', women: 1, men: 0, migrants: 1, agency: 1 },
  topics: { wages: 'grave-concern', housing: 'grave-concern' },
};
const ofChecklist = { 'BW.PI.k': 9173, 'BW.PI.l': 9281, 'BW.PI.m': 9367, 'BW.PI.n.1': 9461, 'BW.PI.o.1': 9533 };

let owner: MadeMember;
let viewer: MadeMember;
let params: Record<string, string>;

beforeAll(async () => {
  owner = await makeMember();
  viewer = await makeMember({ role: 'viewer', organization: owner.organization });
  const second = await makeMember({ role: 'reviewer', organization: owner.organization });
  const { auditId, supplierPublicId } = await makeAudit(owner);
  const tallies = [interview, alone, alone, alone];
  const sent = await sendEntries(owner, auditId, [
    ...(await Promise.all(tallies.map((value) => makeEntry('tally', randomUUID(), value)))),
    ...(await Promise.all(Object.entries(ofChecklist).map(([question, answer]) => makeEntry('check', question, checkValue(answer))))),
    await makeEntry('check', 'BW.PI.p', checkValue('all')),
    await makeEntry('meeting', 'closing', closingValue),
  ]);
  expect(sent).toMatchObject({ kind: 'received', refused: [] });
  await concludeAndApprove(auditId, { owner, second, now });
  const asked = { auditId, userId: owner.user.id, role: 'owner' as const, organizationName: 'Made house', locale: 'en' as const };
  const prepared = await owner.inOrganization((db) => prepareAuditReport(db, { ...asked, publicUrl: 'https://manumit.example', now }));
  if (prepared.kind === 'refused') throw new Error(prepared.code);
  const responseId = await withAudit(owner, auditId, async (_, audit) => audit.responseId);
  params = {
    ...{ orgSlug: owner.organization.slug, auditId, responseId, sectionId: 'BW.PI', supplierId: supplierPublicId },
    ...{ reportId: prepared.reportId, reportKind: 'full' },
  };
});

const read = new Map<string, string>();

describe('no route reveals how many workers were interviewed', () => {
  test.each(pages)('$name', async (route) => {
    const { name, file } = route;
    const { loader } = (await import(/* @vite-ignore */ file)) as { loader?: unknown };
    if (!loader) return;
    // A viewer sees no audit: an owner reads everything else that a viewer reads.
    for (const member of name.includes('audits') ? [owner, viewer] : [owner]) {
      const answer = await callRoute(loader, { url: addressOf(route, params), params, cookie: member.cookie });
      if (recorder.test(name)) {
        expect(answer.status).toBe(member === owner ? 200 : 404);
        continue;
      }
      const decoded = answer.body instanceof Uint8Array ? new TextDecoder().decode(answer.body) : (JSON.stringify(answer.body) ?? '');
      if (answer.status === 200) read.set(name, decoded);
      // The PDF is compressed: it is rendered from the blocks of the page. Outlines and points on maps, names of organizations made for tests, hashes, ids, codes and times contain many digits.
      const text = /^"?(%PDF-|PK)/.test(decoded)
        ? ''
        : decoded
            .replaceAll(/\\?"(centreL|l)(ongitudes|atitudes)\\?":\[[-\d,]*\]/g, '')
            .replaceAll(/"M-?\d[-\d.,MLHVZmlhvz ]*"/g, '""')
            .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{10,}/g, '')
            .replaceAll(/\b[0-9A-Z]{7}-[0-9A-Z]{7}\b|\b(?=\d*[A-Z])[0-9A-Z]{11}\b/g, '')
            .replaceAll(/\d\d:\d\d:\d\d(\.\d+)?/g, '');
      expect(text.match(revealing)?.[0] ?? null).toBeNull();
    }
  });

  test('though the pages with an audit and its response were read, and the report shows ranges', () => {
    const wanted = ['audits/audit-record', 'audits/audit-report-json', 'audits/audit-report-page'];
    for (const page of [...wanted, 'audits/audit-report-pdf', 'questionnaires/response-section'])
      expect([...read.keys()].filter((name) => name.startsWith(`org/${page}.`))).toHaveLength(1);
    const report = JSON.parse(JSON.parse(read.get('org/audits/audit-report-json.ts') ?? '""'));
    expect(report.interviews).toMatchObject({
      people: { from: 12645, to: 12649 },
      partitions: { sex: { women: { from: 7410, to: 7414 } }, form: { individual: 'under-5', group: 'withheld' } },
    });
    // Only three people reported it; the report omits it.
    expect(report.interviews.topics).toContainEqual({ topic: 'housing', grade: 'too-few', people: 'too-few' });
    expect(report.interviews.topics).toContainEqual({ topic: 'wages', grade: 'some-concern', people: 'several' });
    expect('12,648 were heard').toMatch(revealing);
  });

  test('nor do frozen copies of the response for others; the record keeps every number', async () => {
    const [response] = await owner.inOrganization((db) => readResponses(db, [params.responseId ?? '']));
    if (!response) throw new Error('no assessment');
    const frozen = freezeAnswers(response, { supplier: 'Made house', submittedAt: now });
    expect(frozen.content.answers.map(({ question }) => question)).toContain('BW.PI.p');
    expect(JSON.stringify(frozen.content)).not.toMatch(revealing);
    const answers = await owner.inOrganization((db) => db.answer.findMany({ where: { question: { in: Object.keys(ofChecklist) } } }));
    expect(answers).toEqual([]);
    const kept = await owner.inOrganization((db) =>
      db.auditEntry.findMany({ where: { kind: { in: ['tally', 'check'] } }, select: { value: true } }),
    );
    for (const number of [7409, 5236, 6008, 8013, 9173, 9281, 9367, 9461, 9533]) expect(JSON.stringify(kept)).toContain(String(number));
  });

  test('and a response of an earlier concluded audit keeps them hidden', async () => {
    const responseId = params.responseId ?? '';
    await owner.inOrganization((db) =>
      db.answer.create({ data: { responseId, question: 'BW.PI.k', value: 9173, answeredById: owner.user.id } }),
    );
    const [response] = await owner.inOrganization((db) => readResponses(db, [responseId]));
    expect(response?.answers.has('BW.PI.k')).toBe(false);
    expect(response?.answers.has('BW.PI.p')).toBe(true);
  });
});

test('interviews are read from the record only in the modules listed here', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !/^(paraglide|access\/generated)/.test(file),
  );
  const naming = (words: RegExp) => files.filter((file) => words.test(readFileSync(join('app', file), 'utf8'))).sort();
  expect(naming(/'tally'/)).toEqual([
    // Whether at least five were interviewed.
    'audits/conclusion/signs-in-score.server.ts',
    // Compared with answers and plan; others than the team see that they contradict, and no figure.
    'audits/consistency/checks/interviews.ts',
    'audits/consistency/from-entries.ts',
    'audits/consistency/record.ts',
    // Compared with what the checklist asks about interviews, for the team alone.
    'audits/proposals/known-facts.ts',
    // The recorder, for the team.
    'audits/recorder/interviewees-by-group.ts',
    'audits/recorder/interviews-view.tsx',
    'audits/recorder/read-interview-form.ts',
    'audits/recorder/section-list.tsx',
    'audits/report/count-interviews.ts',
    'audits/report/read-report-input.server.ts',
  ]);
  expect(
    naming(/db\.auditEntry\b|"AuditEntry"/).filter((file) => !/^audits\/(planning|entries|bulk-samples|conclusion|recorder)\//.test(file)),
  ).toEqual([]);
});
