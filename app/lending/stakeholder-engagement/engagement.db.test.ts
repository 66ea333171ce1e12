import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawDiligence } from '~/lending/due-diligence-report/draw-diligence.server';
import { makeDeal } from '../../../tests/factories/lent';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { handleMechanismAction } from './handle-mechanism-action.server';
import { type Entry, entryForm, entryWords, type Mechanism, type Period, periodForm } from './engagement-schema';
import { engagementAsCsv, engagementAsXlsx, mechanismsAsCsv } from './export-engagement.server';
import { readEngagement, readEngagementFile, readEntry, readMechanism } from './read-engagement.server';
import { takeForm } from './take-form.server';
import { writeEntry, writeMechanism, writePeriod } from './write-engagement.server';

const now = new Date();
const today = now.toISOString().slice(0, 10);
const talk: Entry = {
  ...{ heldOn: '2026-05-04', groups: ['migrants', 'women'], way: 'small-group', languages: 'Bengali', people: 'under-5' },
  ...{ subjects: 'Beds and the price of food', answered: 'A second kitchen by July', disclosed: '' },
};
const hotline: Mechanism = {
  ...{ name: 'Hotline', audience: 'workers', operator: 'independent', channels: ['phone'], languages: 'Bengali, Spanish' },
  ...{ isAnonymous: 'yes', isFree: 'yes', noRetaliation: 'unknown', note: '' },
};
const quarter: Period = {
  ...{ periodFrom: '2026-04-01', periodTo: '2026-06-30', opened: 9, closed: 7, retaliation: 'under-5', medianDays: 12, note: '' },
};
let owner: MadeMember;
beforeAll(async () => {
  owner = await makeMember({ kind: 'lender' });
});
async function lent() {
  const { dealId } = await makeDeal(owner);
  return { dealId, userId: owner.user.id, now };
}
const formOf = (fields: Readonly<Record<string, string>>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};

describe('stakeholder engagement and grievances of a deal', () => {
  it('an engagement is corrected beside its record; the second of two simultaneous edits is reported; no record can be changed', async () => {
    const by = await lent();
    expect(await owner.inOrganization((db) => writeEntry(db, talk, { ...by, of: null }))).toEqual({ kind: 'written', number: 1 });
    const correct = () => owner.inOrganization((db) => writeEntry(db, { ...talk, people: 12 }, { ...by, of: { number: 1, seen: 1 } }));
    const both = await Promise.all([correct(), correct()]);
    expect(both.map((each) => (each.kind === 'refused' ? each.code : each.kind)).sort()).toEqual(['changed-meanwhile', 'written']);
    const read = await owner.inOrganization((db) => readEntry(db, { dealId: by.dealId, number: 1 }));
    expect(read?.versions.map(({ people }) => people)).toEqual([12, 'under-5']);
    await expect(owner.inOrganization((db) => db.stakeholderEngagement.deleteMany({}))).rejects.toThrow(/permission denied/);
    const stranger = await makeMember({ kind: 'lender' });
    expect(await stranger.inOrganization((db) => readEntry(db, { dealId: by.dealId, number: 1 }))).toBeNull();
    expect(await stranger.inOrganization((db) => writeEntry(db, talk, { ...by, of: null }))).toEqual({ kind: 'unknown' });
  });

  it('counts of one to four are saved as fewer than five, in the form and in the database', async () => {
    const by = await lent();
    const typed = { periodFrom: '2026-04-01', periodTo: '2026-06-30', opened: '3', closed: '2', 'unknown-retaliation': 'on' };
    expect(takeForm(formOf(typed), periodForm, [])).toMatchObject({
      ok: true,
      value: { opened: 'under-5', closed: 'under-5', retaliation: 'unknown', medianDays: null },
    });
    const missing = takeForm(formOf({ ...typed, opened: '' }), periodForm, []);
    expect(missing.ok ? {} : Object.keys(missing.errors)).toEqual(['opened']);
    const median = takeForm(formOf({ ...typed, medianDays: '8' }), periodForm, []);
    expect(median.ok ? {} : median.errors).toEqual({ medianDays: [expect.stringMatching(/could reveal one person/)] });
    await owner.inOrganization((db) => writeMechanism(db, hotline, { ...by, of: null }));
    const write = (period: Period) => owner.inOrganization((db) => writePeriod(db, period, { ...by, mechanismNumber: 1 }));
    await expect(write({ ...quarter, opened: 3 })).rejects.toThrow(/GrievancePeriod_counts/);
    await expect(write({ ...quarter, closed: 'under-5' })).rejects.toThrow(/GrievancePeriod_median/);
    await expect(owner.inOrganization((db) => writeEntry(db, { ...talk, people: 2 }, { ...by, of: null }))).rejects.toThrow(
      /Engagement_people/,
    );
  });

  it('a grievance mechanism has its periods, the newest record of each; the report shows them', async () => {
    const by = await lent();
    const of = { dealId: by.dealId, number: 1 };
    await owner.inOrganization((db) => writeMechanism(db, hotline, { ...by, of: null }));
    await owner.inOrganization((db) => writePeriod(db, { ...quarter, opened: 8 }, { ...by, mechanismNumber: 1 }));
    await owner.inOrganization((db) => writePeriod(db, quarter, { ...by, mechanismNumber: 1 }));
    expect(await owner.inOrganization((db) => writePeriod(db, quarter, { ...by, mechanismNumber: 2 }))).toEqual({ kind: 'unknown' });
    const form = formOf({ intent: 'mechanism', seen: '1', ...hotline, channels: 'phone', noRetaliation: 'yes' });
    expect(await handleMechanismAction(owner, { of, form, now })).toMatchObject({ kind: 'done' });
    const read = await owner.inOrganization((db) => readMechanism(db, of));
    expect(read?.mechanism).toMatchObject({ noRetaliation: 'yes', version: 2 });
    expect(read?.periods).toMatchObject([{ opened: 9, closed: 7, retaliation: 'under-5', version: 2 }]);
    await owner.inOrganization((db) => writeEntry(db, talk, { ...by, of: null }));
    const whole = await owner.inOrganization((db) => readEngagement(db, by.dealId));
    expect([whole.entries.length, whole.mechanisms[0]?.newest?.opened]).toEqual([1, 9]);
    const drawn = await owner.inOrganization((db) =>
      drawDiligence(db, { dealId: by.dealId, now, organization: owner.organization, state: 'draft' }),
    );
    const rights = JSON.stringify(drawn?.document.parts.find(({ key }) => key === 'rights'));
    expect(rights).toContain('Beds and the price of food');
    expect(rights).toContain('fewer than five');
    expect(rights).toContain('Hotline');
  });

  it('rejects once a text that may name a person, and a future date', () => {
    const typed = {
      ...{ heldOn: today, groups: 'workers', way: 'meeting', languages: 'Spanish', people: '30' },
      subjects: 'Pay, as Mr Rojas said',
    };
    const refused = takeForm(formOf(typed), entryForm, entryWords);
    expect(refused.ok ? {} : refused.errors).toEqual({ subjects: [expect.stringMatching(/may identify a person/)] });
    expect(takeForm(formOf({ ...typed, screened: 'on' }), entryForm, entryWords)).toMatchObject({ ok: true, value: { people: 30 } });
    const future = takeForm(formOf({ ...typed, subjects: 'Pay', heldOn: '2999-01-01' }), entryForm, entryWords);
    expect(future.ok ? {} : Object.keys(future.errors)).toEqual(['heldOn']);
  });

  it('are exported as last recorded, with every period and no number from one to four', async () => {
    const by = await lent();
    const file = await owner.inOrganization(async (db) => {
      await writeEntry(db, { ...talk, subjects: '=cmd()' }, { ...by, of: null });
      await writeEntry(db, { ...talk, subjects: '=cmd()', people: 12 }, { ...by, of: { number: 1, seen: 1 } });
      await writeMechanism(db, hotline, { ...by, of: null });
      await writeMechanism(db, { ...hotline, name: 'Box at the gate' }, { ...by, of: null });
      await writePeriod(db, quarter, { ...by, mechanismNumber: 1 });
      const later = {
        periodFrom: '2026-07-01',
        periodTo: '2026-09-30',
        opened: 'under-5',
        closed: 0,
        retaliation: 'unknown',
        medianDays: null,
      } as const;
      await writePeriod(db, { ...quarter, ...later }, { ...by, mechanismNumber: 1 });
      return readEngagementFile(db, by.dealId);
    });
    if (!file) throw new Error('no file');
    const tableOf = (csv: string) =>
      Papa.parse<Record<string, string>>(csv.replace('\ufeff', ''), { header: true, skipEmptyLines: true }).data;
    expect(tableOf(engagementAsCsv(file))).toMatchObject([
      { entry_number: '1', people: '12', version: '2', subjects: "'=cmd()", groups: 'migrants; women', held_on: '2026-05-04' },
    ]);
    const reported = tableOf(mechanismsAsCsv(file));
    expect(reported.map((row) => [row.mechanism, row.period_from, row.opened, row.closed, row.median_days, row.retaliation])).toEqual([
      ['Hotline', '2026-07-01', 'under-5', '0', '', 'unknown'],
      ['Hotline', '2026-04-01', '9', '7', '12', 'under-5'],
      ['Box at the gate', '', '', '', '', ''],
    ]);
    const parts = unzipSync(new Uint8Array(await new Response(engagementAsXlsx(file)).arrayBuffer()));
    const sheets = [1, 2].map((sheet) => strFromU8(parts[`xl/worksheets/sheet${sheet}.xml`] ?? new Uint8Array()));
    expect(sheets[0]).toContain('=cmd()');
    expect(sheets.join('')).not.toContain('<f>');
    expect(sheets[1]).toContain('under-5');
    const stranger = await makeMember({ kind: 'lender' });
    expect(await stranger.inOrganization((db) => readEngagementFile(db, by.dealId))).toBeNull();
  });
});
