import { hash, verify } from '@node-rs/argon2';

/** Argon2id is the package's own default; its cost is written out. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Shortest and longest password in characters; long ones are refused so that hashing cannot be made slow. */
export const passwordLength = { min: 12, max: 200 } as const;

let dummy: Promise<string> | undefined;

/** Argon2id, 19 MiB, two passes (about 30 ms). Never inside a transaction. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

/** Whether the password matches the hash. Without a hash it takes the same time and returns false. */
export async function verifyPassword(password: string, passwordHash: string | null | undefined): Promise<boolean> {
  dummy ??= hashPassword('nobody signs in with this');
  const isRight = await verify(passwordHash ?? (await dummy), password.slice(0, passwordLength.max).normalize('NFKC')).catch(() => false);
  return isRight && passwordHash != null;
}
