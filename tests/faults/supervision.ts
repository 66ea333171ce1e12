import type { Fault } from './fault';

const area = 'supervision';

export const supervisionFaults: readonly Fault[] = [
  {
    area,
    fault: 'A process that dies at once is restarted for ever.',
    file: 'server/supervise/restart-policy.ts',
    find: `if (inARow >= most) return`,
    replace: `if (inARow < 0) return`,
    test: 'server/supervise/restart-policy.test.ts',
  },
  {
    area,
    fault: 'While the database is unavailable pages report an internal error.',
    file: 'server/answer-faults.ts',
    find: `if (isDatabaseAway(error) || (await isAway())) throw awayResponse(error);`,
    replace: ``,
    test: 'server/answer-faults.test.ts',
  },
  {
    area,
    fault: 'A failure of the mail server is reported as one of the database.',
    file: 'app/access/database-away.server.ts',
    find: `(isOfDatabase && unreachable.test(each.code))`,
    replace: `unreachable.test(each.code)`,
    test: 'app/access/database-away.db.test.ts',
  },
  {
    area,
    fault: 'A database of another version counts as ready.',
    file: 'server/health.ts',
    find: `migrations !== null && isSame(migrations, options.migrations)`,
    replace: `migrations !== null`,
    test: 'server/health.db.test.ts',
  },
  {
    area,
    fault: 'Each of several web processes allows the whole of a limit.',
    file: 'app/env.server.ts',
    find: `Math.ceil(limit / processesAlike())`,
    replace: `limit`,
    test: 'app/env.server.test.ts',
  },
  {
    area,
    fault: 'Of two simultaneous parts of an upload, sent to two web processes, the rejected one overwrites the other.',
    file: 'app/questionnaires/evidence/upload-parts.server.ts',
    find: `if (count === 1) await store.write(`,
    replace: `await store.write(`,
    test: 'app/questionnaires/evidence/upload-parts.db.test.ts',
  },
  {
    area,
    fault: 'Jobs of a worker that is known to have died wait as long as those of an unknown one.',
    file: 'server/release-jobs.ts',
    find: `if (current && dead.length > 0) await giveBack(current, dead);`,
    replace: ``,
    test: 'server/release-jobs.db.test.ts',
    title: 'at once where it is known who died',
  },
];
