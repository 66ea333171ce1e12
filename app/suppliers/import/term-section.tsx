import { useNavigation } from '@remix-run/react';
import { wordListName } from '~/suppliers/classification/term-words';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { Section } from '~/ui/page-header';
import type { BatchCounts, TermGroup } from './schema';

type Options = readonly { value: string; label: string }[];
type Names = { titles: Readonly<Record<string, string>>; sectors: Options; goods: readonly string[] };

/** Words that were read as a sector or a listed good: what by, and one press to confirm it or to choose another. */
export function TermSection({ counts, names }: { counts: Pick<BatchCounts, 'terms' | 'termsMore'>; names: Names }) {
  if (counts.terms.length === 0) return null;
  return (
    <Section id="words" title={m.classification_title()} lead={m.classification_lead()}>
      <datalist id="all-sectors">
        {names.sectors.map(({ value, label }) => (
          <option key={value} value={label} />
        ))}
      </datalist>
      <datalist id="all-goods">
        {names.goods.map((good) => (
          <option key={good} value={good} />
        ))}
      </datalist>
      <ul className="grid grid-cols-[minmax(0,1fr)]">
        {counts.terms.map((term) => (
          <li
            key={`${term.field} ${term.text}`}
            className="grid gap-3 border-t border-line py-3 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]"
          >
            <Recognised term={term} titles={names.titles} />
            <Choices term={term} titles={names.titles} />
          </li>
        ))}
      </ul>
      {counts.termsMore > 0 && <p className="text-muted">{m.classification_more({ count: counts.termsMore })}</p>}
    </Section>
  );
}

const nameOf = ({ field }: TermGroup, value: string, titles: Names['titles']) =>
  field === 'sector' && titles[value] ? `${value} · ${titles[value]}` : value;

function Recognised({ term, titles }: { term: TermGroup; titles: Names['titles'] }) {
  const { field, text, count, row, isDecided, value, by } = term;
  const state = isDecided
    ? value === null
      ? m.classification_confirmed_none()
      : m.classification_confirmed()
    : value === null
      ? m.classification_not_recognised()
      : m.classification_guess();
  return (
    <div>
      <h3 className="text-base font-semibold">
        <bdi>{text}</bdi>
      </h3>
      <p className="text-xs text-muted">{m.classification_cells({ count, row })}</p>
      <p className="mt-1">
        <span className="text-muted">{field === 'sector' ? m.classification_sector() : m.classification_good()} · </span>
        <span className={isDecided ? 'font-semibold text-success' : 'font-semibold text-warning'}>{state}</span>
        {value !== null && (
          <>
            {' '}
            <span className="font-semibold">{nameOf(term, value, titles)}</span>
          </>
        )}
      </p>
      {by && <p className="text-xs text-muted">{m.classification_by({ text: by.text, list: wordListName(by.source) })}</p>}
    </div>
  );
}

function Choices({ term, titles }: { term: TermGroup; titles: Names['titles'] }) {
  const { state, formData } = useNavigation();
  const { field, text, isDecided, value, candidates } = term;
  const isBusy = (chosen: string) =>
    state !== 'idle' &&
    formData?.get('intent') === 'term' &&
    formData.get('text') === JSON.stringify(text) &&
    formData.get('value') === chosen;
  const choice = (chosen: string, label: string, name: string, variant: 'primary' | 'secondary' | 'quiet' = 'secondary') => (
    <Button
      key={chosen}
      name="value"
      value={chosen}
      size="sm"
      variant={variant}
      className="text-start whitespace-normal!"
      aria-label={name}
      busy={isBusy(chosen)}
    >
      {label}
    </Button>
  );
  const none = field === 'sector' ? m.classification_no_sector() : m.classification_no_good();
  return (
    <Form key={`${isDecided} ${value ?? ''}`} method="post" preventScrollReset className="grid content-start gap-2">
      <input type="hidden" name="intent" value="term" />
      <input type="hidden" name="field" value={field} />
      <input type="hidden" name="text" value={JSON.stringify(text)} />
      <div className="flex flex-wrap gap-2">
        {isDecided
          ? choice('', m.classification_forget(), m.classification_forget_of({ text }))
          : value !== null &&
            choice(`=${value}`, m.classification_confirm(), m.classification_confirm_of({ name: nameOf(term, value, titles), text }))}
        {candidates
          .filter((candidate) => candidate !== value)
          .map((candidate) => {
            const name = nameOf(term, candidate, titles);
            return choice(`=${candidate}`, name, m.classification_use_of({ name, text }));
          })}
        {!isDecided && choice('none', none, m.classification_use_of({ name: none, text }), 'quiet')}
      </div>
      <div className="flex max-w-md flex-wrap gap-2">
        <input
          name="other"
          list={field === 'sector' ? 'all-sectors' : 'all-goods'}
          className="control min-w-40 flex-1"
          aria-label={field === 'sector' ? m.classification_other_sector({ text }) : m.classification_other_good({ text })}
          placeholder={field === 'sector' ? m.classification_other_sector_hint() : m.classification_other_good_hint()}
          maxLength={200}
          autoComplete="off"
        />
        {choice('other', m.classification_use(), m.classification_use_entered({ text }))}
      </div>
    </Form>
  );
}
