import { m } from '~/paraglide/messages';
import { formatLanguage, formatNumber } from '~/ui/format';
import type { QuestionView } from './section-view.server';

/** The language and text in which the answer was given, where the reader sees another. */
export function AskedOtherwise({ asked }: { asked: QuestionView['asked'] }) {
  if (!asked) return null;
  const { locale, revision, text } = asked;
  return (
    <p className="max-w-prose text-xs text-muted">
      {m.translations_shown({ language: formatLanguage(locale), revision: formatNumber(revision) })}
      {text && (
        <bdi lang={locale} className="block text-base">
          {text}
        </bdi>
      )}
    </p>
  );
}
