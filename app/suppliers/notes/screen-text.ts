import { personalKindWords } from '~/platform/privacy/kind-words';
import { personalKindsIn } from '~/platform/privacy/recognize-personal-data';
import { m } from '~/paraglide/messages';
import { findMentions, type Mentionable, withoutMentions } from './find-mentions';

/**
 * The sentence for a text of which a worker could be recognised, unless its writer confirmed (the box `screened`); null without one. Members that it mentions
 * are no finding.
 */
export function screenText(form: FormData, text: string, members: readonly Mentionable[]): string | null {
  if (form.get('screened') === 'on') return null;
  const kinds = personalKindsIn(withoutMentions(text, findMentions(text, members).mentions));
  return kinds.length === 0 ? null : m.notes_screen({ signs: kinds.map((kind) => personalKindWords[kind]()).join(', ') });
}
