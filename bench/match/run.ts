import pg from 'pg';
import { buildPartyIndex } from '~/suppliers/parties/match/party-index';
import { foldParty } from '~/suppliers/parties/match/fold-party';
import { matchParameter } from '~/suppliers/parties/match/thresholds';
import { foldName } from '~/suppliers/parties/name-key';
import { median, printMeasure, time } from '../measure';
import { openWorkbench } from '../workbench';
import { readLabelledPairs } from './labelled-pairs';
import { type MadeFirm, madeFirm, rewritten, seeded } from './made-names';
import { measurePairs } from './measure-pairs';

const size = 100_000;
const questions = 300;
const asJson = process.argv.includes('--json');
const say = (text: string) => asJson || console.log(text);
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

// `npm run bench:match` prints; it never fails.
const pairs = readLabelledPairs();
const same = pairs.filter(({ isSame }) => isSame).length;
say(
  `Labelled pairs: ${pairs.length}, ${same} of one firm and ${pairs.length - same} of two. Automatic from ${matchParameter('match.automatic')}, asked from ${matchParameter('match.ask')}.`,
);
// Terms and weights were tuned on every other pair; the pairs between were only counted.
for (const [name, held] of [
  ['all', pairs],
  ['not looked at', pairs.filter((_, at) => at % 2 === 1)],
] as const)
  for (const { stage, taken, wrong, precision, recall } of measurePairs(held)) {
    if (asJson) console.log(JSON.stringify({ measure: `match-${stage}`, pairs: name, taken, wrong, precision, recall }));
    else console.log(`${name}, ${stage}: precision ${percent(precision)} (${wrong} of ${taken} wrong), recall ${percent(recall)}`);
  }

const random = seeded(7);
const firms = Array.from({ length: size }, () => madeFirm(random));
const asked = Array.from({ length: questions }, () => {
  const at = Math.floor(random() * size);
  return { at, firm: rewritten(firms[at] ?? { name: '', country: '' }, random) };
});
const folded = firms.map(foldParty);
const index = buildPartyIndex(folded);
const isSameFirm = (at: number, other: number) =>
  at === other || (folded[at]?.joined === folded[other]?.joined && folded[at]?.country === folded[other]?.country);

const bench = await openWorkbench();
const client = new pg.Client({ connectionString: bench.superuserUrl });
await client.connect();
try {
  const { rows } = await client.query(`SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm'`);
  if (rows.length === 0) say('This PostgreSQL has no pg_trgm: the comparison with it is left out.');
  else await besidePgTrgm();
} finally {
  await client.end();
  await bench.close();
}

const others = firms.map((firm) => (random() < 0.5 ? rewritten(firm, random) : madeFirm(random)));
let found = 0;
const cpu = process.cpuUsage();
const seconds =
  (await time(() => {
    const fresh = buildPartyIndex(firms.map(foldParty));
    for (const firm of others) if (fresh.find(foldParty(firm), { floor: matchParameter('match.ask') }).length > 0) found++;
  })) / 1000;
printMeasure(
  { measure: 'match-100k-against-100k', value: seconds, unit: 's', against: 'the minute it may take', reference: 60, target: 1 },
  asJson,
);
const { user, system } = process.cpuUsage(cpu);
say(`Of one core it took ${((user + system) / 1e6).toFixed(1)} s; the rest of the time the machine was busy with others.`);
say(`${found} of ${size} rows found at least one candidate; folding and building the index are counted in.`);
process.exit(0);

async function besidePgTrgm(): Promise<void> {
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  await client.query('CREATE TABLE made (at int, country text, key text)');
  await client.query('INSERT INTO made SELECT * FROM unnest($1::int[], $2::text[], $3::text[])', [
    firms.map((_, at) => at),
    firms.map(({ country }) => country),
    firms.map(({ name }) => foldName(name)),
  ]);
  await client.query('CREATE INDEX ON made USING gin (key gin_trgm_ops)');
  await client.query('VACUUM ANALYZE made');
  const theirs = async ({ name, country }: MadeFirm): Promise<number[]> => {
    const answer = await client.query<{ at: number }>(
      'SELECT at FROM made WHERE key % $1 AND country = $2 ORDER BY similarity(key, $1) DESC LIMIT 10',
      [foldName(name), country],
    );
    return answer.rows.map(({ at }) => at);
  };
  const ours = (firm: MadeFirm): number[] => index.find(foldParty(firm), { floor: 0 }).map(({ at }) => at);
  for (const { firm } of asked.slice(0, 30)) {
    ours(firm);
    await theirs(firm);
  }
  const times: [number[], number[]] = [[], []];
  const hits: [number, number] = [0, 0];
  for (const { at, firm } of asked) {
    let answers: number[] = [];
    const mine = () => {
      answers = ours(firm);
    };
    const other = async () => {
      answers = await theirs(firm);
    };
    times[0].push(await time(mine));
    if (answers.some((answer) => isSameFirm(answer, at))) hits[0]++;
    times[1].push(await time(other));
    if (answers.some((answer) => isSameFirm(answer, at))) hits[1]++;
  }
  printMeasure(
    {
      measure: 'match-one-against-100k',
      value: median(times[0]),
      unit: 'ms',
      against: 'pg_trgm with a GIN index',
      reference: median(times[1]),
      target: 0.25,
    },
    asJson,
  );
  printMeasure(
    {
      measure: 'match-one-recall',
      value: (hits[1] / questions) * 100,
      unit: '% found by pg_trgm',
      against: 'what ours finds, in ten answers each',
      reference: (hits[0] / questions) * 100,
      target: 1,
    },
    asJson,
  );
  say(`Recall among ten answers: ours ${percent(hits[0] / questions)}, pg_trgm ${percent(hits[1] / questions)} (${questions} names).`);
}
