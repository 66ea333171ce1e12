import type { ParameterId } from '../parameters/at.ts';
import type { Component, PartyFacts, TraceNode } from '../types.ts';
import type { Reading } from './country.ts';
import { parameterNode, tidy } from './trace-node.ts';
import type { Work } from './work.ts';

/** One node a component: its points, the share of its maximum, and what the share was read from. */
export function traceComponents(work: Work, components: readonly Component[]): TraceNode[] {
  return components.map((component) => {
    const path = `score/inherent/${component.id}`;
    const share = work.inherent.shares[component.id];
    return {
      id: path,
      rule: component.rule,
      label: component.label,
      value: component.points,
      unit: `points of ${component.max}`,
      ...(share.known > 0 ? {} : { unknown: 'Not known: the prior stands in, and the interval is widened.' }),
      inputs: [
        {
          id: `${path}/share`,
          rule: component.rule,
          label: 'Share of the component',
          value: tidy(share.point),
          unit: `0 to 1, between ${tidy(share.low)} and ${tidy(share.high)}`,
        },
        ...inputs[component.id](path, work),
        ...(share.known === 1 ? [] : [parameterNode(path, 'R8.prior', work.input.asOf)]),
      ],
    };
  });
}

const inputs: Record<Component['id'], (path: string, work: Work) => TraceNode[]> = {
  country: traceCountry,
  sector: traceSector,
  product: traceProducts,
  debt: traceDebt,
  migrant: (path, work) => [
    ...factNodes(path, 'R4', work, ['migrantShare', 'internalMigrantShare']),
    ...parameters(path, work, ['R4.migrant-points', 'R4.internal-migrant-weight']),
  ],
  agency: (path, work) => [...factNodes(path, 'R4', work, ['agencyShare']), ...parameters(path, work, ['R4.agency-points'])],
  subcontracting: (path, work) => [...factNodes(path, 'R4', work, ['subcontracting']), ...parameters(path, work, ['R4.subcontracting'])],
  housing: (path, work) => [...factNodes(path, 'R4', work, ['housing']), ...parameters(path, work, ['R4.housing'])],
  seasonal: (path, work) => [...factNodes(path, 'R4', work, ['peakRatio']), ...parameters(path, work, ['R4.seasonal-points'])],
  vulnerable: (path, work) => [...factNodes(path, 'R4', work, ['vulnerableGroups']), ...parameters(path, work, ['R4.vulnerable'])],
  voice: (path, work) => [...factNodes(path, 'R4', work, ['workerVoice']), ...parameters(path, work, ['R4.voice'])],
};

function parameters(path: string, work: Work, ids: readonly ParameterId[]): TraceNode[] {
  return ids.map((id) => parameterNode(path, id, work.input.asOf));
}

/** The caller's facts as leaves, each with its source key; a fact that was not given says so. */
function factNodes(path: string, rule: TraceNode['rule'], { input }: Work, fields: readonly (keyof PartyFacts)[]): TraceNode[] {
  return fields.map((field) => {
    const given = input.facts[field];
    const base = { id: `${path}/${field}`, rule, label: field };
    if (!given) return { ...base, value: null, unknown: 'Not given.' };
    const value = typeof given.value === 'number' ? given.value : Array.isArray(given.value) ? given.value.join(', ') : given.value;
    return {
      ...base,
      value,
      fact: { field, ...(given.source === undefined ? {} : { source: given.source }) },
      ...(given.withdrawn ? { unknown: 'Withdrawn: the last known value, never counted for less than the prior.' } : {}),
    };
  });
}

function traceCountry(path: string, work: Work): TraceNode[] {
  const { worst, unknown } = work.inherent.country;
  const facts = factNodes(path, 'R1', work, ['countries']);
  const strange: TraceNode[] = unknown.map((code) => ({
    id: `${path}/${code}`,
    rule: 'R1',
    label: code,
    value: null,
    unknown: 'No table knows this code.',
  }));
  if (!worst) return [...facts, ...strange];
  const parts: TraceNode[] = worst.parts.map((part) => ({
    id: `${path}/${part.id}`,
    rule: 'R1',
    label: partLabels[part.id],
    value: part.share === undefined ? null : tidy(part.share),
    unit: `0 to 1, weight ${part.weight}`,
    ...(part.unknown === undefined ? {} : { unknown: part.unknown }),
    inputs: [
      ...part.readings.map((reading, index) => readingNode(`${path}/${part.id}/${index}`, reading)),
      ...(part.id === 'legal' && part.share !== undefined ? untold(`${path}/${part.id}`, part.readings, work) : []),
      ...parameters(`${path}/${part.id}`, work, partParameters[part.id]),
    ],
  }));
  return [
    ...facts,
    ...strange,
    {
      id: `${path}/${worst.iso2}`,
      rule: 'R1',
      label: `${worst.name}: ${(work.input.facts.countries?.value.length ?? 0) > 1 ? 'the worst of the countries' : 'blend of indicators'}`,
      value: tidy(worst.point),
      unit: worst.isThin ? '0 to 1, the rest at the prior' : '0 to 1',
      inputs: [...parts, ...parameters(path, work, worst.isThin ? ['R1.weights', 'R8.component-floor', 'R8.prior'] : ['R1.weights'])],
    },
  ];
}

const partLabels = {
  governance: 'Governance',
  trafficking: 'Response to trafficking',
  legal: 'Gaps in ratification',
  informality: 'Informal work',
  conflict: 'Conflict',
  displacement: 'Displacement',
} as const;

const partParameters = {
  governance: ['R1.governance-anchors'],
  trafficking: ['R1.tiers'],
  legal: ['R1.conventions'],
  informality: ['R1.informality-points'],
  conflict: ['R1.conflict-points'],
  displacement: ['R1.displacement-points'],
} as const satisfies Record<keyof typeof partLabels, readonly ParameterId[]>;

/** Conventions whose status no table tells: left out of the point, ratified at best, not ratified at worst. */
function untold(path: string, readings: readonly Reading[], { method }: Work): TraceNode[] {
  return method.of['R1.conventions']
    .filter((code) => readings.every(({ label }) => label !== code))
    .map((code) => ({ id: `${path}/${code}`, rule: 'R1', label: code, value: null, unknown: 'No status is held.' }));
}

function readingNode(id: string, reading: Reading): TraceNode {
  return {
    id,
    rule: 'R1',
    label: reading.label,
    value: typeof reading.value === 'number' ? tidy(reading.value) : reading.value,
    unit: reading.unit,
    reference: reading.reference,
  };
}

function traceSector(path: string, work: Work): TraceNode[] {
  const facts = factNodes(path, 'R2', work, ['sector']);
  const row = work.inherent.sector?.row;
  if (!row) return facts;
  return [
    ...facts,
    { id: `${path}/code`, rule: 'R2', label: `${row.title} (ISIC ${row.code})`, value: row.code, reference: row.classification },
    {
      id: `${path}/table`,
      rule: 'R2',
      label: `Share of ISIC ${row.shareCode}: ${row.shareNote}`,
      value: row.share,
      unit: '0 to 1',
      reference: row.provenance,
    },
  ];
}

function traceProducts(path: string, work: Work): TraceNode[] {
  const readings = work.inherent.product.readings.map(
    (reading, index): TraceNode => ({
      id: `${path}/${index}`,
      rule: 'R3',
      label: `${reading.product}: ${reading.why}`,
      value: reading.share,
      unit: '0 to 1',
      ...(reading.reference ? { reference: reading.reference } : {}),
      ...(reading.known ? {} : { unknown: reading.why }),
    }),
  );
  return [...factNodes(path, 'R3', work, ['products']), ...readings, ...parameters(path, work, ['R3.shares'])];
}

function traceDebt(path: string, work: Work): TraceNode[] {
  const readings = work.inherent.debt.readings.map((reading): TraceNode => {
    const id = `${path}/${reading.origin}-${reading.destination}`;
    const base = {
      id,
      rule: 'R11' as const,
      label: `${reading.origin} to ${reading.destination}`,
      value: tidy(reading.share.point),
      unit: '0 to 1',
    };
    if (!reading.row) return { ...base, unknown: 'No survey of this corridor is held.' };
    const months = reading.monthsLow === reading.monthsHigh ? `${reading.monthsLow}` : `${reading.monthsLow} to ${reading.monthsHigh}`;
    return {
      ...base,
      inputs: [
        {
          id: `${id}/row`,
          rule: 'R11',
          label: `Recruitment cost, ${reading.row.publisher} ${reading.row.surveyYear}`,
          value: months,
          unit: 'months of pay',
          reference: reading.row.provenance,
        },
      ],
    };
  });
  return [...factNodes(path, 'R11', work, ['migrantOrigins', 'migrantShare']), ...readings, ...parameters(path, work, ['R11.debt-points'])];
}
