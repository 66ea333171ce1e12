const day = 86_400_000;

const isFree = (date: Date): boolean => {
  const weekday = date.getUTCDay();
  const isHoliday = ['12-24', '12-25', '12-26', '01-01'].includes(date.toISOString().slice(5, 10));
  return weekday === 0 || weekday === 6 || isHoliday;
};

/** The last day up to this one that begins two working days in a row, at the same time of day: audits are not made on weekends, at Christmas and at New Year. */
export function firstOfTwoWorkingDays(date: Date): Date {
  let first = date;
  while (isFree(first) || isFree(new Date(first.getTime() + day))) first = new Date(first.getTime() - day);
  return first;
}

/** The same day, or the Monday after a weekend, at the same time: reports are not approved and answered on weekends. Keeps the order of days. */
export function onWorkingDay(date: Date): Date {
  const ahead = { 6: 2, 0: 1 }[date.getUTCDay()] ?? 0;
  return new Date(date.getTime() + ahead * day);
}
