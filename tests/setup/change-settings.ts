/** Changes settings of the environment for the rest of a test file; undefined removes one. The application reads them at its next call. */
export async function changeSettings(settings: Record<string, string | undefined>): Promise<void> {
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  const { forgetEnvironment } = await import('~/env.server');
  forgetEnvironment();
}
