/** The zones of a country by CLDR; none where the country is unknown or the engine does not know it. */
function zonesOf(country: string | null): readonly string[] {
  if (country === null || !/^[A-Z]{2}$/.test(country)) return [];
  // Clocks in all of China show the time of Beijing; CLDR lists a second, unofficial zone.
  if (country === 'CN') return ['Asia/Shanghai'];
  const locale: Intl.Locale & { timeZones?: readonly string[] } = new Intl.Locale(`und-${country}`);
  return locale.timeZones ?? [];
}

/** Minutes by which the clocks of a zone are ahead of UTC at a moment; null for a zone that the engine does not know. */
export function offsetOf(zone: string, at: string): number | null {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(new Date(at));
    const [, sign, hours = '0', minutes = '0'] =
      /GMT(?:([+-])(\d\d):(\d\d))?/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  } catch {
    return null;
  }
}

/**
 * Minutes between UTC and the clocks at a site: of its country where all its zones agree at that moment, else of the zone that the device recorded, if the
 * country has it; null where neither is known, so that the report says UTC instead of a wrong local time.
 */
export function siteOffset(
  at: string | null,
  { country, recorded }: { country: string | null; recorded: string | undefined },
): number | null {
  if (at === null) return null;
  const zones = zonesOf(country);
  const offsets = new Set(zones.map((zone) => offsetOf(zone, at)));
  const [only = null] = offsets;
  if (offsets.size === 1) return only;
  if (recorded === undefined) return null;
  const own = offsetOf(recorded, at);
  return own !== null && (zones.length === 0 || offsets.has(own)) ? own : null;
}

/** "+8", "+5:30", "−4". */
export function offsetLabel(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
