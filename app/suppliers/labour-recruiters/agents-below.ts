/** A sub-agent works for a recruiter, or for another sub-agent. */
export type AgentLink = { agentId: string; recruiterId: string };
/** How far sub-agents are followed: their links are entered by hand, and a longer chain is a mistake. */
export const mostAgents = 6;

/**
 * The direct and indirect sub-agents of a recruiter, each once, with the path from the recruiter, itself first. Of several paths the shortest counts, of
 * equal ones that of the lesser ids. Cycles and chains of more than six end. Pure.
 */
export function agentsBelow(recruiterId: string, agentsOf: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const ways = new Map<string, string[]>();
  let level: { id: string; way: string[] }[] = [{ id: recruiterId, way: [] }];
  for (let depth = 0; depth < mostAgents && level.length > 0; depth++) {
    const next: typeof level = [];
    for (const { id, way } of level)
      for (const agentId of agentsOf.get(id) ?? []) {
        if (agentId === recruiterId || ways.has(agentId)) continue;
        ways.set(agentId, [...way, id]);
        next.push({ id: agentId, way: [...way, id] });
      }
    level = next;
  }
  return ways;
}
