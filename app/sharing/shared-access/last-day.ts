/** A term includes its last day, in UTC: the time at which it ends. */
export function endOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000);
}

/** The last day of a term that ends at a moment, YYYY-MM-DD. */
export const lastDay = (expiresAt: Date | string): string => new Date(new Date(expiresAt).getTime() - 1).toISOString().slice(0, 10);
