import { tidy } from '../engine/trace-node.ts';
import type { Provenance } from '../reference/at.ts';
import type { TraceNode } from '../types.ts';
import { factNodes } from './trace-facts.ts';
import { numberNode, numberNodes } from './trace-number.ts';
import type { Readings } from './score-party.ts';
import { sectorProvenance } from './sector-points.ts';
import { standing } from './standing.ts';
import type { Work } from './work.ts';

const partLabels = { governance: 'Governance', trafficking: 'Trafficking in Persons tier', informality: 'Informal employment' } as const;

function calibrationLabel({ region, estimate }: Readings['country']['calibration']): string {
  if (estimate) return `Half-way to ${estimate.perThousand} per thousand people in the organization’s own index, world mean set to 50`;
  return region === null ? 'World mean set to 50' : `Half-way to the prevalence published for ${region}, world mean set to 50`;
}

/** R1: the blend in standard deviations, named governments, sponsorship, usual migrants and calibration, each with its row and its points. */
export function traceCountry(path: string, work: Work, { country }: Readings): TraceNode[] {
  const { asOf } = work.input;
  const own = `${path}/${country.iso2}`;
  const blend = country.blend.map(({ part, measure, standard, standardised, points }): TraceNode => {
    const at = `${own}/${part}`;
    const base = { id: at, rule: 'R1' as const, label: partLabels[part], value: tidy(points), unit: 'points' };
    if (!measure || standardised === null)
      return { ...base, value: null, unknown: 'Not in the table: adds nothing and widens the interval.' };
    const row = { id: `${at}/value`, rule: 'R1' as const, label: partLabels[part], value: tidy(measure.value), unit: measure.unit };
    return {
      ...base,
      unit: `points for ${tidy(standardised)} standard deviations`,
      inputs: [
        { ...row, reference: measure.provenance },
        { id: `${at}/mean`, rule: 'R1', label: `Mean of ${standard.countries} countries`, value: tidy(standard.mean), unit: measure.unit },
        { id: `${at}/deviation`, rule: 'R1', label: 'Their standard deviation', value: tidy(standard.deviation), unit: measure.unit },
      ],
    };
  });
  const { stateSponsored, sponsorship, migrants, calibration } = country;
  const extras: TraceNode[] = [
    ...(stateSponsored
      ? [
          {
            id: `${own}/state-sponsored`,
            rule: 'R1' as const,
            label: `Government named for a policy or pattern of forced labour, report of ${stateSponsored.reportYear}`,
            value: tidy(stateSponsored.points),
            unit: 'points',
            reference: stateSponsored.provenance,
          },
        ]
      : []),
    ...(sponsorship
      ? [
          {
            id: `${own}/sponsorship`,
            rule: 'R1' as const,
            label: sponsorship.isReformed ? 'Sponsorship of migrant workers, loosened by a reform' : 'Sponsorship of migrant workers',
            value: tidy(sponsorship.points),
            unit: 'points',
            reference: sponsorship.provenance,
          },
        ]
      : []),
    {
      id: `${own}/migrants`,
      rule: 'R1',
      label: 'Usual share of migrants among workers',
      value: tidy(migrants.points),
      unit: `points for a share of ${tidy(migrants.share)}`,
      ...(migrants.provenance ? { reference: migrants.provenance } : { unknown: 'Not in the table: the share of the world is used.' }),
    },
    {
      id: `${own}/calibration`,
      rule: 'R1',
      label: calibrationLabel(calibration),
      value: tidy(calibration.points),
      unit: 'points',
      ...(calibration.estimate ? { reference: calibration.estimate.provenance } : {}),
    },
  ];
  const several = (work.input.facts.countries?.value.length ?? 0) > 1;
  return [
    ...factNodes(path, 'R1', work, ['countries']),
    {
      id: own,
      rule: 'R1',
      label: `${country.name}: ${several ? 'the country with the most points' : 'all parts added up'}`,
      value: tidy(country.points),
      unit: `points, standard deviation ${tidy(country.error)}`,
      inputs: [
        ...blend,
        ...extras,
        ...numberNodes(
          own,
          [
            'R1.blend',
            'R1.slope',
            'R1.tiers',
            'R1.state-sponsored',
            'R1.sponsorship',
            'R1.usual-migrants',
            'R4.migrants',
            'R1.calibration',
            'R1.error',
          ],
          asOf,
        ),
      ],
    },
  ];
}

const withReference = (reference: Provenance | null) => (reference ? { reference } : {});

/** R2: the row of the table of sectors, with the anchor of its section and the reason it differs from it. */
export function traceSector(path: string, work: Work, { sector }: Readings): TraceNode[] {
  const facts = factNodes(path, 'R2', work, ['sector']);
  if (!sector) return [...facts, numberNode(path, 'R8.unknown-sector', work.input.asOf)];
  return [
    ...facts,
    {
      id: `${path}/row`,
      rule: 'R2',
      label: `ISIC ${sector.code}: ${sector.reason}`,
      value: sector.points,
      unit: `points, standard deviation ${sector.error}`,
      ...withReference(sectorProvenance(sector)),
    },
    { id: `${path}/anchor`, rule: 'R2', label: 'Anchor of its section', value: sector.anchor },
  ];
}

const reasons = {
  here: 'listed for forced labour in this country',
  'by-input': 'listed in this country for an input made with forced labour',
  elsewhere: 'listed for forced labour in another country',
  chapter: 'a code wider than the listed heading',
  none: 'known, and not listed for forced labour',
  'words-unknown': 'not recognised as a good',
  'priority-sector': 'sector under the customs presumption in this country',
} as const;

/** R3: how each product was read; the one with the most points counts. */
export function traceProduct(path: string, work: Work, { product }: Readings): TraceNode[] {
  return [
    ...factNodes(path, 'R3', work, ['products']),
    ...product.readings.map(
      (reading, at): TraceNode => ({
        id: `${path}/${at}`,
        rule: 'R3',
        label: `${reading.product}: ${reading.good !== null && reading.good !== reading.product ? `${reading.good}, ` : ''}${reasons[reading.reason]}${reading.input === undefined ? '' : `: ${reading.input}`}`,
        value: reading.points,
        unit: 'points',
        ...(reading.provenance ? { reference: reading.provenance } : {}),
        ...(reading.reason === 'words-unknown' ? { unknown: 'Adds nothing and widens the interval.' } : {}),
      }),
    ),
    ...numberNodes(path, ['R3.goods', 'R3.priority-sector'], work.input.asOf),
  ];
}

const recognisedWords = { name: 'name', code: 'code', 'postal-code': 'postal code', coordinates: 'coordinates' } as const;

/** R3: the subdivisions of sites that lie under a presumption of law, and by what each was recognised where the caller says so. */
export function traceRegion(path: string, work: Work, { regions }: Readings): TraceNode[] {
  const recognised = standing(work.input.facts.subdivisions) === undefined ? [] : (work.input.facts.subdivisions?.recognisedBy ?? []);
  const others = recognised.flatMap(({ code }) => (regions.includes(code) ? [] : [code]));
  return [
    ...factNodes(path, 'R3', work, ['subdivisions']),
    ...[...regions, ...new Set(others)].map((code): TraceNode => {
      const found = recognised.find((each) => each.code === code);
      const law = regions.includes(code) ? `${code} lies under a presumption of law` : `${code} lies under no presumption of law`;
      const label = found ? `${law}; recognised by the ${recognisedWords[found.by]} ${found.matched}` : law;
      return { id: `${path}/${code}`, rule: 'R3', label, value: code };
    }),
    numberNode(path, 'R3.region', work.input.asOf),
  ];
}
