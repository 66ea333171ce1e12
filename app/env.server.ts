import { z } from 'zod';

const optional = z.string().trim().min(1).optional();

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  /** Connection of the role manumit_app; the start program derives it from the owner's. */
  APP_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  APP_SECRET: z.string().min(32, 'must have at least 32 characters'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMTP_URL: optional,
  TRUST_PROXY: z
    .enum(['0', '1', 'true', 'false'])
    .default('0')
    .transform((value) => value === '1' || value === 'true'),
});

export type Environment = z.infer<typeof schema>;
let parsed: Environment | undefined;

/** The settings, parsed once. Throws one error that names every wrong setting. */
export function environment(): Environment {
  if (parsed) return parsed;
  const result = schema.safeParse(process.env);
  if (!result.success)
    throw new Error(
      `Settings cannot be used:\n${result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`).join('\n')}`,
    );
  parsed = result.data;
  return parsed;
}
