import { afterEach, expect, test, vi } from 'vitest';
import { readSettings, SettingsError, shareOf } from './env.server';

afterEach(() => vi.unstubAllEnvs());

test('an empty environment has usable settings', () => {
  expect(readSettings({ PORT: '', SMTP_URL: '' })).toMatchObject({
    PORT: 3000,
    HOST: '127.0.0.1',
    DATA_DIR: '.data',
    TRUST_PROXY: false,
    NODE_ENV: 'production',
  });
});

test('lists every invalid setting at once, with valid values', () => {
  const wrong = {
    PORT: '99999',
    WEB_PROCESSES: '0',
    HOST: 'http://x/',
    DATABASE_URL: 'mysql://x',
    PUBLIC_URL: 'manumit.example.org',
    SMTP_URL: 'mail:25',
    TRUST_PROXY: 'yes',
    LOG_LEVEL: 'loud',
    APP_SECRET: 'short',
    S3_BUCKET: 'No Bucket',
    S3_ENDPOINT: 's3.example.org',
    CLAMD_URL: 'localhost:3310',
  };
  let message = '';
  try {
    readSettings(wrong);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    message = error instanceof Error ? error.message : '';
  }
  for (const name of Object.keys(wrong)) expect(message).toContain(`  ${name} must `);
  expect(message).toContain('0 to 65535');
});

test('a public address keeps no trailing slash and may have no path', () => {
  expect(readSettings({ PUBLIC_URL: 'https://a.example/' }).PUBLIC_URL).toBe('https://a.example');
  expect(() => readSettings({ PUBLIC_URL: 'https://a.example/manumit' })).toThrow(/no path/);
});

test('several web processes divide a limit, and each keeps at least one', () => {
  vi.stubEnv('PROCESSES_ALIKE', '');
  expect([shareOf(10), shareOf(1)]).toEqual([10, 1]);
  vi.stubEnv('PROCESSES_ALIKE', '4');
  expect([shareOf(40), shareOf(10), shareOf(1)]).toEqual([10, 3, 1]);
});
