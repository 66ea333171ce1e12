import { describe, expect, it } from 'vitest';
import type { EvidenceGrade } from '#scoring';
import type { FactValues } from '~/suppliers/facts/fact-fields';
import { gatherPartyFacts } from './gather-party-facts';
import type { Projection } from '~/suppliers/facts/project-facts';

const from = (sourceId: string, values: FactValues): Projection =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, sourceId, recordedAt: new Date(0) }]));
const stated = (values: FactValues) => from('stated', values);
const site = (values: FactValues) => from('site', values);
const graded = (grades: Record<string, EvidenceGrade>) => ({
  gradeOf: (sourceId: string) => grades[sourceId] ?? ('self-declared' as const),
});

describe('a share that a supplier states and that its sites contradict', () => {
  const sites = [site({ workers: 300, migrantShare: 0.5 }), site({ workers: 230, migrantShare: 0.45 })];

  it('gives way to the share at its sites where that is worse for workers, and stays beside it with the reason', () => {
    const { migrantShare } = gatherPartyFacts(stated({ workers: 530, migrantShare: 0.18 }), sites);
    expect(migrantShare?.value).toBeCloseTo(0.4783, 4);
    expect(migrantShare).toMatchObject({
      source: 'site',
      from: { sites: 2, workers: 530 },
      setAside: [{ value: 0.18, source: 'stated', because: 'better-for-workers' }],
    });
  });

  it('counts where it is the worse one, and names the share at its sites', () => {
    expect(gatherPartyFacts(stated({ workers: 530, migrantShare: 0.7 }), sites).migrantShare).toMatchObject({
      value: 0.7,
      source: 'stated',
      setAside: [{ source: 'site', from: { sites: 2 }, because: 'better-for-workers' }],
    });
  });

  it('counts where it has the better evidence, whatever is worse', () => {
    const { migrantShare } = gatherPartyFacts(
      stated({ workers: 530, migrantShare: 0.18 }),
      sites,
      graded({ stated: 'document-checked', site: 'self-declared' }),
    );
    expect(migrantShare).toMatchObject({ value: 0.18, setAside: [{ source: 'site', because: 'weaker-evidence' }] });
  });

  it('is no contradiction within five points, nor where the sites employ less than four workers of five', () => {
    const near = gatherPartyFacts(stated({ workers: 530, migrantShare: 0.44 }), sites).migrantShare;
    expect(near).toEqual({ value: 0.44, source: 'stated' });
    const few = gatherPartyFacts(stated({ workers: 700, migrantShare: 0.18 }), sites).migrantShare;
    expect(few).toEqual({ value: 0.18, source: 'stated' });
  });

  it('contradicts a single person that is counted where it says none', () => {
    const one = [site({ workers: 200, migrantShare: 0.03 })];
    expect(gatherPartyFacts(stated({ workers: 200, migrantShare: 0 }), one).migrantShare).toMatchObject({
      value: 0.03,
      setAside: [{ value: 0 }],
    });
  });

  it('is compared with sites that employ most of its workers, also where another site is silent', () => {
    const most = [...sites, site({ city: 'Rayong' })];
    expect(gatherPartyFacts(stated({ workers: 600, migrantShare: 0.18 }), most).migrantShare?.value).toBeCloseTo(0.4783, 4);
    expect(gatherPartyFacts(stated({ migrantShare: 0.18 }), most).migrantShare?.value).toBe(0.18);
  });

  it('is compared in the same way for workers from agencies, by heads', () => {
    const counted = [site({ workers: 500, agencyWorkers: 150 })];
    expect(gatherPartyFacts(stated({ workers: 500, agencyShare: 0.05 }), counted).agencyShare).toMatchObject({
      value: 0.3,
      setAside: [{ value: 0.05, because: 'better-for-workers' }],
    });
  });

  it('marks a share that would show a small group at one of the sites', () => {
    const small = [site({ workers: 300, migrantShare: 0.5 }), site({ workers: 100, migrantShare: 0.03 })];
    expect(gatherPartyFacts({}, small).migrantShare?.from).toEqual({ sites: 2, workers: 400, withheld: true });
    expect(gatherPartyFacts({}, sites).migrantShare?.from).toEqual({ sites: 2, workers: 530 });
  });
});

describe('people counted at sites whom a supplier does not name', () => {
  const counted = [site({ country: 'TH', workers: 530, migrantsByOrigin: { MM: 231, KH: 20, LA: 'under-5' }, youngWorkers: 'under-5' })];

  it('add their country of origin to those that it names', () => {
    expect(gatherPartyFacts(stated({ country: 'TH', migrantOrigins: ['VN', 'KH'] }), counted).migrantOrigins).toEqual({
      ...{ value: ['KH', 'LA', 'MM', 'VN'], source: 'site', from: { sites: 1 } },
      setAside: [{ value: ['VN', 'KH'], source: 'stated', because: 'better-for-workers' }],
    });
    const checked = gatherPartyFacts(stated({ country: 'TH', migrantOrigins: ['VN'] }), counted, graded({ stated: 'document-checked' }));
    expect(checked.migrantOrigins).toMatchObject({ value: ['VN'], setAside: [{ value: ['KH', 'LA', 'MM'], because: 'weaker-evidence' }] });
  });

  it('add workers under 18 to the groups that it names', () => {
    expect(gatherPartyFacts(stated({ vulnerableGroups: ['low-literacy'] }), counted).vulnerableGroups).toEqual({
      ...{ value: ['low-literacy', 'under-18'], source: 'site', from: { sites: 1 } },
      setAside: [{ value: ['low-literacy'], source: 'stated', because: 'better-for-workers' }],
    });
    expect(gatherPartyFacts({}, counted).vulnerableGroups).toEqual({ value: ['under-18'], source: 'site', from: { sites: 1 } });
  });
});
