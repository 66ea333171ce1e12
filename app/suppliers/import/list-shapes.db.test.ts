import { describe, expect, it } from 'vitest';
import { countEdges, countWritten, stageList, writeList } from '../../../tests/factories/imported-list';
import { makeMember } from '../../../tests/factories/member';
import { shapedLists } from '../../../tests/factories/shaped-lists';
import { announcedBy, pickAnnounced } from './return-to-check.server';

describe('a list is imported by accepting what is proposed, as announced, and says nothing new again:', () => {
  it.each(Object.entries(shapedLists))('%s', async (name, { text, makes: { rows, edges, suppliers, sites } }) => {
    const member = await makeMember();
    const staged = await stageList(member, text, `${name}.csv`);
    expect(staged.counts).toMatchObject({ rows, invalid: 0 });
    const committed = await writeList(member, staged);
    if (committed.kind !== 'committed') throw new Error(committed.code);
    expect(pickAnnounced(committed.wrote)).toEqual(announcedBy(staged.counts));
    expect(await countWritten(member)).toMatchObject({ suppliers, sites });
    expect(await countEdges(member, staged.batchId)).toBe(edges);
    await member.inOrganization((db) => db.jobRun.updateMany({ where: { kind: 'score-all' }, data: { status: 'done' } }));
    const again = await stageList(member, `${text}\n`, 'again.csv');
    expect(announcedBy(again.counts)).toEqual({ suppliers: 0, sites: 0, providers: 0, links: 0, facts: 0, changedParties: 0 });
  });
});
