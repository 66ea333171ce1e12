import autocannon from 'autocannon';

export type Load = { p97_5: number; requestsPerSecond: number };

/** Eight callers for some seconds on one address. @throws when any answer is not 200 */
export async function load(url: string, { cookie, seconds }: { cookie?: string; seconds: number }): Promise<Load> {
  const result = await autocannon({ url, connections: 8, duration: seconds, headers: cookie === undefined ? {} : { cookie } });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return { p97_5: result.latency.p97_5, requestsPerSecond: result.requests.average };
}
