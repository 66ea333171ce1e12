import type { Term, TermStatus } from '#scoring';
import { textDirection } from '~/locales/locale';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';

const statuses = {
  confirmed: m.translations_term_confirmed,
  'second-hand': m.translations_term_second_hand,
  'from-memory': m.translations_term_from_memory,
} satisfies Record<TermStatus, () => string>;

/** The terms of a language with how each is known, folded above the texts. */
export function TermTable({ list, locale }: { list: { address: string; terms: readonly Term[] }; locale: string }) {
  return (
    <details className="mb-6 border-y border-line py-2">
      <summary className="cursor-pointer font-semibold">{m.translations_terms_title({ count: formatNumber(list.terms.length) })}</summary>
      <p className="my-2 max-w-prose text-muted">{m.translations_terms_lead({ address: list.address })}</p>
      <div className="overflow-x-auto">
        <table className="w-full text-sm">
          <thead>
            <tr className="text-start">
              {[
                m.translations_terms_english(),
                m.translations_terms_term(),
                m.translations_terms_status(),
                m.translations_terms_note(),
              ].map((title) => (
                <th key={title} scope="col" className="pe-4 pb-1 text-start">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.terms.map((term) => (
              <tr key={term.english} className="border-t border-line align-top">
                <th scope="row" lang="en" dir="ltr" className="py-1 pe-4 text-start font-normal">
                  {term.english}
                </th>
                <td lang={locale} dir={textDirection(locale)} className="py-1 pe-4 font-semibold">
                  {term.term}
                </td>
                <td className="py-1 pe-4">
                  {statuses[term.status]()}
                  <span className="block text-xs text-muted">{term.source}</span>
                </td>
                <td className="py-1">
                  {term.note}
                  {term.avoid && (
                    <span lang={locale} dir="auto" className="block text-danger">
                      {m.translations_terms_avoid({ words: term.avoid.join(', ') })}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** The terms that one text uses, and the words of its translation that mislead. */
export function StringTerms({ terms, avoided, locale }: { terms: readonly Term[]; avoided: readonly string[]; locale: string }) {
  if (terms.length === 0 && avoided.length === 0) return null;
  return (
    <ul className="text-xs text-muted">
      {terms.map((term) => (
        <li key={term.english} lang={locale}>
          {m.translations_terms_of({ english: term.english, term: term.term })}
        </li>
      ))}
      {avoided.length > 0 && (
        <li lang={locale} dir="auto" className="text-danger">
          {m.translations_terms_misleading({ words: avoided.join(', ') })}
        </li>
      )}
    </ul>
  );
}
