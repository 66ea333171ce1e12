import { parseCrontab } from 'graphile-worker';
import { expect, test } from 'vitest';
import { followRequestsCrontab } from './follow-requests';
import { keepCasesCrontab } from './keep-cases';
import { mailNotificationsCrontab } from './mail-notifications';
import { nightlyJobCrontab } from './nightly-job';
import { raiseNotificationsCrontab } from './raise-notifications';
import { sweepFilesCrontab } from './sweep-files';

test('the queue accepts each schedule: with one that it refuses, the worker does not start', () => {
  const schedules = [
    ...[followRequestsCrontab, keepCasesCrontab, mailNotificationsCrontab, nightlyJobCrontab, raiseNotificationsCrontab, sweepFilesCrontab],
  ];
  expect(parseCrontab(schedules.join('\n')).map(({ task }) => task)).toEqual([
    ...['follow-requests', 'keep-terms', 'mail-notifications', 'turn-day', 'raise-notifications', 'sweep-files'],
  ]);
});
