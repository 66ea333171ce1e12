import { m } from '~/paraglide/messages';
import { formatCountry } from '~/ui/format';
import { ScrollRegion } from '~/ui/scroll-region';
import { Unknown } from '~/ui/values';
import type { AlertBasis } from './basis';

/** Name, country and address of the supplier beside what the list gives: what a person compares before a name is confirmed or dismissed. */
export function ComparisonTable({ basis }: { basis: AlertBasis }) {
  const { comparisons, subject, country, countries, addresses, isSameCountry } = basis;
  const named = [...new Set(comparisons.map(({ given }) => given))];
  const listed = [...new Set([subject, ...comparisons.map(({ matched }) => matched)])];
  return (
    <ScrollRegion label={m.alerts_compared()}>
      <table className="table">
        <caption className="sr-only">{m.alerts_compared()}</caption>
        <thead>
          <tr>
            <th scope="col">{m.alerts_compared_field()}</th>
            <th scope="col">{m.alerts_compared_party()}</th>
            <th scope="col">{m.alerts_compared_list()}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{m.alerts_compared_name()}</th>
            <td>
              <Lines texts={named} />
            </td>
            <td lang="en">
              <Lines texts={listed} />
            </td>
          </tr>
          <tr>
            <th scope="row">{m.alerts_compared_country()}</th>
            <td>{countries.length === 0 ? <Unknown /> : countries.map((code) => formatCountry(code)).join(', ')}</td>
            <td>
              {formatCountry(country)}
              {isSameCountry !== null && (
                <span className="text-muted"> · {isSameCountry ? m.alerts_compared_same() : m.alerts_compared_other()}</span>
              )}
            </td>
          </tr>
          <tr>
            <th scope="row">{m.alerts_compared_address()}</th>
            <td>{addresses.length === 0 ? <Unknown /> : <Lines texts={addresses} />}</td>
            <td className="text-muted">{m.alerts_compared_no_address()}</td>
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Lines({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => (
    <span key={text} className="block">
      <bdi>{text}</bdi>
    </span>
  ));
}
