const same = (text: string) => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase();

/** Whether what was typed is the name that had to be typed, whatever its case and spaces. */
export const isName = (typed: string, name: string): boolean => same(typed) === same(name);
