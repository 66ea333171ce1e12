import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { JobMessage, ReadKind } from '~/platform/parser/reader-messages';

export type ReaderJob = (job: JobMessage, emit: (piece: unknown) => Promise<void>) => Promise<unknown>;

const pictures = () => import('~/questionnaires/evidence/picture-jobs.server');

/**
 * What a reader process does with each kind of file. Nothing outside of such a process imports this file (tests/architecture.test.ts); a parser is loaded
 * when its first file comes.
 */
export const readerJobs: Record<ReadKind, ReaderJob> = {
  'inspect-list': async (job) => (await import('~/suppliers/import/parse-job.server')).inspectJob(job),
  list: async (job, emit) => (await import('~/suppliers/import/parse-job.server')).parseJob(job, emit),
  workbook: async ({ path, options, limits }) => {
    const { sheetRows } = z.object({ sheetRows: z.int() }).parse(options);
    return (await import('~/platform/parser/workbook/open-workbook.server')).openWorkbook(await readFile(path), { sheetRows, limits });
  },
  'questionnaire-template': async ({ path, limits }) =>
    (await import('~/questionnaires/builder/instrument-file.server')).readInstrumentFile(await readFile(path), limits),
  'plan-file': async ({ path, limits }) =>
    (await import('~/lending/esap/read-plan-file.server')).readPlanFile(await readFile(path), limits),
  'sample-file': async ({ path, options, limits }) => {
    const asked = z
      .object({ kind: z.enum(['hours', 'wage']), key: z.string(), codeColumn: z.int().nullable(), sheet: z.int().nullable() })
      .parse(options);
    return (await import('~/audits/bulk-samples/read-sample-file.server')).readSampleFile(await readFile(path), limits, asked);
  },
  'reference-table': async (job) => (await import('~/risk/reference-tables/read-table-job.server')).readTableJob(job),
  report: async ({ path }) => (await import('~/documents/verification/check-file.server')).checkFile(await readFile(path)),
  'report-pages': async ({ path }) => (await import('~/documents/verification/check-file.server')).digestPages(await readFile(path)),
  'sign-pkcs12': async ({ path, options }) => {
    const asked = z.object({ password: z.string(), digests: z.array(z.string()), now: z.coerce.date() }).parse(options);
    return (await import('~/documents/signing/pkcs12.server')).signWithPkcs12(await readFile(path), asked);
  },
  'inspect-document': async (job) => (await pictures()).inspectDocument(job),
  'strip-picture': async (job) => (await pictures()).stripJob(job),
  'camera-data': async (job) => (await pictures()).cameraJob(job),
  'cover-picture': async (job) => (await pictures()).coverJob(job),
  'draw-previews': async (job) => (await pictures()).previewsJob(job),
  'shrink-photo': async (job) => (await pictures()).shrinkJob(job),
  'inspect-photo': async ({ path, options }) => {
    const { declared } = z.object({ declared: z.enum(['image/jpeg', 'image/png']) }).parse(options);
    return (await import('~/audits/recorder/inspect-photo.server')).inspectPhoto(path, declared);
  },
};
