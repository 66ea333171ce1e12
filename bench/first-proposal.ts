import { setTimeout as sleep } from 'node:timers/promises';
import { buildApp, buildFolder } from '../server/build-app';
import { keepWorker } from '../server/keep-worker';
import { serveOurs } from './list';
import { madeList } from './made-suppliers';
import { type Measure, median, time } from './measure';
import { openWorkbench } from './workbench';

const rows = 10_000;
const rounds = 3;
/** A header of the list: the page names it once it proposes what each column is. */
const header = '% migrant';

/** From the drop of a list of 10,000 rows to the page that proposes its columns, with the queue's worker reading the list meanwhile. */
export async function firstProposal(): Promise<Measure[]> {
  await buildApp(console.error);
  const bench = await openWorkbench();
  process.env.BUILT_READER = buildFolder.reader;
  const giveUp = () => {
    throw new Error('The worker died.');
  };
  const worker = keepWorker({
    ...{ giveUp, isEnding: () => false },
    env: { ...process.env, DATABASE_URL: bench.ownerUrl },
    built: buildFolder.worker,
  });
  const web = await serveOurs();
  try {
    await worker.ready;
    const { makeMember } = await import('../tests/factories/member');
    const { workbookFile } = await import('../tests/factories/xls-form');
    const list = madeList(rows);
    const lists = {
      csv: Buffer.from(list),
      xlsx: workbookFile({
        Suppliers: list
          .trim()
          .split('\n')
          .map((line) => line.split(',')),
      }),
    };
    const measures: Measure[] = [];
    for (const [format, bytes] of Object.entries(lists)) {
      const times: number[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const member = await makeMember();
        const form = new FormData();
        form.append('file', new File([Uint8Array.from(bytes)], `made.${format}`));
        const headers = { cookie: member.cookie, origin: web.address };
        times.push(
          await time(async () => {
            const address = `${web.address}/o/${member.organization.slug}/suppliers/import`;
            const posted = await fetch(address, { method: 'POST', body: form, headers, redirect: 'manual' });
            const page = posted.headers.get('location');
            if (posted.status !== 303 || page === null) throw new Error(`${posted.status}: ${await posted.text()}`);
            while (!(await (await fetch(web.address + page, { headers })).text()).includes(header)) await sleep(100);
          }),
        );
      }
      measures.push({
        measure: `first-proposal-${format}`,
        ...{ value: median(times.slice(1)), unit: 'ms', against: 'three seconds', reference: 3_000, target: 1 },
      });
    }
    return measures;
  } finally {
    await web.close();
    await worker.stop();
    await bench.close();
  }
}
