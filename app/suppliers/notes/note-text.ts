export const longestNote = 4_000;
/** How long its author may correct a note. */
export const editMinutes = 15;

export type NoteText = { kind: 'text'; text: string } | { kind: 'refused'; code: 'text-missing' | 'text-too-long' };

/** A note as it is stored: with the line ends and composed letters that offsets of mentions count. */
export function readNoteText(typed: string): NoteText {
  const text = typed.replace(/\r\n?/gu, '\n').normalize('NFC').trim();
  if (text === '') return { kind: 'refused', code: 'text-missing' };
  return text.length > longestNote ? { kind: 'refused', code: 'text-too-long' } : { kind: 'text', text };
}

/** Whether a person may still correct a note. */
export function mayEditNote(note: { authorId: string; createdAt: Date }, by: { userId: string; now: Date }): boolean {
  return note.authorId === by.userId && by.now.getTime() - note.createdAt.getTime() <= editMinutes * 60_000;
}
