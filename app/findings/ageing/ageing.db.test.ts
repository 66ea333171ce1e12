import { beforeAll, describe, expect, it } from 'vitest';
import * as actionsPage from '~/routes/org/findings/corrective-actions';
import * as actionsChart from '~/routes/org/findings/corrective-actions-chart';
import * as findingsPage from '~/routes/org/findings/findings';
import * as findingsChart from '~/routes/org/findings/findings-chart';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { callRoute } from '../../../tests/setup/call-route';
import { type ActionAge, actionAgeKeys, actionAges, ageOf, findingAgeKeys, findingAges } from './ages';
import { type AgeCount, countOf, drawAges } from './draw-ages';
import { actionAgeLabel, actionAgesTitle, findingAgesTitle } from './labels';

const day = (daysAgo: number) => new Date(Date.parse(new Date().toISOString().slice(0, 10)) - daysAgo * 86_400_000);
/** Days after the due day, one at each end of each age. */
const lateness = [400, 91, 90, 31, 30, 8, 7, 1, 0, -7, -8, -30, -31, -500];
let owner: MadeMember;

beforeAll(async () => {
  owner = await makeMember();
  const { partyId } = await makeSupplier(owner, { name: 'Mill', values: { country: 'PT' } });
  await owner.inOrganization(async (db) => {
    for (const [at, days] of [...lateness, 'verified' as const, 'withdrawn' as const].entries()) {
      const opened = typeof days === 'number' ? Math.abs(days) : 5;
      const finding = await db.finding.create({
        data: {
          ...{ partyId, grade: at === 0 ? 'critical' : 'minor', text: `Finding ${days}`, openedAt: day(opened) },
          ...(days === 'withdrawn' ? { withdrawnAt: day(1) } : {}),
          ...(days === 'verified' ? { status: 'verified', verifiedAt: day(1) } : {}),
        },
      });
      await db.correctiveAction.create({
        data: {
          ...{
            findingId: finding.id,
            kind: 'corrective',
            action: `Action ${days}`,
            owner: 'Mill',
            timescale: '30',
            verification: 'desktop',
          },
          ...{ dueOn: day(typeof days === 'number' ? days : 40), createdById: owner.user.id },
        },
      });
    }
  });
});

type Page = { ages: AgeCount<string>[]; rows: unknown[] };
const open = async (page: { loader: unknown }, folder: string, query = '') =>
  (
    await callRoute(page.loader, {
      ...{ url: `/o/${owner.organization.slug}/${folder}${query}`, params: { orgSlug: owner.organization.slug }, cookie: owner.cookie },
    })
  ).body as Page;

describe('ages', () => {
  it('have a place for each number of days, and one only', () => {
    for (let days = -600; days <= 600; days++) {
      for (const ages of [actionAges, findingAges])
        expect(Object.values(ages).filter(({ from, to }) => (from === null || days >= from) && (to === null || days <= to))).toHaveLength(
          1,
        );
    }
    expect([ageOf(actionAges, 0), ageOf(actionAges, 1), ageOf(findingAges, 180)]).toEqual(['due-7', 'late-1', 'open-91']);
  });

  it.each([
    ['corrective actions', actionsPage, 'corrective-actions', actionAgeKeys, 15],
    ['findings', findingsPage, 'findings', findingAgeKeys, 14],
  ] as const)('of %s count what the filter of the same age lists', async (_, page, folder, keys, all) => {
    const { ages } = await open(page, folder);
    expect(countOf(ages)).toBe(all);
    for (const key of keys) {
      const { rows, ages: none } = await open(page, folder, `?age=${key}`);
      expect([rows.length, none], key).toEqual([countOf(ages, { keys: [key] }), []]);
    }
  });

  it('are stated in a sentence from their numbers', async () => {
    const { ages: actions } = (await open(actionsPage, 'corrective-actions')) as { ages: AgeCount<ActionAge>[] } & Page;
    expect(actionAgesTitle(actions)).toBe('9 of 15 unfinished corrective actions are overdue, 2 by more than 90 days');
    expect(actionAgesTitle(actions.filter(({ key }) => key.startsWith('due')))).toBe('None of 6 unfinished corrective actions is overdue');
    const { ages: findings } = await open(findingsPage, 'findings');
    expect(findingAgesTitle(findings as never)).toBe('2 of 14 open findings are more than 180 days old; critical: 1');
  });

  it('are drawn as bars whose lengths are in proportion, each leading to its records', () => {
    const counts: AgeCount<ActionAge>[] = [
      { key: 'late-91', grade: 'critical', count: 4 },
      { key: 'due-7', grade: 'minor', count: 2 },
    ];
    const drawing = drawAges({ keys: actionAgeKeys, counts, label: actionAgeLabel }, 'wide');
    const [long, short] = drawing.shapes.flatMap((shape) => (shape.kind === 'rect' ? [shape.width] : []));
    expect((long ?? 0) / (short ?? 1)).toBeCloseTo(2);
    expect(drawing.rows.map(({ id }) => id)).toEqual(actionAgeKeys);
  });

  it('are downloaded as SVG and as PNG', async () => {
    for (const route of [actionsChart, findingsChart]) {
      const get = async (as: string) => {
        const request = new Request(`http://localhost/x?as=${as}`, { headers: { Cookie: owner.cookie } });
        return Buffer.from(
          await (await route.loader({ request, params: { orgSlug: owner.organization.slug }, context: {} as never })).arrayBuffer(),
        );
      };
      expect((await get('svg')).toString()).toMatch(/<title>\d+ of \d+/);
      expect((await get('png')).subarray(1, 4).toString()).toBe('PNG');
    }
  });
});
