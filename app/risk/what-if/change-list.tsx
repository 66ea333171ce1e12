import { Link } from '@remix-run/react';
import type { LineId } from '#scoring';
import { componentLabel } from '~/documents/charts/labels';
import { oddsLabel } from '~/documents/charts/odds-labels';
import { factValue, factLabel, gradeLabel } from '~/risk/scores/labels';
import { m } from '~/paraglide/messages';
import { formatCountry, formatNumber, formatPercent } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { queryOf } from './address';
import { type Change, isOldWeight, readFactValue, sectorWithWords } from './changes';
import type { Choices } from './list-choices.server';

type Names = Pick<Choices, 'namedFindings' | 'supplierNames' | 'listedGoods'>;

/** A change as text. */
export function changeWords(change: Change, { namedFindings, supplierNames, listedGoods }: Names): string {
  switch (change.kind) {
    case 'country':
      return m.what_if_change_country({
        country: formatCountry(change.iso2),
        points: `${change.points > 0 ? '+' : '−'}${formatNumber(Math.abs(change.points), { digits: Number.isInteger(change.points) ? 0 : 1 })}`,
        odds: oddsLabel(change.points),
      });
    case 'factor':
      return factorWords(change);
    case 'fact': {
      const value = readFactValue(change.field, change.value);
      const shown = typeof value === 'number' || typeof value === 'string' ? value : (value ?? []).join(', ');
      return m.what_if_change_fact({
        supplier: supplierNames[change.supplier] ?? change.supplier,
        fact: factLabel(change.field),
        value: `${factValue(change.field, shown)}${guessWords(change, listedGoods)}`,
      });
    }
    case 'close': {
      const finding = namedFindings[change.finding];
      return finding
        ? m.what_if_change_close({ supplier: finding.supplier, grade: gradeOf(finding.grade), question: finding.question ?? '' }).trim()
        : m.what_if_change_close_unknown();
    }
    case 'drop':
      return m.what_if_change_drop({ supplier: supplierNames[change.supplier] ?? change.supplier });
  }
}

/** "Migrant workers: half its points". */
function factorWords({ line, factor }: Extract<Change, { kind: 'factor' }>): string {
  const named = { line: lineLabel(line) };
  if (factor === 0) return m.what_if_change_line_none(named);
  if (factor === 0.5) return m.what_if_change_line_half(named);
  if (factor === 2) return m.what_if_change_line_twice(named);
  return m.what_if_change_line({ ...named, percent: formatPercent(factor) });
}

/** The name of a line of the sum. */
export function lineLabel(line: LineId): string {
  if (line === 'controls') return m.what_if_line_controls();
  return line === 'findings' ? m.supplier_report_line_findings() : componentLabel(line);
}

/** The recognised sector or product of a typed text; nothing where nothing was guessed. */
function guessWords({ field, value }: Extract<Change, { kind: 'fact' }>, listedGoods: Names['listedGoods']): string {
  const { words } = sectorWithWords(value);
  if (field === 'sector' && words !== null) return ` (${m.classification_guessed_from({ words })})`;
  const products = field === 'products' ? readFactValue(field, value) : undefined;
  const goods = Array.isArray(products)
    ? products.flatMap((product) => (listedGoods[product] ? [`${product} → ${listedGoods[product]}`] : []))
    : [];
  return goods.length === 0 ? '' : ` (${m.classification_guess()}: ${goods.join('; ')})`;
}

/** The label of a grade; a stored one that the method no longer has is shown unchanged. */
export function gradeOf(grade: string): string {
  return grade === 'critical' || grade === 'major' || grade === 'moderate' || grade === 'minor' ? gradeLabel(grade) : grade;
}

/** What is supposed, each with a link that removes it. */
export function ChangeList({
  changes,
  unread,
  missing,
  names,
  also = '',
}: {
  changes: readonly Change[];
  unread: readonly string[];
  missing: readonly Change[];
  names: Names;
  /** A query that the address keeps beside what is supposed ("sector=power"). */
  also?: string;
}) {
  const address = (kept: Parameters<typeof queryOf>[0]) => (also === '' ? queryOf(kept) : `${queryOf(kept)}&${also}`);
  const lost = new Set(missing.map((change) => queryOf({ changes: [change] })));
  return (
    <ul className="grid gap-2">
      {changes.map((change, index) => {
        const words = changeWords(change, names);
        return (
          <li key={queryOf({ changes: [change] })} className="flex flex-wrap items-baseline gap-x-3 border-s-2 border-accent ps-3">
            <span>{words}</span>
            {lost.has(queryOf({ changes: [change] })) && (
              <span className="text-danger">
                <Icon name="attention" /> {m.what_if_change_missing()}
              </span>
            )}
            <TakeBack to={address({ changes: changes.filter((_, other) => other !== index), unread })} words={words} />
          </li>
        );
      })}
      {unread.map((text) => (
        <li key={text} className="flex flex-wrap items-baseline gap-x-3 border-s-2 border-danger ps-3">
          <code className="break-all">{text}</code>
          <span className="text-danger">
            <Icon name="attention" /> {isOldWeight(text) ? m.what_if_change_old() : m.what_if_change_unread()}
          </span>
          <TakeBack to={address({ changes, unread: unread.filter((other) => other !== text) })} words={text} />
        </li>
      ))}
    </ul>
  );
}

function TakeBack({ to, words }: { to: string; words: string }) {
  return (
    <Link to={to} preventScrollReset rel="nofollow" aria-label={m.what_if_take_back_this({ change: words })}>
      {m.what_if_take_back()}
    </Link>
  );
}
