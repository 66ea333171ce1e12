import type { Pack } from './pack';

/** What a device takes along; null without network, without a session, or off the team. */
export async function fetchPack(base: string): Promise<Pack | null> {
  const answer = await fetch(`${base}/on-site.pack`, { redirect: 'manual' }).catch(() => null);
  return answer?.ok ? ((await answer.json()) as Pack) : null;
}
