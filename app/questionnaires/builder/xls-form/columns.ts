/** The texts of a row that exist once per language. */
export type WordKind = 'label' | 'hint' | 'guidance';

/**
 * The meaning of a column, by its heading. `words`: `language` as written, undefined for a bare column. `plain`: `name` as XLSForm spells it today, `language`
 * where the column has one (a message, a picture). `own`: a heading that XLSForm does not define.
 */
export type FormColumn =
  | { kind: 'words'; word: WordKind; language: string | undefined }
  | { kind: 'plain'; name: string; language: string | undefined }
  | { kind: 'evidence'; locale: string }
  | { kind: 'own'; name: string };

const words = new Map<string, WordKind>([
  ['label', 'label'],
  ['caption', 'label'],
  ['hint', 'hint'],
  ['guidance_hint', 'guidance'],
]);

/** Spellings of one column: those of today, of earlier editions, and of the XForm that is made of it. */
const spellings = new Map([
  ['command', 'type'],
  ['tag', 'name'],
  ['value', 'name'],
  ['list name', 'list_name'],
  ['relevance', 'relevant'],
  ['calculate', 'calculation'],
  ['readonly', 'read_only'],
  ['constraining_message', 'constraint_message'],
  ['constraintmsg', 'constraint_message'],
  ['jr:constraintmsg', 'constraint_message'],
  ['requiredmsg', 'required_message'],
  ['jr:requiredmsg', 'required_message'],
  ['count', 'repeat_count'],
  ['jr:count', 'repeat_count'],
  ['repeat', 'repeat_count'],
  ['id_string', 'form_id'],
  ['set_form_id', 'form_id'],
  ['set_form_title', 'form_title'],
  ['title', 'form_title'],
]);

/** Columns of which the reader makes something; what becomes of the others is said by row or by column. */
const read = [
  ...['type', 'name', 'list_name', 'relevant', 'required', 'constraint', 'calculation', 'choice_filter', 'default', 'disabled', 'manumit'],
  ...['form_id', 'form_title', 'version', 'default_language', 'allow_choice_duplicates'],
];
/** Columns that the form language knows and a questionnaire has no place for. */
const unread = [
  ...['appearance', 'parameters', 'read_only', 'constraint_message', 'required_message', 'trigger', 'save_to', 'autoplay', 'rows'],
  ...['image', 'audio', 'video', 'big-image', 'repeat_count', 'intent', 'query', 'no_app_error_string', 'noapperrorstring'],
];
const known: ReadonlySet<string> = new Set([...read, ...unread]);
export const isUnreadColumn = (name: string): boolean => unread.includes(name) || /^(bind|body|control|instance|sms)\b/.test(name);

/** Prefixes under which a column may be written: "bind::relevant", "media::image::English". */
const prefixes = /^(bind|body|control|media)$/;

/** Reads the head of a column, however it is spelt. Pure. */
export function readColumn(head: string): FormColumn {
  const clean = head.trim().replace(/\s+/g, ' ');
  const evidence = /^manumit_evidence \((.+)\)$/.exec(clean)?.[1];
  if (evidence !== undefined) return { kind: 'evidence', locale: evidence };
  const parts = clean.includes('::') ? clean.split('::') : /^jr:/i.test(clean) ? [clean] : clean.split(':');
  const [first = '', ...rest] = parts.map((part) => part.trim());
  const own = first.toLowerCase();
  if (prefixes.test(own) && rest[0] !== undefined && rest[0] !== '') {
    const inner = plainColumn(rest[0], rest[1]);
    return inner ?? { kind: 'plain', name: `${own}::${rest[0].toLowerCase()}`, language: rest[1] };
  }
  const snake = own.replaceAll(' ', '_');
  const word = words.get(snake);
  if (word && rest.length <= 1) return { kind: 'words', word, language: rest[0] === '' ? undefined : rest[0] };
  return (
    plainColumn(first, rest[0]) ??
    (own === 'instance' || own.startsWith('sms_')
      ? { kind: 'plain', name: clean.toLowerCase(), language: undefined }
      : { kind: 'own', name: clean })
  );
}

function plainColumn(text: string, language: string | undefined): FormColumn | null {
  const low = text.toLowerCase();
  const snake = low.replaceAll(' ', '_');
  const name = spellings.get(low) ?? spellings.get(snake) ?? snake;
  return known.has(name) ? { kind: 'plain', name, language } : null;
}

/** Two heads of the same meaning have the same text here. */
export function meaningOf(column: FormColumn): string {
  switch (column.kind) {
    case 'words':
      return `${column.word}::${column.language?.toLowerCase() ?? ''}`;
    case 'plain':
      return `${column.name}::${column.language?.toLowerCase() ?? ''}`;
    case 'evidence':
      return `evidence::${column.locale}`;
    case 'own':
      return `own::${column.name}`;
  }
}
