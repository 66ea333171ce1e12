import { z } from 'zod';
import { readRefusals } from './limits';

/** Every kind of file that a reader process reads, and what it does with it (`reader-jobs.server.ts`). */
export const readKinds = [
  'inspect-list',
  'list',
  'workbook',
  'questionnaire-template',
  'plan-file',
  'sample-file',
  'reference-table',
  'report',
  'report-pages',
  'sign-pkcs12',
  'inspect-document',
  'strip-picture',
  'camera-data',
  'cover-picture',
  'draw-previews',
  'inspect-photo',
  'shrink-photo',
] as const;
export type ReadKind = (typeof readKinds)[number];

const amount = z.number().nonnegative();
export const jobMessage = z.object({
  id: z.int(),
  kind: z.enum(readKinds),
  path: z.string(),
  options: z.unknown(),
  limits: z.object({
    milliseconds: amount,
    megabytes: amount,
    cells: amount,
    entries: amount,
    inflatedBytes: amount,
    pixels: amount,
    answerBytes: amount,
  }),
});
export type JobMessage = z.infer<typeof jobMessage>;

/** What a reader says: that it has started, a piece of a long answer, the rest of the answer, or why it does not read the file. Answers are JSON in UTF-8. */
export const replyMessage = z.union([
  z.object({ isReady: z.literal(true) }),
  z.object({ id: z.int(), piece: z.instanceof(Uint8Array) }),
  z.object({ id: z.int(), answer: z.instanceof(Uint8Array) }),
  z.object({ id: z.int(), refusal: z.enum(readRefusals) }),
]);
