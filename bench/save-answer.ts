import { setTimeout as sleep } from 'node:timers/promises';
import { buildApp } from '../server/build-app';
import { serveOurs } from './list';
import { alternate, type Measure, median, time } from './measure';
import { acceptMadeList, openWorkbench } from './workbench';

const respondents = 200;
/** Each of the 200 answers so many questions, one every five seconds on average: nine times as fast as the 45 seconds that a question is reckoned with. */
const each = 4;
const meanPauseMs = 5_000;

type Place = { save: string; cookie: string };

/** The 95th of a hundred. */
function late(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
}

/** Devices that opened the links of as many suppliers' requests, for one questionnaire. */
async function openDevices(address: string): Promise<{ places: Place[]; cookie: string; own: Place }> {
  const { commitBatch } = await import('~/suppliers/import/commit-batch.server');
  const { askSupplier } = await import('~/questionnaires/requests/ask-supplier.server');
  const { openRequest } = await import('~/questionnaires/requests/open-request.server');
  const { openOnDevice } = await import('~/access/answer-devices.server');
  const { defaultInstrument } = await import('~/questionnaires/responses/schema');
  const { member, batch } = await acceptMadeList(respondents + 40);
  await commitBatch(member.inOrganization, batch);
  const suppliers = await member.inOrganization((db) =>
    db.party.findMany({ where: { kind: 'supplier' }, take: respondents, orderBy: { publicId: 'asc' }, select: { publicId: true } }),
  );
  const places: Place[] = [];
  for (const { publicId } of suppliers) {
    const question = { instrumentKey: defaultInstrument, dueOn: null, locale: 'en', email: null, message: '', now: new Date() };
    const asked = await member.inOrganization((db) => askSupplier(db, { ...question, supplierPublicId: publicId, userId: member.user.id }));
    if (asked.kind !== 'asked') throw new Error(asked.code);
    const opened = await openOnDevice(asked.token, new Request(address, { headers: { 'User-Agent': 'bench' } }), openRequest);
    if (!opened) throw new Error('A link opened nothing.');
    places.push({ save: `${address}/guest/questionnaire/${opened.responseId}/save`, cookie: opened.setCookie.split(';')[0] ?? '' });
  }
  const { openResponse } = await import('~/questionnaires/responses/open-response.server');
  const left = await member.inOrganization((db) =>
    db.party.findFirstOrThrow({ where: { kind: 'supplier' }, orderBy: { publicId: 'desc' }, select: { publicId: true } }),
  );
  const opened = await member.inOrganization((db) =>
    openResponse(db, { supplierPublicId: left.publicId, instrumentKey: defaultInstrument, dueOn: null, userId: member.user.id }),
  );
  if (opened.kind !== 'opened') throw new Error(opened.code);
  const save = `${address}/o/${member.organization.slug}/responses/${opened.responseId}/questions/P3.data`;
  return { places, cookie: member.cookie, own: { save, cookie: member.cookie } };
}

/** Sends a form and reads the whole answer. @throws when it is refused */
async function send(url: string, cookie: string, fields: Record<string, string>): Promise<string> {
  const origin = new URL(url).origin;
  const response = await fetch(url, { method: 'POST', redirect: 'manual', headers: { cookie, origin }, body: new URLSearchParams(fields) });
  const text = await response.text();
  if (response.status >= 400) throw new Error(`${url}: ${response.status}`);
  return text;
}

/** Questions that take yes or no. */
const asked = ['P3.Q1', 'P3.Q2', 'P3.Q4', 'P3.Q6', 'P2.Q5'];
let saved = 0;
/** Answers the next question of those that nothing rules out, otherwise than before. */
async function answer({ save, cookie }: Place): Promise<void> {
  saved += 1;
  const question = asked[saved % asked.length] ?? 'P3.Q1';
  const reply = JSON.parse(
    await send(save, cookie, { question, [`${question}:value`]: saved % 2 === 0 ? 'yes' : 'no', [`${question}:note`]: `${saved}` }),
  );
  if (reply.savedAt === null) throw new Error(`${question}: ${reply.refusal ?? 'not saved'}`);
}

/** The same as a member, on an assessment of his own organization. */
async function answerOwn({ save, cookie }: Place): Promise<void> {
  saved += 1;
  const question = asked[saved % 4] ?? 'P3.Q1';
  const reply = await send(save, cookie, {
    intent: 'answer',
    question,
    [`${question}:value`]: saved % 2 === 0 ? 'yes' : 'no',
    [`${question}:note`]: `${saved}`,
  });
  if (!/savedAt","\d/.test(reply)) throw new Error(`${question}: ${reply.slice(0, 300)}`);
}

/**
 * Saving one answer, as the script of the page does, against a bare update of one row through the same stack (a signed-in person's language); and 200
 * respondents at once against one alone, each with a pause between two answers: 200 requests in one instant would only measure a queue.
 */
export async function saveAnswer(): Promise<Measure[]> {
  await buildApp(console.error);
  const bench = await openWorkbench();
  const web = await serveOurs();
  try {
    const { places, cookie, own } = await openDevices(web.address);
    const [first] = places;
    if (!first) throw new Error('Nobody was asked.');
    const medianOf = async (work: () => Promise<unknown>) => {
      const times: number[] = [];
      for (let round = 0; round < 60; round++) times.push(await time(work));
      return median(times);
    };
    const bare = () => {
      saved += 1;
      return send(`${web.address}/language`, cookie, { locale: saved % 2 === 0 ? 'fr' : 'en', returnTo: '/' });
    };
    const [alone, reference] = await alternate(
      5,
      () => medianOf(() => answer(first)),
      () => medianOf(bare),
    );
    const [member, besideMember] = await alternate(
      5,
      () => medianOf(() => answerOwn(own)),
      () => medianOf(bare),
    );
    const times: number[] = [];
    await Promise.all(
      places.map(async (place) => {
        for (let at = 0; at < each; at++) {
          await sleep(Math.random() * 2 * meanPauseMs);
          times.push(await time(() => answer(place)));
        }
      }),
    );
    const burst: number[] = [];
    await Promise.all(places.map(async (place) => burst.push(await time(() => answer(place)))));
    const one = { unit: 'ms', against: 'one respondent alone', reference: alone };
    return [
      { measure: 'save-answer', value: alone, unit: 'ms', against: 'a bare update of one row', reference, target: 4 },
      {
        measure: 'save-answer: a member',
        value: member,
        unit: 'ms',
        against: 'a bare update of one row',
        reference: besideMember,
        target: 4,
      },
      { measure: `save-answer: ${respondents} respondents, p95`, value: late(times), ...one, target: 10 },
      { measure: `save-answer: ${respondents} in one instant, p95`, value: late(burst), ...one, target: null },
    ];
  } finally {
    await web.close();
    await bench.close();
  }
}
