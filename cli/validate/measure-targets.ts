import { existsSync, readFileSync } from 'node:fs';
import { makeTargetReport } from '../../scoring/validation/targets/make-targets.ts';
import { type ListFigures, type TargetReport, targetReportSchema } from '../../scoring/validation/targets/schema.ts';
import { separationOf } from '../../scoring/validation/targets/separation.ts';
import { assessList } from '../assess/assess-list';

/**
 * The targets of method 2 as of a day. Figures of lists that are published and not given again stay; new country and sector figures are registered today.
 * @param lists each as "TITLE=FILE"
 * @param file the published targets, where there are any
 * @throws Error naming a list that cannot be read
 */
export async function measureTargets(asOf: string, lists: readonly string[], file: string): Promise<TargetReport> {
  const before = existsSync(file) ? targetReportSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))) : null;
  const published = before?.success ? before.data : null;
  const measured: ListFigures[] = [];
  for (const given of lists) measured.push(await measureList(given, asOf));
  const kept = (published?.separation ?? []).filter(({ title }) => measured.every((each) => each.title !== title));
  const figures = [...kept, ...measured].sort((a, b) => (a.title < b.title ? -1 : 1));
  const today = new Date().toISOString().slice(0, 10);
  const made = makeTargetReport(asOf, { lists: figures, registeredOn: published?.registered.on ?? today });
  const isSame = published?.registered.hash === made.registered.hash;
  return targetReportSchema.parse(isSame ? made : { ...made, registered: { ...made.registered, on: today } });
}

async function measureList(given: string, asOf: string): Promise<ListFigures> {
  const [title = '', path] = given.split(/=(.*)/s);
  if (!path || title === '') throw new Error(`--list takes "TITLE=FILE", not ${given}`);
  const read = await assessList(readFileSync(path), { asOf });
  if (!read.ok) throw new Error(`${path} is no list that can be read: ${read.kind}`);
  const { deviation, width, toldApart, ...counts } = separationOf(
    read.suppliers.map(({ facts }) => facts),
    asOf,
  );
  const short = (value: number) => Math.round(value * 1e4) / 1e4;
  return { title, sha256: read.sha256, asOf, ...counts, deviation: short(deviation), width: short(width), toldApart: short(toldApart) };
}
