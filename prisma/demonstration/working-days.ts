const day = 86_400_000;

/** The last day up to this one that begins two working days in a row, at the same time of day: audits are not made on weekends. */
export function firstOfTwoWorkingDays(date: Date): Date {
  const back = { 5: 1, 6: 2, 0: 3 }[date.getUTCDay()] ?? 0;
  return new Date(date.getTime() - back * day);
}
