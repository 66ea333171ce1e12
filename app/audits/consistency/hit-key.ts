import { ruleOf } from './catalogue';
import type { Rule } from './rule';

/** The rule that a hit's key names; undefined for none. */
export const ruleOfKey = (key: string): Rule | undefined => ruleOf(key.split(':')[0] ?? '');
/** The questions or entries that a hit's key names. */
export const subjectsOfKey = (key: string): string[] => key.split(':').slice(1).join(':').split('/').filter(Boolean);

/** Whether a hit may be explained under this key: that of a rule of the catalogue, with or without a subject. */
export const isHitKey = (key: string): boolean => /^[A-G]\d+(:[\w ./~-]{1,58})?$/.test(key) && ruleOfKey(key) !== undefined;
