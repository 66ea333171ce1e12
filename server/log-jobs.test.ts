import type { JobHelpers, Task } from 'graphile-worker';
import { describe, expect, test } from 'vitest';
import { log } from '~/platform/log/log.server';
import { captureLog } from '../tests/setup/captured-log';
import { queueLogger, withJobLines } from './log-jobs';

const organizationId = '6f1c9d2e-8a54-4b8e-9c1d-2f3a4b5c6d7e';

/** Runs a job as the queue does. @returns its lines */
async function linesOf(task: Task<'score-all'>, { attempts = 1 } = {}) {
  const captured = captureLog();
  const helpers = { job: { id: '42', attempts, max_attempts: 3 } } as unknown as JobHelpers;
  const run = withJobLines({ 'score-all': task })['score-all'];
  await Promise.resolve(run?.({ organizationId, name: 'Mill of Ayesha' }, helpers)).catch(() => {});
  expect(captured.text()).not.toContain('Ayesha');
  return captured.lines;
}
const job = { jobId: '42', job: 'score-all', organizationId, attempts: 3 };

describe('a job', () => {
  test('has one line with outcome, duration and attempt, and its id on each line that is logged meanwhile', async () => {
    const lines = await linesOf(async () => log('scoring.postponed'));
    expect(lines).toMatchObject([
      { event: 'scoring.postponed', ...job, attempt: 1 },
      { event: 'job.finished', ...job, attempt: 1, outcome: 'done', durationMs: expect.any(Number) },
    ]);
  });

  test.each([
    [1, 'retry'],
    [3, 'failed'],
  ])('that fails at attempt %i has the outcome %s, without what its error quotes', async (attempts, outcome) => {
    const failing = async () => {
      throw new Error('Mill of Ayesha');
    };
    expect(await linesOf(failing, { attempts })).toMatchObject([
      { event: 'job.failed', level: 'error', ...job, attempt: attempts, outcome, errorClass: 'Error' },
    ]);
  });
});

test('the queue’s own errors are logged without their text, and failures of jobs not a second time', () => {
  const captured = captureLog();
  queueLogger.error('Cron hit an error: Ayesha', { error: new Error('Ayesha') });
  queueLogger.error("Failed task 42 with error 'Ayesha'", { failure: true, error: new Error('Ayesha') });
  queueLogger.error('idle client', { error: Object.assign(new Error('x'), { code: '57P01' }) });
  queueLogger.info('Worker of Ayesha connected');
  expect(captured.events()).toEqual(['queue.failed', 'database.away']);
  expect(captured.text()).not.toContain('Ayesha');
});
