import { instrument, instrumentKeys, questionsOf, restrictedQuestions } from '#scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { isForRecruiter } from '~/questionnaires/templates/for-recruiter';
import { foldName } from '~/suppliers/parties/name-key';
import { makePublicId } from '~/suppliers/parties/public-id';
import { checkPlace } from '~/questionnaires/evidence/store-evidence.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { answerQuestion } from './answer-question.server';
import { openResponse } from './open-response.server';
import { answersForScoring, readResponse } from './read-response.server';
import { readOverview } from '~/risk/response-overview/read-overview.server';
import { sectionView } from './section-view.server';
import { withheldQuestions } from './withheld-questions.server';

const now = new Date('2026-11-25T10:00:00Z');
const operational = 'ilo-operational-indicators@1.0.0';
const atSites = instrumentKeys().filter((key) => withheldQuestions(key).size > 0);
let member: MadeMember;

const mill = { country: 'JO', sector: '1410', workers: 800 };

beforeAll(async () => {
  member = await makeMember();
});

async function newRecruiter(name: string): Promise<string> {
  const party = { kind: 'labour-recruiter', publicId: makePublicId(), name, nameKey: foldName(name) };
  await member.inOrganization(async (db) => {
    const { id } = await db.party.create({ data: party, select: { id: true } });
    await db.labourRecruiter.create({ data: { partyId: id } });
  });
  return party.publicId;
}

/** The subject: a new supplier, or for a review of recruiters a new recruiter. */
async function opened(instrumentKey: string, name = 'Mill'): Promise<string> {
  const isOfRecruiter = isForRecruiter(instrument(instrumentKey));
  const publicId = isOfRecruiter ? await newRecruiter(name) : (await makeSupplier(member, { name, values: mill })).publicId;
  const made = await member.inOrganization((db) =>
    openResponse(db, {
      ...{ supplierPublicId: publicId, partyKind: isOfRecruiter ? 'labour-recruiter' : 'supplier' },
      ...{ instrumentKey, dueOn: null, userId: member.user.id },
    }),
  );
  if (made.kind !== 'opened') throw new Error(made.code);
  return made.responseId;
}

/** Everything that pages, the score and reports read of a response, without its id and times. */
async function readingOf(responseId: string): Promise<string> {
  const all = await member.inOrganization(async (db) => {
    const response = await readResponse(db, responseId);
    if (!response) throw new Error('no assessment');
    const { sections } = instrument(response.instrumentKey);
    return [
      sections.map(({ key }) => sectionView(response, key, { withUnasked: true })),
      await readOverview(db, responseId),
      answersForScoring(response),
    ];
  });
  return JSON.stringify(all)
    .replaceAll(/[0-9a-f-]{36}|"publicId":"[^"]*"/g, 'an id')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a time');
}

/** Written past the use case, as answers from before exist. */
const answerBefore = (responseId: string, answers: Record<string, string>) =>
  member.inOrganization((db) =>
    db.answer.createMany({
      data: Object.entries(answers).map(([question, value]) => ({
        ...{ responseId, question, value, note: 'MARKED', answeredById: member.user.id, answeredAt: now },
      })),
    }),
  );

describe('an own response by a questionnaire that is answered at a site', () => {
  it('accepts no answer and no file for a question that belongs in a sensitive case, and requires none', async () => {
    expect(atSites).toEqual(
      expect.arrayContaining([operational, 'better-work-cat@1.0.0', 'ilo-eleven-indicators@1.0.0', 'ilo-employers-checklist@1.0.0']),
    );
    for (const key of atSites) {
      const responseId = await opened(key, `Mill of ${key}`);
      await member.inOrganization(async (db) => {
        for (const question of withheldQuestions(key)) {
          const given = { responseId, question, value: 'present', userId: member.user.id, now };
          expect(await answerQuestion(db, given), question).toEqual({ kind: 'refused', code: 'sensitive-case' });
          expect(await checkPlace(db, { responseId, sections: [], isOwn: true }, question), question).toEqual({
            kind: 'refused',
            code: 'sensitive-case',
          });
        }
        const response = await readResponse(db, responseId);
        const views = instrument(key).sections.map((section) => response && sectionView(response, section.key));
        expect(views.flatMap((view) => view?.withheld.map((each) => each.key) ?? []).sort()).toEqual([...withheldQuestions(key)].sort());
        expect(
          views.flatMap((view) => view?.questions.map((each) => each.key) ?? []).filter((each) => restrictedQuestions().has(each)),
        ).toEqual([]);
      });
    }
  });

  it('is the same with earlier answers that reveal one as without them', async () => {
    for (const key of atSites) {
      const [without, withAll] = [await opened(key), await opened(key)];
      const worst: Record<string, string> = { NC: 'not-compliant', SIGN: 'present', REVIEW: 'not-met', CHOICE: 'present' };
      const revealing = questionsOf(instrument(key)).filter(
        (question) => withheldQuestions(key).has(question.key) && question.key !== 'D0.a',
      );
      await answerBefore(withAll, Object.fromEntries(revealing.map((question) => [question.key, worst[question.type] ?? 'no'])));
      expect((await readingOf(withAll)) === (await readingOf(without)), key).toBe(true);
    }
  });

  it('reads nothing of indicators that were screened for people under 18', async () => {
    const [without, ofChildren, ofAdults] = [await opened(operational), await opened(operational), await opened(operational)];
    await answerBefore(ofChildren, { 'D0.a': 'children', 'D4.1': 'present' });
    await answerBefore(ofAdults, { 'D4.1': 'present' });
    expect(await readingOf(ofChildren)).not.toContain('MARKED');
    expect(await readingOf(ofAdults)).toContain('MARKED');
    expect(await readingOf(without)).not.toContain('MARKED');
  });
});

it('a lender’s review is answered, since it is based on documents', async () => {
  const responseId = await opened('ifc-ps2@1.0.0');
  const given = { responseId, question: 'PS2-22.1', value: 'not-met', userId: member.user.id, now };
  expect(await member.inOrganization((db) => answerQuestion(db, given))).toMatchObject({ kind: 'answered' });
});
