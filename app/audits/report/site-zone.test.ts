import { describe, expect, it } from 'vitest';
import { offsetOf, siteOffset } from './site-zone';

const at = '2026-08-04T01:30:00.000Z';
const unrecorded = { recorded: undefined };

describe('the time at a site', () => {
  it('is that of the country where all of its zones agree, whatever the device says', () => {
    expect(siteOffset(at, { country: 'MY', recorded: 'Europe/Paris' })).toBe(480);
    expect(siteOffset(at, { country: 'CN', ...unrecorded })).toBe(480);
    expect(siteOffset(at, { country: 'IN', ...unrecorded })).toBe(330);
  });

  it('is that of the device in a country with several times, if the country has it', () => {
    expect(siteOffset(at, { country: 'ID', recorded: 'Asia/Makassar' })).toBe(480);
    expect(siteOffset(at, { country: 'ID', recorded: 'Europe/Paris' })).toBeNull();
    expect(siteOffset(at, { country: 'ID', ...unrecorded })).toBeNull();
  });

  it('is unknown where neither country nor device gives it', () => {
    expect(siteOffset(at, { country: null, ...unrecorded })).toBeNull();
    expect(siteOffset(at, { country: null, recorded: 'Not/AZone' })).toBeNull();
    expect(siteOffset(null, { country: 'MY', ...unrecorded })).toBeNull();
  });

  it('follows summer time', () => {
    expect(offsetOf('America/Santiago', '2026-01-10T12:00:00.000Z')).toBe(-180);
    expect(offsetOf('America/Santiago', '2026-07-10T12:00:00.000Z')).toBe(-240);
    expect(offsetOf('Not/AZone', at)).toBeNull();
  });
});
