import { buildApp } from '../server/build-app';
import { serveOurs } from './list';
import { alternate, type Measure, time } from './measure';
import { acceptMadeList, openWorkbench } from './workbench';

/** A30: the page of "Bangladesh +20" for 10,000 suppliers, 1,250 of them there, as a reader waits for it. */
export async function whatIf10k(): Promise<Measure[]> {
  await buildApp(console.error);
  const bench = await openWorkbench();
  const web = await serveOurs();
  try {
    const { commitBatch } = await import('~/suppliers/import/commit-batch.server');
    const { refreshStatistics } = await import('~/suppliers/import/refresh-statistics.server');
    const { member, batch } = await acceptMadeList(10_000);
    await commitBatch(member.inOrganization, batch);
    await refreshStatistics(member.inOrganization, 10_000);
    const base = `${web.address}/o/${member.organization.slug}`;
    const read = async (path: string) => {
      const answer = await fetch(base + path, { headers: { cookie: member.cookie } });
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
      return text;
    };
    const supposed = '/what-if?change=country.BD.20';
    if (!/1[,\s\u202f]?250/.test(await read(supposed))) throw new Error('the page does not name the 1,250 suppliers of Bangladesh');
    const [value, list] = await alternate(
      5,
      () => time(() => read(supposed)),
      () => time(() => read('/suppliers')),
    );
    return [
      { measure: 'what-if-10k', value, unit: 'ms', against: 'one second', reference: 1000, target: 1 },
      { measure: 'what-if-10k-page', value, unit: 'ms', against: 'the list of the same suppliers', reference: list, target: null },
    ];
  } finally {
    await web.close();
    await bench.close();
  }
}
