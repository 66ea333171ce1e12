import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { type AnswerValue, instrument, type QuestionType, questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { readDesk } from '~/questionnaires/answer-review/read-desk.server';
import { gradeAnswer } from '~/questionnaires/answer-review/grade-answer.server';
import { reviewAnswer } from '~/questionnaires/answer-review/review-answer.server';
import { signOff } from '~/questionnaires/answer-review/sign-off.server';
import { storeEvidence } from '~/questionnaires/evidence/store-evidence.server';
import { blobStore, keyOfFile } from '~/platform/files/blob-store.server';
import { openResponse } from '~/questionnaires/responses/open-response.server';
import { defaultInstrument } from '~/questionnaires/responses/schema';
import { submitResponse } from '~/questionnaires/responses/submit-response.server';
import { recordedOn } from './recorded-on';

/** How a supplier of the demonstration answers, by the scale of the question; `except` names single questions. */
type Manner = {
  usual: Partial<Record<QuestionType, AnswerValue>>;
  except: Record<string, AnswerValue>;
  shares: Record<string, number>;
};

const careful: Manner = {
  usual: { G4: 3, YNP: 'yes', PCT: 85, RF: 'no' },
  shares: { migrantShare: 4, agencyShare: 6, peakRatio: 1.2 },
  except: { 'P3.Q6': 'no', 'P4.Q6': 'partial', 'P7.Q2': 'no', 'P10.Q1': 2, 'P8.Q5': 'dont-know', 'P2.Q4': 70, 'P3.Q3': 2 },
};
const troubled: Manner = {
  usual: { G4: 2, YNP: 'partial', PCT: 40, RF: 'no' },
  shares: { migrantShare: 52, agencyShare: 0, peakRatio: 1.4 },
  except: { 'P5.Q2': 3, 'P5.Q3': 'yes', 'P6.Q6': 'yes', 'P5.Q6': 0, 'P8.Q3': 'no', 'P1.Q4': 35, 'P1.Q2': 'yes', 'P5.Q8': 'no', 'P9.Q3': 0 },
};

type Options = { idOf: (key: string) => string; organizationId: string; userId: string; now: Date };
/** `days` counts from today; `documents` are the questions that come with a document. */
type Story = { key: string; days: number; manner: Manner; howMany?: number; documents?: readonly string[]; isReviewed?: boolean };

const stories: readonly Story[] = [
  {
    key: 't117',
    days: -75,
    manner: { ...careful, shares: { migrantShare: 1, agencyShare: 4, peakRatio: 1.2 } },
    documents: ['P1.Q1', 'P3.Q1', 'P4.Q1'],
    isReviewed: true,
  },
  {
    key: 't207',
    days: -58,
    manner: { ...careful, shares: { migrantShare: 41, agencyShare: 22, peakRatio: 1.1 } },
    documents: ['P1.Q1', 'P3.Q1'],
  },
  { key: 't105', days: -40, manner: troubled },
  { key: 't101', days: -9, manner: careful, documents: ['P1.Q1', 'P2.Q1', 'P3.Q1', 'P4.Q1'], isReviewed: true },
];

/** Finished responses on their days: with documents, reviewed and signed off, or with red flags; and one that is open and half answered. */
export async function answerDemonstration(db: TenantDb, options: Options): Promise<void> {
  const { now, ...who } = options;
  for (const { key, days, manner, documents = [], isReviewed } of stories) {
    const at = new Date(now.getTime() + days * 86_400_000);
    const on = recordedOn(db, at);
    const responseId = await answerFor(on, { ...who, key, manner, at });
    for (const question of documents) await attachDocument(on, { ...who, responseId, question });
    const submitted = await submitResponse(on, { responseId, userId: who.userId, now: at });
    if (submitted.kind === 'refused')
      throw new Error(`The demonstration could not submit: ${submitted.code} ${submitted.unanswered?.join(' ') ?? ''}`);
    if (isReviewed) await review(on, { ...who, responseId, now: at });
  }
  await answerFor(db, { ...who, key: 't103', manner: careful, at: now, howMany: 24 });
}

/** Opens the response of a supplier and answers its first questions, or all. */
async function answerFor(
  db: TenantDb,
  { idOf, userId, key, manner, at, howMany }: Omit<Options, 'now'> & { key: string; manner: Manner; at: Date; howMany?: number },
): Promise<string> {
  const party = await db.party.findFirstOrThrow({ where: { id: idOf(key) }, select: { publicId: true } });
  const asked = { supplierPublicId: party.publicId, instrumentKey: defaultInstrument, dueOn: null, userId };
  const opened = await openResponse(db, asked);
  if (opened.kind === 'refused') throw new Error(`The demonstration could not open an assessment: ${opened.code}`);
  const { responseId } = opened;
  await db.questionnaireResponse.updateMany({ where: { id: responseId }, data: { openedAt: new Date(at.getTime() - 14 * 86_400_000) } });
  for (const question of questionsOf(instrument(defaultInstrument)).slice(0, howMany)) {
    const value = question.type === 'FACT' ? manner.shares : (manner.except[question.key] ?? manner.usual[question.type]);
    const answered = await answerQuestion(db, { responseId, question: question.key, value, userId, now: at });
    if (answered.kind === 'refused') throw new Error(`The demonstration could not answer ${question.key}: ${answered.code}`);
  }
  return responseId;
}

const page = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200"><rect width="900" height="1200" fill="#fbfaf6"/><rect x="90" y="110" width="420" height="34" fill="#33424d"/>${Array.from(
  { length: 22 },
  (_, line) => `<rect x="90" y="${200 + line * 40}" width="${line % 5 === 4 ? 380 : 700}" height="12" fill="#c4c0b4"/>`,
).join('')}</svg>`;

/** Attaches a page to an answer, drawn and not photographed. */
async function attachDocument(
  db: TenantDb,
  { organizationId, userId, responseId, question }: Omit<Options, 'now' | 'idOf'> & { responseId: string; question: string },
): Promise<void> {
  const bytes = await sharp(Buffer.from(page.replace('#33424d', `#${question.length}3424${question.at(-1)}`)))
    .jpeg({ quality: 80 })
    .toBuffer();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await (await blobStore()).write(keyOfFile(organizationId, sha256), { bytes });
  const run = <T>(work: (inside: TenantDb) => Promise<T>) => work(db);
  const stored = await storeEvidence(
    db,
    { organizationId, responseId, by: userId, userId, sections: [], isOwn: true, run },
    {
      file: {
        ...{ question, sha256, fileName: `${question.toLowerCase().replace('.', '-')}-page.jpg`, mediaType: 'image/jpeg' },
        ...{ sizeBytes: bytes.length, isStripped: true, audience: [], validUntil: null },
      },
    },
  );
  if (stored.kind === 'refused') throw new Error(`The demonstration could not attach a document: ${stored.code}`);
}

/** Reviews some answers and signs the rest off as not reviewed, which the sign-off records. */
async function review(db: TenantDb, who: { organizationId: string; responseId: string; userId: string; now: Date }): Promise<void> {
  const looked = ['P1.Q1', 'P1.Q2', 'P2.Q1', 'P3.Q1', 'P4.Q1'];
  for (const question of looked) await reviewAnswer(db, { ...who, question, outcome: 'accepted', comment: '' });
  const reason = 'Dated, signed, and valid for all sites.';
  const graded = await gradeAnswer(db, { ...who, question: 'P1.Q1', grade: 'document-checked', reason });
  if (graded.kind === 'refused') throw new Error(`The demonstration could not grade an answer: ${graded.code}`);
  const left = await readDesk(db, { responseId: who.responseId, filter: 'all' });
  const signed = await signOff(db, { ...who, unreviewed: left?.counts.unreviewed ?? null });
  if (signed.kind === 'refused') throw new Error(`The demonstration could not sign off: ${signed.code}`);
}
