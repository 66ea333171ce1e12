/** What became of an edition. `replaced`: a later one of its kind is, or was, in force since. */
export type EditionState = { code: 'checked' } | { code: 'in-force' | 'replaced' | 'withdrawn'; at: Date };

type Dated = { id: string; kind: string; confirmedAt: Date | null; withdrawnAt: Date | null };

/** The status of an edition among all of its organization: of those of one kind not withdrawn, the one confirmed last is in force. */
export function editionState(edition: Dated, all: readonly Dated[]): EditionState {
  const { id, kind, confirmedAt, withdrawnAt } = edition;
  if (confirmedAt === null) return { code: 'checked' };
  if (withdrawnAt !== null) return { code: 'withdrawn', at: withdrawnAt };
  const later = all
    .filter((other) => other.kind === kind && other.id !== id && other.withdrawnAt === null && isAfter(other, { id, confirmedAt }))
    .map((other) => other.confirmedAt ?? confirmedAt)
    .sort((a, b) => a.getTime() - b.getTime());
  const [first] = later;
  return first ? { code: 'replaced', at: first } : { code: 'in-force', at: confirmedAt };
}

function isAfter(other: Dated, { id, confirmedAt }: { id: string; confirmedAt: Date }): boolean {
  if (other.confirmedAt === null) return false;
  const step = other.confirmedAt.getTime() - confirmedAt.getTime();
  return step > 0 || (step === 0 && other.id > id);
}
