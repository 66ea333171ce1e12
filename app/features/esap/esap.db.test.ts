import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { questionsOf } from '#scoring';
import { requirePlanClient } from '~/access/require-plan-client.server';
import { findPlanLink, openPlan } from '~/access/plan-links.server';
import { answerQuestion } from '~/features/assessment/answer-question.server';
import { recordFinding } from '~/features/finding/record-finding.server';
import { instrument } from '~/features/instrument/instrument-at.server';
import { decideCategory } from '~/features/transaction/decide-category.server';
import { findTransaction } from '~/features/transaction/find-transaction.server';
import { openTransaction } from '~/features/transaction/open-transaction.server';
import { putParty } from '~/features/transaction/put-party.server';
import { readTransaction } from '~/features/transaction/read-transaction.server';
import type { TransactionRecord } from '~/features/transaction/record';
import { startReview } from '~/features/transaction/start-review.server';
import { wholeFinding } from '../../../tests/factories/finding';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { agreeVersion } from './agree-version.server';
import { applyFile, proposalOf } from './apply-file.server';
import { actAsClient, readClientPlan } from './client-plan.server';
import { compareFile, milestoneReader } from './compare-file';
import { planAsCsv, planAsJson, planAsXlsx, readComments } from './export-plan.server';
import { freezeVersion } from './freeze-version.server';
import { commentLine, type LineStep, moveLine } from './move-line.server';
import type { Planned } from './plan-lists';
import { readLine, readOpenSources, readPlan } from './read-plan.server';
import { readPlanFile } from './read-plan-file.server';
import { readVersion } from './read-versions.server';
import { endVersionAccess, makeVersionLink } from './send-version.server';
import { takeUp } from './take-up.server';
import { addLine, amendLine } from './write-line.server';

const now = new Date('2026-12-02T18:00:00Z');
const today = '2026-12-02';
const record: TransactionRecord = {
  ...{ projectName: 'Solar park', sponsor: '', hostCountries: ['VN'], latitude: null, longitude: null, sector: 'power', sectorCode: '' },
  ...{ product: 'project-finance', stage: 'planning', lenderRole: 'lender', currency: 'USD', capitalCostMinor: 12_000_000_00n },
  ...{ loanTotalMinor: null, commitmentMinor: null, usdRate: null, usdRateOn: null, tenorMonths: 180 },
  ...{ isMostlyForProject: null, isControlled: null, refinancedBy: null, wasFinancedUnderPrinciples: null, hasMaterialChange: null },
  ...{ isCompleteAtSigning: null, signedOn: null, closedOn: null, region: null, hasNameConsent: false },
};
const whole: Planned = {
  ...{ action: 'Repay fees', reason: 'Fees were paid', reference: 'PS2-22.1', deliverable: 'Receipts', owner: 'HR head' },
  ...{ dueOn: '2027-03-01', costMinor: 12_500_000, currency: 'USD', milestone: 'cp-disbursement', indicator: 'Every worker repaid' },
};

async function open() {
  const owner = await makeMember();
  const client = await makeSupplier(owner);
  const opened = await owner.inOrganization((db) =>
    openTransaction(db, record, { clientPublicId: client.publicId, userId: owner.user.id, now }),
  );
  if (opened.kind === 'refused') throw new Error(opened.code);
  const { transactionId } = opened;
  const by = { transactionId, userId: owner.user.id, now };
  const review = async (answers: Record<string, string>) => {
    await owner.inOrganization(async (db) => {
      await decideCategory(db, { ...by, category: 'B', reasons: { labour: 'Migrant workers' } });
      await startReview(db, by);
      const found = await findTransaction(db, transactionId);
      for (const [question, value] of Object.entries(answers))
        await answerQuestion(db, { assessmentId: found?.ps2Id ?? '', question, value, userId: owner.user.id, now });
    });
  };
  const find = async (partyId: string, fields: object) => {
    const recorded = await owner.inOrganization((db) =>
      recordFinding(db, { partyId, userId: owner.user.id, fields: { ...wholeFinding, ...fields } }),
    );
    if (recorded.kind === 'refused') throw new Error(recorded.problems.join());
    return { id: recorded.findingId };
  };
  const plan = async () => {
    const read = await owner.inOrganization((db) => readPlan(db, { transactionId, today }));
    if (!read) throw new Error('no plan');
    return read;
  };
  const facts = async () => (await owner.inOrganization((db) => readTransaction(db, { transactionId, today })))?.facts;
  const add = async (more: Partial<Planned> = {}) => {
    const added = await owner.inOrganization((db) => addLine(db, { ...whole, ...more }, by));
    if (added.kind !== 'added') throw new Error(added.kind);
    return added.lineId;
  };
  const step = (lineId: string, what: LineStep, who: MadeMember = owner) =>
    who.inOrganization((db) => moveLine(db, what, { transactionId, lineId, userId: who.user.id, now }));
  const freeze = async () => {
    const frozen = await owner.inOrganization((db) => freezeVersion(db, { ...by, note: '', lender: owner.organization.name }));
    if (frozen.kind !== 'frozen') throw new Error(JSON.stringify(frozen));
    return frozen.versionId;
  };
  return { owner, client, transactionId, by, review, find, plan, facts, add, step, freeze };
}

describe('lines from what reviews and audits found', () => {
  it('take up each unmet item and each open finding once, one by one or all at once, also when two ask at once', async () => {
    const { owner, client, by, transactionId, review, find, plan, facts } = await open();
    await review({ 'PS2-22.1': 'not-met', 'PS2-27.2': 'partial', 'PS2-9.1': 'met' });
    const contractor = await makeSupplier(owner);
    const stranger = await makeSupplier(owner);
    await owner.inOrganization((db) => putParty(db, { ...by, partyPublicId: contractor.publicId, part: 'epc-contractor', note: '' }));
    const mine = await find(client.partyId, { codeReference: 'ILO C29' });
    const theirs = await find(contractor.partyId, { text: 'Told in the dormitory.', methods: ['worker'], agreement: 'single-source' });
    await find(stranger.partyId, { text: 'Elsewhere' });
    const take = (keys: readonly string[] | 'all') => owner.inOrganization((db) => takeUp(db, { ...by, keys }));
    const sources = await owner.inOrganization((db) => readOpenSources(db, transactionId));
    expect(sources.map(({ key }) => key)).toEqual(['PS2-22.1', 'PS2-27.2', mine.id, theirs.id]);
    expect((await facts())?.unplannedItems).toBe(2);
    const both = await Promise.all([take([mine.id]), take([mine.id])]);
    expect(both.map((each) => (each.kind === 'refused' ? each.code : each.kind)).sort()).toEqual(['already-taken', 'taken']);
    expect(await take('all')).toEqual({ kind: 'taken', lines: 3 });
    expect(await take('all')).toEqual({ kind: 'refused', code: 'already-taken' });
    const { lines } = await plan();
    expect(lines.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(lines[0]).toMatchObject({ reference: 'ILO C29', findingId: mine.id, lacks: ['owner', 'dueOn', 'milestone', 'indicator'] });
    expect(JSON.stringify(lines)).not.toMatch(/dormitory|Elsewhere/);
    expect((await facts())?.unplannedItems).toBe(0);
  });

  it('a gap left out for a reason is planned, and stands as dropped', async () => {
    const { owner, by, review, plan, facts } = await open();
    await review({ 'PS2-22.1': 'not-met' });
    const left = await owner.inOrganization((db) => takeUp(db, { ...by, keys: ['PS2-22.1'], leaveOut: 'Closed before the review' }));
    expect(left).toEqual({ kind: 'taken', lines: 1 });
    expect((await plan()).lines).toMatchObject([{ status: 'dropped', statusReason: 'Closed before the review' }]);
    expect(await facts()).toMatchObject({ unplannedItems: 0, planLines: 0, isPlanAgreed: false });
  });

  it('offers nothing of a restricted matter, of what was withdrawn or verified, or of another organization', async () => {
    const { owner, client, transactionId, by, find } = await open();
    const grave = questionsOf(instrument('better-work-cat@1.0.0')).find(({ zeroTolerance }) => zeroTolerance)?.key;
    const hidden = [
      await owner.inOrganization((db) =>
        db.finding.create({
          data: { partyId: client.partyId, question: grave ?? '', grade: 'critical', text: 'Grave' },
          select: { id: true },
        }),
      ),
      await find(client.partyId, { text: 'Withdrawn' }),
      await find(client.partyId, { text: 'Verified' }),
    ];
    await owner.inOrganization(async (db) => {
      await db.finding.updateMany({ where: { id: hidden[1]?.id ?? '' }, data: { withdrawnAt: now } });
      await db.finding.updateMany({ where: { id: hidden[2]?.id ?? '' }, data: { status: 'verified', verifiedAt: now } });
    });
    expect(grave).toBeDefined();
    expect(await owner.inOrganization((db) => readOpenSources(db, transactionId))).toEqual([]);
    const take = (keys: readonly string[]) => owner.inOrganization((db) => takeUp(db, { ...by, keys }));
    expect(await take(hidden.map(({ id }) => id))).toEqual({ kind: 'refused', code: 'nothing-chosen' });
    const stranger = await makeMember();
    expect(await stranger.inOrganization((db) => readPlan(db, { transactionId, today }))).toBeNull();
    expect(await stranger.inOrganization((db) => addLine(db, whole, { ...by, userId: stranger.user.id }))).toEqual({ kind: 'unknown' });
  });
});

describe('a line', () => {
  it('is changed by one at a time, and only while it is open', async () => {
    const { owner, by, add, step } = await open();
    const lineId = await add();
    const amend = (revision: number, owner_: string) =>
      owner.inOrganization((db) => amendLine(db, { ...whole, owner: owner_ }, { ...by, lineId, revision }));
    const both = await Promise.all([amend(1, 'CFO'), amend(1, 'COO')]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['amended', 'refused']);
    await step(lineId, { to: 'done', words: 'Paid' });
    expect(await amend(3, 'CEO')).toEqual({ kind: 'refused', code: 'not-open' });
  });

  it('is verified by another person, with words of the evidence; the database refuses anything else', async () => {
    const { owner, add, step, facts } = await open();
    const reviewer = await makeMember({ role: 'reviewer', organization: owner.organization });
    const lineId = await add({ dueOn: '2026-11-01' });
    expect(await facts()).toMatchObject({ openDisbursementConditions: 1, overdueConditions: 1 });
    expect(await step(lineId, { to: 'verify', words: 'Seen' })).toEqual({ kind: 'refused', code: 'bad-step' });
    await step(lineId, { to: 'start' });
    await step(lineId, { to: 'done', words: 'All repaid' });
    expect(await step(lineId, { to: 'verify', words: 'Seen' })).toEqual({ kind: 'refused', code: 'same-person' });
    expect(await step(lineId, { to: 'verify', words: ' ' }, reviewer)).toEqual({ kind: 'refused', code: 'words-missing' });
    await expect(
      owner.inOrganization((db) =>
        db.esapLine.updateMany({
          where: { id: lineId },
          data: { status: 'verified', verifiedById: owner.user.id, verifiedAt: now, verifiedSeen: 'x' },
        }),
      ),
    ).rejects.toThrow(/EsapLine_verified/);
    expect(await step(lineId, { to: 'verify', words: 'Receipts of 40 workers' }, reviewer)).toEqual({ kind: 'moved', status: 'verified' });
    expect(await facts()).toMatchObject({ openDisbursementConditions: 0, overdueConditions: 0 });
    expect(await step(lineId, { to: 'reopen', words: 'Ten were left out' })).toEqual({ kind: 'moved', status: 'in-progress' });
    expect(await facts()).toMatchObject({ openDisbursementConditions: 1, overdueConditions: 1 });
  });
});

describe('a version', () => {
  it('is frozen when each line is whole, never changed, and agreed as long as the lines say the same', async () => {
    const { owner, by, transactionId, add, facts, freeze, plan, step } = await open();
    const frozen = () => owner.inOrganization((db) => freezeVersion(db, { ...by, note: '', lender: 'Bank' }));
    expect(await frozen()).toEqual({ kind: 'refused', code: 'no-lines' });
    const first = await add();
    const second = await add({ owner: '', costMinor: null, currency: null });
    expect(await frozen()).toEqual({ kind: 'refused', code: 'lines-lack', numbers: [2] });
    await owner.inOrganization((db) => amendLine(db, { ...whole, owner: 'CFO' }, { ...by, lineId: second, revision: 1 }));
    const versionId = await freeze();
    expect(await frozen()).toEqual({ kind: 'refused', code: 'nothing-new' });
    for (const change of [
      () => owner.inOrganization((db) => db.esapVersion.updateMany({ where: { id: versionId }, data: { hash: 'a'.repeat(64) } })),
      () => owner.inOrganization((db) => db.esapVersion.deleteMany({ where: { id: versionId } })),
    ])
      await expect(change()).rejects.toThrow(/permission denied/);
    expect((await facts())?.isPlanAgreed).toBe(false);
    const paper = (agreedOn: string) =>
      owner.inOrganization((db) =>
        agreeVersion(
          db,
          { how: 'paper', name: 'R. Vega', function: 'CFO', agreedOn, note: 'File 7', userId: owner.user.id },
          { versionId, now },
        ),
      );
    expect(await paper('2026-12-03')).toEqual({ kind: 'refused', code: 'day-wrong' });
    expect(await paper('2026-12-01')).toEqual({ kind: 'refused', code: 'day-wrong' });
    expect(await paper(today)).toEqual({ kind: 'agreed', number: 1 });
    expect(await paper(today)).toEqual({ kind: 'refused', code: 'already-agreed' });
    expect(await facts()).toMatchObject({ isPlanAgreed: true, planLines: 2 });
    await step(first, { to: 'start' });
    expect((await facts())?.isPlanAgreed).toBe(true);
    await step(first, { to: 'drop', words: 'Sold' });
    expect((await facts())?.isPlanAgreed).toBe(false);
    expect((await plan()).version).toMatchObject({ isCurrent: false, agreement: { name: 'R. Vega' } });
    const newer = await freeze();
    const read = await owner.inOrganization((db) => readVersion(db, { transactionId, versionId: newer, since: null }));
    expect(read?.since).toMatchObject({ number: 1, differences: [{ kind: 'removed', number: 1 }] });
    expect((await owner.inOrganization((db) => readVersion(db, { transactionId, versionId, since: null })))?.isNewest).toBe(false);
  });

  it('is agreed by a link without account: once, on one device, until it is ended; a comment stays on its line', async () => {
    const { owner, by, transactionId, add, facts, freeze } = await open();
    const lineId = await add();
    const member = (text: string) => owner.inOrganization((db) => commentLine(db, { ...by, lineId, text }));
    await member('For us alone: ask for more');
    const versionId = await freeze();
    const make = () => owner.inOrganization((db) => makeVersionLink(db, { ...by, versionId, email: null, locale: 'en', now: new Date() }));
    const made = await make();
    if (made.kind !== 'made') throw new Error(made.kind);
    const visit = (headers: Record<string, string> = {}) => new Request('http://localhost/', { headers });
    expect(await findPlanLink(made.token)).toMatchObject({ kind: 'open', plan: { project: 'Solar park' } });
    const opened = await openPlan(made.token, visit());
    expect(await openPlan(made.token, visit())).toBeNull();
    expect(await findPlanLink(made.token)).toMatchObject({ kind: 'over', why: 'used' });
    const cookie = opened?.setCookie.split(';')[0] ?? '';
    const client = () => requirePlanClient(visit({ Cookie: cookie }), { versionId });
    await expect(requirePlanClient(visit(), { versionId })).rejects.toMatchObject({ status: 404 });
    const site = await client();
    const shown = await site.read((db) => readClientPlan(db, versionId));
    expect(shown?.content.lines).toMatchObject([{ action: 'Repay fees' }]);
    expect(JSON.stringify(shown)).not.toMatch(/For us alone/);
    await expect(site.read((db) => db.esapLine.findMany())).rejects.toThrow(/permission denied/);
    const say = (fields: Record<string, string>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      return client().then((each) => actAsClient(each, form, now));
    };
    expect(await say({ intent: 'comment', name: 'R. Vega', function: 'CFO' })).toMatchObject({ kind: 'failed' });
    expect(await say({ intent: 'agree', name: '', function: 'CFO', [`comment-${lineId}`]: 'Kept' })).toMatchObject({
      failure: { values: { [`comment-${lineId}`]: ['Kept'] } },
    });
    const comment = { [`comment-${lineId}`]: 'June is better' };
    expect(await say({ intent: 'comment', name: 'R. Vega', function: 'CFO', ...comment })).toEqual({ kind: 'done', what: 'said' });
    expect(await say({ intent: 'agree', name: 'R. Vega', function: 'CFO' })).toEqual({ kind: 'done', what: 'agreed' });
    expect(await say({ intent: 'agree', name: 'R. Vega', function: 'CFO' })).toMatchObject({ kind: 'failed' });
    expect((await facts())?.isPlanAgreed).toBe(true);
    const line = await owner.inOrganization((db) => readLine(db, { transactionId, lineId, today }));
    expect(line?.comments.map(({ text, by: who }) => [who, text])).toContainEqual(['R. Vega', 'June is better']);
    await expect(owner.inOrganization((db) => db.esapComment.deleteMany({ where: { lineId } }))).rejects.toThrow(/permission denied/);
    expect(await make()).toEqual({ kind: 'refused', code: 'already-agreed' });
    expect(await owner.inOrganization((db) => endVersionAccess(db, { ...by, versionId }))).toBe(true);
    await expect(client()).rejects.toMatchObject({ status: 410 });
  });

  it('a newer version takes the place of the one that the client has before it', async () => {
    const { owner, by, add, freeze } = await open();
    await add();
    const versionId = await freeze();
    const made = await owner.inOrganization((db) => makeVersionLink(db, { ...by, versionId, email: null, locale: 'en', now: new Date() }));
    if (made.kind !== 'made') throw new Error(made.kind);
    const opened = await openPlan(made.token, new Request('http://localhost/'));
    await add({ action: 'Another' });
    await freeze();
    const headers = { Cookie: opened?.setCookie.split(';')[0] ?? '' };
    const client = await requirePlanClient(new Request('http://localhost/', { headers }), { versionId });
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent: 'agree', name: 'R. Vega', function: 'CFO' })) form.set(name, value);
    expect(await actAsClient(client, form, new Date())).toMatchObject({ kind: 'failed' });
    expect(await owner.inOrganization((db) => db.esapAgreement.count())).toBe(0);
  });
});

describe('a file', () => {
  const reader = milestoneReader(() => []);
  async function exported() {
    const made = await open();
    const { owner, transactionId, by, add } = made;
    const first = await add({ action: '=HYPERLINK("x")' });
    const second = await add({ owner: 'CFO, “second”' });
    await owner.inOrganization((db) => commentLine(db, { ...by, lineId: first, text: 'Keep me' }));
    const comments = await owner.inOrganization((db) => readComments(db, transactionId));
    return { ...made, first, second, comments };
  }

  it('goes out as CSV and XLSX without a formula and comes back the same', async () => {
    const { plan, comments } = await exported();
    const csv = planAsCsv(await plan(), comments);
    expect(csv.split('\r\n')[0]).toBe(
      '\ufeffid,line_number,action,reason,reference,deliverable,owner,due_on,cost,currency,milestone,completion_indicator,status,done_on,done_note,verified_on,verified_seen,overdue,review_item,finding_id,comments,transaction,plan_version,as_frozen,revision',
    );
    expect(csv).toMatch(/'=HYPERLINK/);
    const json = JSON.parse(planAsJson(await plan(), comments));
    expect(Object.keys(json.lines[0])).toEqual(csv.slice(1).split('\r\n')[0]?.split(','));
    expect(json).toMatchObject({ totals: (await plan()).totals, lines: [{ line_number: 1 }, { line_number: 2 }] });
    expect(csv).toMatch(/Keep me/);
    const xlsx = new Uint8Array(await new Response(planAsXlsx(await plan(), comments)).arrayBuffer());
    for (const bytes of [strToU8(csv), xlsx]) {
      const read = await readPlanFile(bytes);
      if (read.kind !== 'read') throw new Error(read.code);
      expect(compareFile(read.rows, await plan(), reader)).toMatchObject({
        changes: [],
        added: [],
        refused: [],
        kept: [],
        untaken: [],
        unchanged: 2,
      });
    }
    for (const [bytes, code] of [
      [strToU8('%PDF-1.4 x'), 'not-a-table'],
      [strToU8('name,action\r\na,b\r\n'), 'no-header'],
    ] as const)
      expect(await readPlanFile(bytes)).toMatchObject({ kind: 'refused', code });
  });

  it('writes nothing before it is confirmed, all at once then, and removes nothing', async () => {
    const { owner, transactionId, plan, comments, first, second, by } = await exported();
    const csv = planAsCsv(await plan(), comments).split('\r\n');
    const changed = [csv[0], csv[1]?.replace('HR head', 'Head of people'), ',,New line,,,,,2027-05-01,10,EUR,,,,,,,,,,,'].join('\r\n');
    const read = await readPlanFile(strToU8(changed));
    if (read.kind !== 'read') throw new Error(read.code);
    const compared = compareFile(read.rows, await plan(), reader);
    expect(compared).toMatchObject({
      changes: [{ number: 1, fields: ['owner'] }],
      added: [{}],
      kept: [{ number: 2 }],
      currencies: ['EUR', 'USD'],
    });
    expect((await plan()).lines.map(({ owner: who }) => who)).toEqual(['HR head', 'CFO, “second”']);
    const apply = (proposal: Parameters<typeof applyFile>[1]) => owner.inOrganization((db) => applyFile(db, proposal, by));
    expect(await apply(proposalOf(compared))).toEqual({ kind: 'applied', changed: 1, added: 1 });
    expect((await plan()).lines).toMatchObject([{ owner: 'Head of people' }, { id: second }, { action: 'New line', costMinor: 1_000 }]);
    const line = await owner.inOrganization((db) => readLine(db, { transactionId, lineId: first, today }));
    expect(line?.comments).toMatchObject([{ text: 'Keep me' }]);
  });

  it('a confirmation of what was changed meanwhile writes nothing, says what changed, and keeps it when confirmed again', async () => {
    const { owner, plan, comments, first, by } = await exported();
    const csv = planAsCsv(await plan(), comments)
      .replace('HR head', 'Head of people')
      .replace('CFO, “second”', 'Treasurer');
    const read = await readPlanFile(strToU8(csv));
    if (read.kind !== 'read') throw new Error(read.code);
    const proposal = proposalOf(compareFile(read.rows, await plan(), reader));
    expect(proposal.changes).toHaveLength(2);
    const meanwhile = { ...whole, action: '=HYPERLINK("x")', dueOn: '2027-09-09' };
    await owner.inOrganization((db) => amendLine(db, meanwhile, { ...by, lineId: first, revision: 1 }));
    const apply = (given: typeof proposal) => owner.inOrganization((db) => applyFile(db, given, by));
    const stale = await apply(proposal);
    expect(stale).toMatchObject({ kind: 'stale', moved: [{ number: 1, fields: ['dueOn'], now: { dueOn: '2027-09-09' } }] });
    expect((await plan()).lines.map(({ owner: who }) => who)).toEqual(['HR head', 'CFO, “second”']);
    if (stale.kind !== 'stale') throw new Error(stale.kind);
    expect(await apply(stale.proposal)).toEqual({ kind: 'applied', changed: 2, added: 0 });
    expect((await plan()).lines).toMatchObject([{ owner: 'Head of people', dueOn: '2027-09-09' }, { owner: 'Treasurer' }]);
    expect(await apply({ changes: [], added: [] })).toEqual({ kind: 'refused', code: 'nothing-chosen' });
  });
});
