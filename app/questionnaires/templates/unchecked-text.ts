import type { LocalizedInstrument } from '#scoring';

/** Whether someone who answers these sections, or all where none are named, reads a text that no native speaker of its language has checked. Pure. */
export function hasUncheckedText({ title, summary, scales, sections }: LocalizedInstrument, open: readonly string[] = []): boolean {
  return hasDraft([title, summary, scales, sections.filter(({ key }) => open.length === 0 || open.includes(key))]);
}

function hasDraft(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('status' in value && 'revision' in value) return value.status === 'drafted';
  return Object.values(value).some(hasDraft);
}
