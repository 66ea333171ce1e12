import { z } from 'zod';
import { m } from '~/paraglide/messages';
import { enteredDay, pastDay } from '~/platform/forms/entered-day';
import { latinDigits } from '~/platform/forms/latin-digits';

export const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: () => m.monitoring_problem_long() })
    .optional()
    .default('');
export const needed = (most: number, error: () => string) =>
  z
    .string({ error })
    .trim()
    .min(1, { error })
    .max(most, { error: () => m.monitoring_problem_long() });
export const day = enteredDay(() => m.monitoring_problem_day());
export const dayThatWas = pastDay(() => m.monitoring_problem_day());
export const whole = (most: number, error: () => string) =>
  z
    .string({ error })
    .transform((text) => Number(latinDigits(text).replace(/\s/g, '')))
    .refine((value) => Number.isInteger(value) && value >= 1 && value <= most, { error });
