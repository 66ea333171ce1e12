export type Mentionable = { userId: string; name: string };
export type Mention = { userId: string; start: number; length: number };

/** Compared without case and accents, by code units that stay where they are. */
const fold = (text: string): string =>
  [...text].map((sign) => sign.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().padEnd(sign.length).slice(0, sign.length)).join('');

const isWordSign = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}_]/u.test(sign);

/**
 * The members that a text names with `@`: by the whole name, else by a first name that one member alone has. `unknown`: what follows an `@` that names no
 * member, or several. An `@` within a word, as in an email address, names no one.
 */
export function findMentions(text: string, members: readonly Mentionable[]): { mentions: Mention[]; unknown: string[] } {
  const folded = fold(text);
  const byLength = members.map((member) => ({ ...member, key: fold(member.name.trim()) })).sort((a, b) => b.key.length - a.key.length);
  const mentions: Mention[] = [];
  const unknown: string[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const rest = folded.slice(at + 1);
    if (isWordSign(text[at - 1]) || !isWordSign(rest[0])) continue;
    const isNamed = (key: string) => key !== '' && rest.startsWith(key) && !isWordSign(rest[key.length]);
    const whole = byLength.filter(({ key }) => isNamed(key));
    const longest = whole.filter(({ key }) => key.length === whole[0]?.key.length);
    const named = longest.length > 0 ? longest : byLength.filter(({ key }) => isNamed(firstName(key)));
    const [member] = named;
    if (member && named.length === 1)
      mentions.push({ userId: member.userId, start: at, length: 1 + (longest.length > 0 ? member.key : firstName(member.key)).length });
    else unknown.push(/^[\p{L}\p{M}\p{N}_'’-]+/u.exec(text.slice(at + 1))?.[0] ?? '');
  }
  return { mentions, unknown };
}

const firstName = (key: string): string => key.split(/\s/u)[0] ?? '';

/** A text with its mentions blanked out, for the search for names of other people. */
export function withoutMentions(text: string, mentions: readonly Mention[]): string {
  return mentions.reduce((left, { start, length }) => left.slice(0, start) + ' '.repeat(length) + left.slice(start + length), text);
}

/** A text in parts, of which some are mentions. */
export function textParts(text: string, mentions: readonly Pick<Mention, 'start' | 'length'>[]): { text: string; isMention: boolean }[] {
  const parts: { text: string; isMention: boolean }[] = [];
  let from = 0;
  for (const { start, length } of [...mentions].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    if (start > from) parts.push({ text: text.slice(from, start), isMention: false });
    parts.push({ text: text.slice(start, start + length), isMention: true });
    from = start + length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isMention: false });
  return parts;
}
