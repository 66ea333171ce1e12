import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instrument, questionsOf } from '#scoring';
import { wholeMinutes } from '~/questionnaires/templates/answering-minutes';
import { keyOfDepth } from '~/questionnaires/templates/depths';
import { readPace } from '~/questionnaires/templates/keep-pace.server';
import { isEstimateOf, minutesOf } from '~/questionnaires/templates/minutes-of.server';
import { expected, kindOf, takePace } from '~/questionnaires/templates/pace-in-use';
import { type MadeMember, makeMember } from '../tests/factories/member';
import { makeSupplier } from '../tests/factories/supplier';
import { testDatabase, withClient } from '../tests/setup/test-database';
import { keepMeasuredPace } from './keep-measured-pace';
import { nothingTaken, paceFrom, paceLines, timeIn } from './measure-pace';

const core = keyOfDepth('core');
const whole = keyOfDepth('whole');
const picks = questionsOf(instrument(core)).filter(({ type, layout }) => type === 'PICK' && layout === undefined);
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20, 8, 0, seconds));
const today = '2026-12-02';
const since = new Date('2026-01-01');

let owner: MadeMember;
let partyId: string;
beforeAll(async () => {
  owner = await makeMember();
  ({ partyId } = await makeSupplier(owner, { name: 'Loom Works' }));
});
afterAll(async () => {
  await withClient(testDatabase().ownerUrl, (client) => client.query('DELETE FROM "MeasuredPace"'));
  takePace([]);
});

type Given = { key?: string; status?: string; questions?: { key: string }[]; every: number; submittedAt?: Date; carried?: boolean };

/** A response whose answers come at equal intervals. */
async function answered({ key = core, status = 'submitted', questions = picks, every, submittedAt = at(4000), carried }: Given) {
  await owner.inOrganization(async (db) => {
    const { id } = await db.questionnaireResponse.create({
      data: {
        ...{ partyId, kind: 'self-assessment', instrumentKey: key, status, openedById: owner.user.id, openedAt: at(0) },
        ...(status === 'open' ? {} : { submittedAt, submittedById: owner.user.id }),
      },
      select: { id: true },
    });
    const answers = questions.map(({ key: question }, index) => ({ question, value: 'dont-know', answeredAt: at(index * every) }));
    await db.answer.createMany({ data: answers.map((each) => ({ ...each, responseId: id, note: '', answeredById: owner.user.id })) });
    if (carried)
      await db.previousAnswer.createMany({
        data: answers.map((each) => ({ ...each, responseId: id, isSameAsker: true, instrumentKey: core })),
      });
  });
}

describe('the pace of answers', () => {
  it('is the median of completed responses, without drafts, pauses, and answers that came from another depth', async () => {
    for (const every of [20, 20, 20, 22, 22]) await answered({ every });
    await answered({ every: 400 });
    await answered({ every: 0 });
    await answered({ status: 'open', every: 5 });
    await answered({ every: 5, submittedAt: new Date('2025-06-01') });
    await answered({ key: whole, every: 5, carried: true });
    const taken = nothingTaken();
    await owner.inOrganization((db) => timeIn(db, taken, since));
    const pace = paceFrom(taken);
    expect(pace.responses).toBe(8);
    const timed = 5 * (picks.length - 1);
    expect(timed).toBeGreaterThanOrEqual(30);
    expect(pace.kinds.find(({ kind }) => kind === 'PICK')).toEqual({
      ...{ kind: 'PICK', answers: timed, responses: 5, median: 20, expected: expected.seconds.PICK },
    });
  });

  it('keeps the estimate of a kind with few answers, or answers of few responses, and says so beside the minutes of each depth', () => {
    const pace = paceFrom({
      responses: 5,
      seconds: new Map([
        ['PICK', Array.from({ length: 30 }, () => 50)],
        ['TICKS', [1, 2, 3]],
        ['row', Array.from({ length: 36 }, () => 3)],
      ]),
      from: new Map([
        ['PICK', 5],
        ['TICKS', 3],
        ['row', 4],
      ]),
    });
    const said = wholeMinutes(questionsOf(instrument(core)), expected.seconds);
    const [first] = pace.depths;
    expect(first).toEqual({ depth: 'core', said, measured: said + Math.round((picks.length * (50 - expected.seconds.PICK)) / 60) });
    const lines = paceLines(pace, today);
    const stays = 'fewer than 30 of 5: the estimate of';
    expect(lines).toContain(`  PICK: 50 s, of 30 answers in 5 responses (estimate ${expected.seconds.PICK} s)`);
    expect(lines).toContain(`  TICKS: 3 timed answers of 3 responses, ${stays} ${expected.seconds.TICKS} s stays`);
    expect(lines).toContain(`  row: 36 timed answers of 4 responses, ${stays} ${expected.seconds.row} s stays`);
    expect(lines.at(-1)).toMatch(/^ {2}ilo-ten-principles@2\.0\.0: \d+ minutes; the pages say \d+$/);
  });

  it('is an estimate on every page until enough responses are complete; from the night after, the minutes are those measured', async () => {
    await keepMeasuredPace({ ownerUrl: testDatabase().ownerUrl, today: '2030-01-01' });
    await readPace();
    const minutes = minutesOf(core);
    expect(isEstimateOf(core)).toBe(true);
    expect(minutes).toBe(wholeMinutes(questionsOf(instrument(core)), expected.seconds));

    // Each question takes a minute, each row twenty seconds.
    const single = questionsOf(instrument(core)).filter((question) => kindOf(question) !== 'row');
    const rows = questionsOf(instrument(core)).filter((question) => kindOf(question) === 'row');
    for (let run = 0; run < 8; run++) {
      await answered({ questions: single, every: 60 });
      await answered({ questions: rows, every: 20 });
    }
    expect(await keepMeasuredPace({ ownerUrl: testDatabase().ownerUrl, today })).toBeGreaterThanOrEqual(3);
    expect(isEstimateOf(core), 'nothing changes before a process reads it').toBe(true);
    await readPace();
    expect(isEstimateOf(core)).toBe(false);
    const measured = single.filter(({ type }) => type !== 'FACT').length + (20 * rows.length) / 60;
    const facts = expected.seconds.FACT / 60;
    expect(minutesOf(core)).toBe(Math.round(measured + facts));
    expect(minutesOf(core)).toBeGreaterThan(minutes);
  });

  it('is written by the owner alone, and never from few answers', async () => {
    const row = `INSERT INTO "MeasuredPace" VALUES ('NC', 5, 29, 5, '2026-12-02')`;
    await expect(withClient(testDatabase().appUrl, (client) => client.query(row))).rejects.toThrow(/permission denied/);
    await expect(withClient(testDatabase().ownerUrl, (client) => client.query(row))).rejects.toThrow(/MeasuredPace_enough/);
  });
});
