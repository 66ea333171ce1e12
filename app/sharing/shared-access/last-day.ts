/** The time at which a term ends: the end of its last day, in UTC. */
export function endOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000);
}

/** The last day of a term that ends at a time, YYYY-MM-DD. */
export const lastDay = (expiresAt: Date | string): string => new Date(new Date(expiresAt).getTime() - 1).toISOString().slice(0, 10);
