import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { checkValue, closingValue, makeAudit, makeEntry, withAudit, sendEntries } from '../../../tests/factories/audit';
import { now } from '../../../tests/factories/audit-acts';
import { makeMember } from '../../../tests/factories/member';
import { checkRecord } from './check-record.server';
import { sendingHash } from './entry-hash';
import { readRecordStatus } from './read-record-status.server';

describe('entries from devices', () => {
  it('are recorded once, however often they are sent, and the receipt lists the accepted ones', async () => {
    const owner = await makeMember();
    const { auditId } = await makeAudit(owner);
    const deviceId = randomUUID();
    const entries = [await makeEntry('check', 'BW.FL.1.a', checkValue('compliant')), await makeEntry('meeting', 'closing', closingValue)];
    const first = await sendEntries(owner, auditId, entries, deviceId);
    const again = await sendEntries(owner, auditId, entries, deviceId);
    for (const received of [first, again]) {
      if (received.kind !== 'received') throw new Error(received.code);
      expect(received.taken).toEqual(entries.map(({ id }) => id));
      expect(received.receipt.counts).toMatchObject({ check: 1, meeting: 1, photo: 0 });
      expect(received.receipt.hash).toBe(await sendingHash(entries.map(({ hash }) => hash)));
    }
    expect(await owner.inOrganization((db) => db.auditEntry.count({ where: { auditId } }))).toBe(2);
    expect(await withAudit(owner, auditId, async (_, audit) => audit.status)).toBe('on-site');
  });

  it('keep the time of the device and of the server, and show which clock was certainly wrong', async () => {
    const owner = await makeMember();
    const { auditId } = await makeAudit(owner);
    const at = async (madeAt: Date, deviceId: ReturnType<typeof randomUUID>) => {
      const entry = { ...(await makeEntry('check', 'BW.FL.1.a', checkValue('compliant'))), madeAt: madeAt.toISOString() };
      expect(await sendEntries(owner, auditId, [entry], deviceId)).toMatchObject({ kind: 'received', taken: [entry.id] });
    };
    const [right, behind, ahead] = [randomUUID(), randomUUID(), randomUUID()];
    await at(new Date(), right);
    await at(new Date('2019-03-01T08:00:00Z'), behind);
    await at(new Date(Date.now() + 86_400_000), ahead);
    const { receipts } = await withAudit(owner, auditId, (db, audit) => readRecordStatus(db, audit, { userId: owner.user.id }));
    const clocks = new Map(receipts.map(({ deviceId, clock, receivedAt }) => [deviceId, { ...clock, receivedAt }]));
    expect([right, behind, ahead].map((device) => clocks.get(device)?.isWrong)).toEqual([false, true, true]);
    expect(clocks.get(behind)?.first).toEqual(new Date('2019-03-01T08:00:00Z'));
    expect(Math.abs(Date.now() - (clocks.get(behind)?.receivedAt.getTime() ?? 0))).toBeLessThan(600_000);
  });

  it('rejects an entry with invalid characters, and accepts the others with it', async () => {
    const owner = await makeMember();
    const { auditId } = await makeAudit(owner);
    const noted = (note: string) => makeEntry('check', 'BW.FL.1.a', { ...checkValue('compliant'), note });
    const whole = await noted('Gate open');
    // No hash can be computed over half a character, on a device neither.
    const half = { ...(await noted('half')), value: { ...checkValue('compliant'), note: 'half a sign: \ud83d' } };
    const broken = [await noted('a\u0000b'), half];
    expect(await sendEntries(owner, auditId, [...broken, whole])).toMatchObject({
      taken: [whole.id],
      refused: broken.map(({ id }) => ({ id, code: 'bad-value' })),
    });
  });

  it('accepts the elements of the legal definition at their own keys, and no other', async () => {
    const owner = await makeMember();
    const { auditId } = await makeAudit(owner);
    const value = { state: 'supported', speaksFor: 'Papers kept', speaksAgainst: '', exceptions: [], methods: ['documents'] } as const;
    const element = (key: string) => makeEntry('element', key, { ...value, exceptions: [], methods: [...value.methods] });
    const [good, nowhere] = [await element('penalty'), await element('motive')];
    expect(await sendEntries(owner, auditId, [good, nowhere])).toMatchObject({
      taken: [good.id],
      refused: [{ id: nowhere.id, code: 'unknown-place' }],
      receipt: { counts: { element: 1 } },
    });
  });

  it('accepts an individual interview whatever the size of the group, and returns it as sent', async () => {
    const owner = await makeMember();
    const { auditId } = await makeAudit(owner);
    const alone = { form: 'individual', place: 'off-site', chosenBy: 'team', language: 'ne', women: 1, men: 0 } as const;
    const value = { ...alone, migrants: 1, agency: 1, topics: { documents: 'grave-concern' as const }, isWithdrawn: false };
    const entry = await makeEntry('tally', randomUUID(), value);
    expect(await sendEntries(owner, auditId, [entry])).toMatchObject({ taken: [entry.id], refused: [] });
    const kept = await owner.inOrganization((db) => db.auditEntry.findMany({ where: { auditId }, select: { value: true, hash: true } }));
    expect(kept).toEqual([{ value, hash: entry.hash }]);
  });

  it('rejects and reports an invalid entry, and accepts the rest', async () => {
    const owner = await makeMember();
    const { auditId } = await makeAudit(owner);
    const good = await makeEntry('check', 'BW.FL.1.a', checkValue('compliant'));
    const altered = { ...(await makeEntry('check', 'BW.FL.1.b.1', checkValue('compliant'))), value: checkValue('not-compliant') };
    const nowhere = await makeEntry('check', 'ZZ.1', checkValue('compliant'));
    const named = {
      ...(await makeEntry('note', randomUUID(), { about: null, text: '', isRestricted: false, isWithdrawn: false })),
      value: { name: 'x' },
    };
    const unsent = await makeEntry('photo', randomUUID(), {
      ...{ sha256: 'a'.repeat(64), mediaType: 'image/jpeg', sizeBytes: 1, width: 1, height: 1, about: null, caption: '', blurred: 0 },
      isWithdrawn: false,
    });
    const taken = {
      ...(await makeEntry('note', randomUUID(), { about: null, text: 'other', isRestricted: false, isWithdrawn: false })),
      id: good.id,
    };
    const received = await sendEntries(owner, auditId, [good, altered, nowhere, named, unsent, taken]);
    if (received.kind !== 'received') throw new Error(received.code);
    expect(received.taken).toEqual([good.id]);
    expect(received.refused.map(({ code }) => code)).toEqual(['bad-hash', 'unknown-place', 'bad-value', 'photo-missing', 'id-taken']);
  });

  it('conflicting entries from two devices form a conflict, which an entry that replaces both resolves', async () => {
    const owner = await makeMember();
    const { auditId } = await makeAudit(owner);
    const first = await makeEntry('check', 'BW.CL.1.a', checkValue('compliant'));
    await sendEntries(owner, auditId, [first]);
    const tablet = await makeEntry('check', 'BW.CL.1.a', checkValue('not-compliant'), [first.id]);
    const phone = await makeEntry('check', 'BW.CL.1.a', checkValue('not-assessed'), [first.id]);
    await sendEntries(owner, auditId, [tablet]);
    const received = await sendEntries(owner, auditId, [phone]);
    expect(received).toMatchObject({ conflicts: ['check BW.CL.1.a'] });
    const conflicts = async () =>
      (await withAudit(owner, auditId, (db, audit) => checkRecord(db, audit, { isForTeam: true }))).obstacles.conflicts;
    expect(await conflicts()).toBe(1);
    await sendEntries(owner, auditId, [await makeEntry('check', 'BW.CL.1.a', checkValue('not-compliant'), [tablet.id, phone.id])]);
    expect(await conflicts()).toBe(0);
  });

  it('no page of an assessment can answer in its place', async () => {
    const owner = await makeMember();
    const { auditId } = await makeAudit(owner);
    const answered = await withAudit(owner, auditId, (db, audit) =>
      answerQuestion(db, { responseId: audit.responseId, question: 'BW.FL.1.a', value: 'compliant', userId: owner.user.id, now }),
    );
    expect(answered).toEqual({ kind: 'refused', code: 'unknown-assessment' });
  });
});

it('refuses entries with dates that cannot be, says so of each, and lets a sample with such a date be withdrawn', async () => {
  const owner = await makeMember();
  const { auditId } = await makeAudit(owner);
  const week = { code: 'W1', weekOf: '2026-11-02', regular: 40, overtime: 0, daysWorked: 5, isOvertimeVoluntary: 'yes' } as const;
  const hours = { ...week, source: 'time-records' as const, isWithdrawn: false };
  const wage = {
    ...{ code: 'W1', periodFrom: '2026-10-01', periodTo: '2026-10-31', currency: 'VND', regularHours: 200, overtimeHours: 0 },
    ...{ basicPaid: 1, overtimePaid: 0, allowances: 0, deductions: [], netPaid: 1, minimumHourly: null, overtimeFactor: null },
    isWithdrawn: false,
  };
  const bad = [
    await makeEntry('hours', randomUUID(), { ...hours, weekOf: '1926-11-02' }),
    await makeEntry('hours', randomUUID(), { ...hours, weekOf: '9999-11-01' }),
    await makeEntry('wage', randomUUID(), { ...wage, periodTo: '2026-09-30' }),
    await makeEntry('wage', randomUUID(), { ...wage, periodTo: '9999-09-30' }),
    await makeEntry('meeting', 'presence', { ...closingValue, at: '1926-12-01T08:00:00Z' }),
    await makeEntry('meeting', 'closing', { ...closingValue, until: '2026-12-01T08:00:00Z' }),
    await makeEntry('check', 'BW.PI.b', checkValue('1926-12-01')),
  ];
  const good = [
    await makeEntry('hours', randomUUID(), hours),
    await makeEntry('wage', randomUUID(), wage),
    await makeEntry('meeting', 'closing', closingValue),
    await makeEntry('check', 'BW.PI.b', checkValue('2026-12-01')),
    await makeEntry('hours', randomUUID(), { ...hours, weekOf: '1926-11-02', isWithdrawn: true }),
  ];
  expect(await sendEntries(owner, auditId, [...bad, ...good])).toMatchObject({
    taken: good.map(({ id }) => id),
    refused: bad.map(({ id }) => ({ id, code: 'bad-date' })),
  });
});
