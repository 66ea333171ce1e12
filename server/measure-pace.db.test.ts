import { describe, expect, it } from 'vitest';
import { instrument, questionsOf } from '#scoring';
import { expected, wholeMinutes } from '~/questionnaires/templates/answering-minutes';
import { makeMember } from '../tests/factories/member';
import { makeSupplier } from '../tests/factories/supplier';
import { paceFrom, paceLines, type Taken, timeIn } from './measure-pace';

const core = 'workshop-core@1.0.0';
const whole = 'ilo-ten-principles@2.0.0';
const picks = questionsOf(instrument(core)).filter(({ type, layout }) => type === 'PICK' && layout === undefined);
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20, 8, 0, seconds));

describe('the pace of answers', () => {
  it('is the median of completed responses, without drafts, pauses, and answers that came from another depth', async () => {
    const owner = await makeMember();
    const { partyId } = await makeSupplier(owner, { name: 'Loom Works' });
    const answered = async (options: { key: string; status: string; every: number; carried?: boolean }) => {
      const { key, status, every, carried = false } = options;
      await owner.inOrganization(async (db) => {
        const { id } = await db.questionnaireResponse.create({
          data: {
            ...{ partyId, kind: 'self-assessment', instrumentKey: key, status, openedById: owner.user.id, openedAt: at(0) },
            ...(status === 'open' ? {} : { submittedAt: at(4000), submittedById: owner.user.id }),
          },
          select: { id: true },
        });
        const answers = picks.map(({ key: question }, index) => ({ question, value: 'dont-know', answeredAt: at(index * every) }));
        await db.answer.createMany({ data: answers.map((each) => ({ ...each, responseId: id, note: '', answeredById: owner.user.id })) });
        if (carried)
          await db.previousAnswer.createMany({
            data: answers.map((each) => ({ ...each, responseId: id, isSameAsker: true, instrumentKey: core })),
          });
      });
    };
    for (const every of [20, 20, 22]) await answered({ key: core, status: 'submitted', every });
    await answered({ key: core, status: 'submitted', every: 400 });
    await answered({ key: core, status: 'submitted', every: 0 });
    await answered({ key: core, status: 'open', every: 5 });
    await answered({ key: whole, status: 'submitted', every: 5, carried: true });
    const taken: Taken = { responses: 0, seconds: new Map() };
    await owner.inOrganization((db) => timeIn(db, taken));
    const pace = paceFrom(taken);
    expect(pace.responses).toBe(6);
    const timed = 3 * (picks.length - 1);
    expect(timed).toBeGreaterThanOrEqual(30);
    expect(pace.kinds.find(({ kind }) => kind === 'PICK')).toEqual({
      kind: 'PICK',
      answers: timed,
      median: 20,
      expected: expected.seconds.PICK,
    });
  });

  it('keeps the estimate of a kind with few answers, and says so beside the minutes of each depth', () => {
    const pace = paceFrom({
      responses: 2,
      seconds: new Map([
        ['PICK', Array.from({ length: 30 }, () => 50)],
        ['TICKS', [1, 2, 3]],
      ]),
    });
    const said = wholeMinutes(questionsOf(instrument(core)));
    const [first] = pace.depths;
    expect(first).toEqual({ depth: 'core', said, measured: said + Math.round((picks.length * (50 - expected.seconds.PICK)) / 60) });
    const lines = paceLines(pace, '2026-12-02');
    expect(lines).toContain(`  PICK: 50 s, of 30 answers (estimate ${expected.seconds.PICK} s)`);
    expect(lines).toContain(`  TICKS: 3 timed answers, fewer than 30: the estimate of ${expected.seconds.TICKS} s stays`);
    expect(lines.at(-1)).toMatch(/^ {2}ilo-ten-principles@2\.0\.0: \d+ minutes; the pages say \d+$/);
  });
});
