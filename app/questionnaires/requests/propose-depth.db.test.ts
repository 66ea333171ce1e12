import { describe, expect, it } from 'vitest';
import { countChosen } from '~/questionnaires/campaigns/judge-targets.server';
import { listInstruments } from '~/questionnaires/responses/list-instruments.server';
import { makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { depthOfMost, proposeDepth } from './propose-depth.server';

describe('the depth proposed where a supplier is asked', () => {
  it('follows from the known number of its workers, and says why', async () => {
    const member = await makeMember();
    const small = await makeSupplier(member, { name: 'Small mill', values: { workers: 30 } });
    const unknown = await makeSupplier(member, { name: 'Mill of unknown size', values: {} });
    const large = await makeSupplier(member, { name: 'Large mill', values: { workers: 1200 } });
    const propose = (publicId: string) => member.inOrganization((db) => proposeDepth(db, publicId));
    expect(await propose(small.publicId)).toEqual({ depth: 'core', reason: 'Small mill has 30 workers' });
    expect(await propose(unknown.publicId)).toEqual({ depth: 'core', reason: 'the number of workers of Mill of unknown size is unknown' });
    expect(await propose(large.publicId)).toEqual({ depth: 'whole', reason: 'Large mill has 1,200 workers' });
    expect(await propose('SUP-0000')).toBeNull();
  });

  it('of a campaign is that of most suppliers chosen', async () => {
    const member = await makeMember();
    for (const [name, workers] of [
      ['One', 10],
      ['Two', 51],
      ['Three', 250],
      ['Four', 251],
    ] as const)
      await makeSupplier(member, { name, values: { workers } });
    const counts = await member.inOrganization((db) => countChosen(db, '', '2026-12-01'));
    expect(counts).toEqual({ core: 1, short: 2, whole: 1 });
    expect(depthOfMost(counts)).toEqual({ depth: 'short', reason: 'it fits 2 of the 4 suppliers chosen' });
    expect(depthOfMost({ core: 0, short: 0, whole: 0 })).toBeNull();
  });

  it('is offered before other questionnaires of its kind, the shortest first', async () => {
    const offered = await (await makeMember()).inOrganization((db) => listInstruments(db));
    const depths = offered.filter(({ kind }) => kind === 'self-assessment').map(({ depth }) => depth);
    expect(depths.filter((depth) => depth !== null)).toEqual((['core', 'short', 'whole'] as const).filter((each) => depths.includes(each)));
    expect(depths.slice(0, 2)).not.toContain(null);
  });
});
