import { describe, expect, it } from 'vitest';
import { gatherPartyFacts } from '~/suppliers/registry/gather-party-facts';
import { changedValues, type FactRecord, projectFacts, valuesOfProjection } from './project-facts';

const record = (id: string, day: number, values: unknown): FactRecord => ({
  id,
  values,
  recordedAt: new Date(Date.UTC(2026, 0, day)),
  sourceId: `source-${id}`,
});
const known = (values: Record<string, unknown>) => projectFacts([record('a', 1, values)]);

describe('projectFacts', () => {
  const facts = [record('a', 1, { workers: 100, city: 'Huế' }), record('b', 3, { workers: 250 }), record('c', 2, { city: 'Đà Nẵng' })];

  it('takes the newest record of each field, in whatever order the rows come', () => {
    expect(valuesOfProjection(projectFacts(facts))).toEqual({ workers: 250, city: 'Đà Nẵng' });
    expect(projectFacts([...facts].reverse())).toEqual(projectFacts(facts));
    expect(projectFacts(facts).workers?.sourceId).toBe('source-b');
  });

  it('answers what was known on an earlier day', () => {
    expect(valuesOfProjection(projectFacts(facts, { knownOn: new Date(Date.UTC(2026, 0, 1)) }))).toEqual({ workers: 100, city: 'Huế' });
    expect(valuesOfProjection(projectFacts(facts, { knownOn: new Date(Date.UTC(2026, 0, 2)) }))).toEqual({ workers: 100, city: 'Đà Nẵng' });
    expect(projectFacts(facts, { knownOn: new Date(Date.UTC(2025, 0, 1)) })).toEqual({});
  });

  it('lets null withdraw a field, and never turns it into zero', () => {
    expect(projectFacts([...facts, record('d', 4, { workers: null })]).workers).toBeUndefined();
  });

  it('passes over values that do not fit, and names nobody knows', () => {
    expect(valuesOfProjection(projectFacts([...facts, record('d', 4, { workers: -3, colour: 'red' }), record('e', 5, 'text')]))).toEqual({
      workers: 250,
      city: 'Đà Nẵng',
    });
  });

  it('decides between two records of one instant by their ids', () => {
    const twins = [record('a', 1, { workers: 1 }), record('b', 1, { workers: 2 })];
    expect(projectFacts(twins).workers?.value).toBe(2);
    expect(projectFacts([...twins].reverse()).workers?.value).toBe(2);
  });
});

describe('changedValues', () => {
  it('lists only what differs, and null for what is withdrawn', () => {
    expect(
      changedValues({ workers: 5, products: ['shirts'] }, { workers: null, products: ['shirts'], sector: '14', housing: null }),
    ).toEqual({ sector: '14', workers: null });
  });
});

describe('gatherPartyFacts', () => {
  it('joins the countries of the supplier and its sites', () => {
    expect(gatherPartyFacts(known({ country: 'VN' }), [known({ country: 'KH' }), known({ country: 'VN' })]).countries?.value).toEqual([
      'KH',
      'VN',
    ]);
    expect(gatherPartyFacts({}, []).countries).toBeUndefined();
  });

  it('adds up the workforce of its sites only where the supplier is silent and every site is known', () => {
    const sites = [known({ workers: 100, migrantShare: 0.5 }), known({ workers: 300, migrantShare: 0.1 })];
    expect(gatherPartyFacts({}, sites).workers?.value).toBe(400);
    expect(gatherPartyFacts({}, sites).migrantShare?.value).toBeCloseTo(0.2, 12);
    expect(gatherPartyFacts({}, sites).migrantShare?.from).toEqual({ sites: 2, workers: 400 });
    expect(gatherPartyFacts(known({ workers: 1_000, migrantShare: 0 }), sites)).toMatchObject({
      workers: { value: 1_000 },
      migrantShare: { value: 0 },
    });
    expect(gatherPartyFacts({}, [...sites, known({ city: 'Huế' })]).workers).toBeUndefined();
    expect(gatherPartyFacts({}, [known({ migrantShare: 0.3 })]).migrantShare?.value).toBe(0.3);
  });

  it('passes on nothing that the method does not read', () => {
    expect(Object.keys(gatherPartyFacts(known({ name: 'A', city: 'B', housing: 'tied' }), []))).toEqual(['housing']);
  });

  it('reads shares and origins of migrants from heads where they are not said, and never from a group that is only a word', () => {
    const counted = known({ country: 'JO', workers: 1_000, migrantsByOrigin: { BD: 512, NP: 88, IN: 0 }, agencyWorkers: 50 });
    expect(gatherPartyFacts({}, [counted])).toMatchObject({
      migrantShare: { value: 0.6 },
      agencyShare: { value: 0.05 },
      migrantOrigins: { value: ['BD', 'NP'] },
    });
    const small = known({ country: 'JO', workers: 1_000, migrantsByOrigin: { BD: 512, NP: 'under-5' } });
    expect(gatherPartyFacts({}, [small]).migrantShare).toBeUndefined();
    expect(gatherPartyFacts({}, [small]).migrantOrigins?.value).toEqual(['BD', 'NP']);
    expect(gatherPartyFacts(known({ migrantShare: 0.62, migrantOrigins: ['NP', 'BD', 'IN'] }), [counted])).toMatchObject({
      migrantShare: { value: 0.62 },
      migrantOrigins: { value: ['NP', 'BD', 'IN'] },
    });
  });

  it('takes the dearest corridor of those who recruit for it into its own countries', () => {
    const corridor = (origin: string, destination: string, months: number | null) => ({
      ...{ origin, destination, months, sourceId: origin },
      recruiter: { publicId: `R-${origin}`, name: `Recruiter in ${origin}` },
    });
    const recruited = [corridor('BD', 'JO', 4), corridor('NP', 'JO', 6.5), corridor('NP', 'QA', 12), corridor('IN', 'JO', null)];
    const facts = gatherPartyFacts(known({ country: 'JO' }), [], { recruited });
    expect(facts.recruitmentCost).toEqual({
      ...{ value: 6.5, source: 'NP', corridors: ['BD-JO', 'NP-JO'] },
      ledger: { corridor: 'NP-JO', recruiter: 'Recruiter in NP' },
    });
    expect(facts.migrantOrigins).toMatchObject({ value: ['BD', 'IN', 'NP'], from: { recruiters: 3 } });
    expect(gatherPartyFacts(known({ country: 'JO', migrantOrigins: ['BD'] }), [], { recruited }).recruitmentCost?.value).toBe(4);
    expect(gatherPartyFacts(known({ country: 'FR' }), [], { recruited }).recruitmentCost).toBeUndefined();
  });

  it('recognises the province of its places on a day, for certain alone', () => {
    const places = [
      known({ country: 'CN', city: 'Urumqi', region: 'Xinjiang' }),
      known({ country: 'CN', address: '18 Urumqi Road, Shanghai' }),
    ];
    expect(gatherPartyFacts({}, places, { asOf: '2026-11-25' }).subdivisions?.value).toContain('CN-XJ');
    expect(gatherPartyFacts({}, places.slice(1), { asOf: '2026-11-25' }).subdivisions?.value ?? []).not.toContain('CN-XJ');
    expect(gatherPartyFacts({}, places).subdivisions).toBeUndefined();
  });
});
