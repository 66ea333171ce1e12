import type { Fault } from './fault';

const area = 'offline recorder';

export const recorderFaults: readonly Fault[] = [
  {
    area,
    fault: 'An entry that is sent twice is recorded twice.',
    file: 'app/audits/entries/receive-entries.server.ts',
    find: `const same = byId.get(entry.id);`,
    replace: `const same = undefined as (typeof known)[number] | undefined;`,
    test: 'app/audits/entries/entries.db.test.ts',
  },
  {
    area,
    fault: 'A different entry under a known ID is confirmed as received and lost.',
    file: 'app/audits/entries/receive-entries.server.ts',
    find: `if (same.hash === entry.hash) taken.push(entry.id);`,
    replace: `if (same.id === entry.id) taken.push(entry.id);`,
    test: 'app/audits/entries/entries.db.test.ts',
  },
  {
    area,
    fault: 'An entry whose content does not match its hash is accepted.',
    file: 'app/audits/entries/receive-entries.server.ts',
    find: `else if ((await entryHash(entry)) !== entry.hash) refuse('bad-hash');
`,
    replace: '',
    test: 'app/audits/entries/entries.db.test.ts',
  },
  {
    area,
    fault: 'An audit accepts entries after it was closed.',
    file: 'app/audits/entries/receive-entries.server.ts',
    find: `  if (!recordingStatuses.includes(status)) return { kind: 'refused', code: 'closed' };
`,
    replace: '',
    test: 'tests/routes/on-site.db.test.ts',
  },
  {
    area,
    fault: 'The hash of an entry leaves out its value.',
    file: 'app/audits/entries/entry-hash.ts',
    find: `canonicalize({ id, kind, key, value, replaces: [...replaces].sort() })`,
    replace: `canonicalize({ id, kind, key, replaces: [...replaces].sort() })`,
    test: 'app/audits/planning/audit.test.ts',
  },
  {
    area,
    fault: 'One of two conflicting entries is dropped without asking a user.',
    file: 'app/audits/entries/current-entries.ts',
    find: `if (recorded) recorded.heads.push(entry);`,
    replace: `if (recorded) recorded.heads = [entry];`,
    test: 'app/audits/planning/audit.test.ts',
  },
  {
    area,
    fault: 'A device changes an entry that may have reached the server, instead of replacing it.',
    file: 'app/audits/recorder/recording.ts',
    find: `const isOver = own?.state === 'waiting' && own.reason === null;`,
    replace: `const isOver = own !== undefined && own.state !== 'received' && own.reason === null;`,
    test: 'app/audits/recorder/recording.test.ts',
  },
  {
    area,
    fault: 'A photo is lost when the device is full.',
    file: 'app/audits/recorder/recording.ts',
    find: `      this.photosInMemory.set(sha256, bytes);
`,
    replace: '',
    test: 'app/audits/recorder/recording.test.ts',
  },
  {
    area,
    fault: 'A receipt counts as complete although the server has other entries than the device.',
    file: 'app/audits/recorder/recording.ts',
    find: `hash === receipt.hash &&
`,
    replace: '',
    test: 'app/audits/recorder/recording.test.ts',
  },
  {
    area,
    fault: 'The encryption of a stored record does not include its name, so that records can be interchanged.',
    file: 'app/audits/recorder/sealing.ts',
    find: `const encoder = new TextEncoder();`,
    replace: `const encoder = { encode: (text: string) => new TextEncoder().encode(/^(entries|photos|meta) /.exec(text)?.[0] ?? text) };`,
    test: 'app/audits/recorder/recording.test.ts',
  },
  {
    area,
    fault: 'An unknown indicator counts as absent in the upper reading on the device.',
    file: 'app/audits/recorder/read-signs.ts',
    find: `isDimensionPositive(countWeights([...present, ...unknown]))`,
    replace: `isDimensionPositive(counts)`,
    test: 'app/audits/recorder/read-signs.test.ts',
  },
  {
    area,
    fault: 'An unknown legal minimum counts as zero, so that underpayment is not found.',
    file: 'app/audits/entries/time-and-wages.ts',
    find: `minimumHourly === null || regularHours === null ? null : Math.max(0, Math.round(minimumHourly * regularHours) - basicPaid),`,
    replace: `regularHours === null ? null : Math.max(0, Math.round((minimumHourly ?? 0) * regularHours) - basicPaid),`,
    test: 'app/audits/entries/time-and-wages.test.ts',
  },
  {
    area,
    fault: 'The hash of an entry leaves out which question it answers.',
    file: 'app/audits/entries/entry-hash.ts',
    find: `canonicalize({ id, kind, key, value,`,
    replace: `canonicalize({ id, kind, value,`,
    test: 'app/audits/planning/audit.test.ts',
  },
];
