import { expect, it, vi } from 'vitest';
import { siteMoment } from './site-moment';

const inCountry = (country: string) => ({ law: { country, requirements: {} } });

it('shows a moment by the clocks of the site, whatever the zone of the device', () => {
  vi.stubEnv('TZ', 'America/Lima');
  expect(siteMoment(inCountry('VN'), '2026-12-01T20:30:00.000Z')).toBe('2 Dec 2026, 03:30 (UTC+7)');
  expect(siteMoment(inCountry('IN'), '2026-12-01T20:30:00.000Z')).toBe('2 Dec 2026, 02:00 (UTC+5:30)');
  vi.unstubAllEnvs();
});

it('shows UTC where the country has several zones and the device is in none of them', () => {
  vi.stubEnv('TZ', 'Europe/Paris');
  expect(siteMoment(inCountry('BR'), '2026-12-01T20:30:00.000Z')).toMatch(/20:30 UTC$/);
  vi.unstubAllEnvs();
});
