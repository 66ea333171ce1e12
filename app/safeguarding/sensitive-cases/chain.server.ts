import { createHash } from 'node:crypto';

export type ChainedEntry = {
  seq: number;
  at: Date;
  actorId: string | null;
  kind: string;
  contentHash: string;
  previousHash: string;
  hash: string;
};

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The hash of an entry: SHA-256 of the JSON of its own fields and the preceding hash. `contentHash` is '' without a text. */
export function hashOfEntry(caseId: string, { seq, at, actorId, kind, contentHash, previousHash }: Omit<ChainedEntry, 'hash'>): string {
  return sha256(JSON.stringify([previousHash, caseId, seq, at.toISOString(), actorId, kind, contentHash]));
}

/** What is sealed as the head of a chain. */
export const headOf = (caseId: string, count: number, hash: string): string => JSON.stringify([caseId, count, hash]);

export type ChainFault = { kind: 'missing' | 'altered' | 'text-altered' | 'text-missing' | 'head'; seq: number };

/**
 * The first fault of a log: an entry that is missing or was altered, a text that was altered or removed, or a head that does not fit; null for none.
 * `textOf`: the sealed text of an entry; once the case was erased (`isErased`) texts may be missing.
 */
export function firstFault(
  log: readonly ChainedEntry[],
  options: {
    caseId: string;
    textOf: (seq: number) => string | undefined;
    isErased: boolean;
    entryCount: number;
    headHash: string;
    isHeadSealed: boolean;
  },
): ChainFault | null {
  const { caseId, textOf, isErased, entryCount, headHash, isHeadSealed } = options;
  let previousHash = '';
  for (const [index, entry] of log.entries()) {
    const seq = index + 1;
    if (entry.seq !== seq) return { kind: 'missing', seq };
    if (entry.previousHash !== previousHash || entry.hash !== hashOfEntry(caseId, entry)) return { kind: 'altered', seq };
    const text = textOf(seq);
    if (text !== undefined && sha256(text) !== entry.contentHash) return { kind: 'text-altered', seq };
    if (text === undefined && entry.contentHash !== '' && !isErased) return { kind: 'text-missing', seq };
    previousHash = entry.hash;
  }
  if (log.length !== entryCount) return { kind: 'missing', seq: log.length + 1 };
  return previousHash === headHash && isHeadSealed ? null : { kind: 'head', seq: log.length };
}
