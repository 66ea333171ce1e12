import type { Fault } from './fault';

const area = 'safety of people';

export const safetyFaults: readonly Fault[] = [
  {
    area,
    fault: 'A share is shown although it leaves a group of fewer than five people.',
    file: 'app/features/site/protect-counts.ts',
    find: `return isSmall(workers - people) ? 'withheld' : 'shown';`,
    replace: `return 'shown';`,
    test: 'app/features/site/protect-counts.test.ts',
  },
  {
    area,
    fault: 'A small count can be computed as the difference from the total.',
    file: 'app/features/site/protect-counts.ts',
    find: `while (isAnySmall && (missing < smallestGroup ||`,
    replace: `while (isAnySmall && (missing === 0 ||`,
    test: 'app/features/site/protect-counts.test.ts',
  },
  {
    area,
    fault: 'A report says how many workers raised a topic when fewer than five did not.',
    file: 'app/features/audit-report/count-talks.ts',
    find: `raised >= smallestGroup && total - raised >= smallestGroup;`,
    replace: `raised >= smallestGroup;`,
    test: 'tests/reports/audit-report-model.test.ts',
  },
  {
    area,
    fault: 'A note about a question of the zero-tolerance protocol is counted for readers who are not on the team.',
    file: 'app/features/audit/without-grave.server.ts',
    find: `(about !== null && (isGraveQuestion(about) || findings.has(about)))`,
    replace: `(about !== null && findings.has(about))`,
    test: 'app/features/audit/grave.db.test.ts',
    title: 'no count of the record',
  },
  {
    area,
    fault: 'A person who was unassigned from a sensitive case still reads it.',
    file: 'prisma/migrations/20261126190000_open_cases/migration.sql',
    find: `
        AND "endedAt" IS NULL
    )`,
    replace: `
    )`,
    test: 'app/features/zero-tolerance-case/case.db.test.ts',
  },
  {
    area,
    fault: 'The hash of an entry in the log of a sensitive case leaves out who made it.',
    file: 'app/features/zero-tolerance-case/chain.server.ts',
    find: `JSON.stringify([previousHash, caseId, seq, at.toISOString(), actorId, kind, contentHash])`,
    replace: `JSON.stringify([previousHash, caseId, seq, at.toISOString(), kind, contentHash])`,
    test: 'app/features/zero-tolerance-case/keeping.db.test.ts',
  },
  {
    area,
    fault: 'Indicators that rest on workers alone count when fewer than five workers were interviewed.',
    file: 'app/features/audit/signs-in-score.server.ts',
    find: `heard >= fewestHeard ||`,
    replace: `heard > 0 ||`,
    test: 'app/features/audit/signs.db.test.ts',
  },
  {
    area,
    fault: 'A photo keeps the place and the device that the camera wrote into it.',
    file: 'app/features/evidence/strip-picture.server.ts',
    find: `sharp(from, options).autoOrient()`,
    replace: `sharp(from, options).autoOrient().keepMetadata()`,
    test: 'app/features/evidence/inspect-file.test.ts',
  },
  {
    area,
    fault: 'A telephone number in digits other than 0 to 9 is not detected in free text.',
    file: 'app/features/zero-tolerance-case/screen-text.ts',
    find: `\\+?\\p{Nd}(?:[\\s().-]{0,2}\\p{Nd}){7,}`,
    replace: `\\+?\\d(?:[\\s().-]{0,2}\\d){7,}`,
    test: 'app/features/zero-tolerance-case/screen-text.test.ts',
  },
  {
    area,
    fault: 'Photos about a question of the zero-tolerance protocol are shown to everybody.',
    file: 'app/features/audit/without-grave.server.ts',
    find: `if (entry.kind !== 'photo' && entry.kind !== 'note') return false;`,
    replace: `if (entry.kind !== 'note') return false;`,
    test: 'app/features/audit/without-grave.test.ts',
  },
  {
    area,
    fault: 'A team member with a declared conflict of interest concludes the audit.',
    file: 'app/features/audit/conclude-audit.server.ts',
    find: `if (own.declaration === 'interest') return { kind: 'refused', code: 'interest' };`,
    replace: '',
    test: 'app/features/audit/end.db.test.ts',
  },
];
