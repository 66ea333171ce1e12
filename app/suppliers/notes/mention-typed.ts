/** What follows the last `@` before the cursor, while it may still become a name of up to three words; null outside of a mention. */
export function mentionTyped(before: string): { text: string; start: number } | null {
  const found = /(?:^|[^\p{L}\p{N}_])@((?:[\p{L}\p{M}'’-]+ ?){0,3})$/u.exec(before);
  return found ? { text: found[1] ?? '', start: before.length - (found[1]?.length ?? 0) - 1 } : null;
}
