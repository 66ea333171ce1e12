import { lineLabel, regionLabel } from '~/risk/countries/labels';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { ScrollRegion } from '~/ui/scroll-region';
import { Unknown } from '~/ui/values';
import type { ShownStandards } from './read-standards.server';

const exact = (value: number) => formatNumber(value, { digits: 4 }).replace('-', '−');

/** By what countries are standardised and calibrated, to four decimals. */
export function StandardTables({ standards: { measures, calibration } }: { standards: ShownStandards }) {
  return (
    <>
      <h2 id="standards">{m.methodology_standards_title()}</h2>
      <p className="text-muted">{m.methodology_standards_lead()}</p>
      <ScrollRegion label={m.methodology_standards_title()}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{m.methodology_standards_measure()}</th>
              <NumberHead label={m.methodology_standards_mean()} />
              <NumberHead label={m.methodology_standards_deviation()} />
              <NumberHead label={m.methodology_standards_countries()} />
            </tr>
          </thead>
          <tbody>
            {measures.map(({ measure, mean, deviation, countries }) => (
              <tr key={measure}>
                <th scope="row">{lineLabel(measure)}</th>
                <td className="text-end!">{exact(mean)}</td>
                <td className="text-end!">{exact(deviation)}</td>
                <td className="text-end!">{formatNumber(countries)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {calibration && <Calibration {...calibration} />}
    </>
  );
}

function Calibration({ world, regions }: NonNullable<ShownStandards['calibration']>) {
  return (
    <>
      <h2 id="calibration">{m.methodology_calibration_title()}</h2>
      <p className="text-muted">{m.methodology_calibration_lead()}</p>
      <ScrollRegion label={m.methodology_calibration_title()}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{m.methodology_calibration_region()}</th>
              <NumberHead label={m.methodology_calibration_prevalence()} />
              <NumberHead label={m.methodology_calibration_before()} />
              <NumberHead label={m.methodology_calibration_added()} />
            </tr>
          </thead>
          <tbody>
            {regions.map(({ region, perThousand, mean, points }) => (
              <tr key={region}>
                <th scope="row">{regionLabel(region)}</th>
                <td className="text-end!">{formatNumber(perThousand, { digits: 1 })}</td>
                <td className="text-end!">{exact(mean)}</td>
                <td className="text-end!">{exact(points)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{m.methodology_calibration_world()}</th>
              <td className="text-end!">{world.perThousand === null ? <Unknown /> : formatNumber(world.perThousand, { digits: 1 })}</td>
              <td className="text-end!">{exact(world.mean)}</td>
              <td />
            </tr>
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

const NumberHead = ({ label }: { label: string }) => (
  <th scope="col" className="text-end!">
    {label}
  </th>
);
