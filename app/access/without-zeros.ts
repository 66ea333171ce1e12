/** PostgreSQL holds no zero character: it is taken out of the JSON, but not where a backslash before it makes it six plain characters. */
export function withoutZeros(json: string): string {
  return json.includes('\\u0000') ? json.replace(/(?<!\\)((?:\\\\)*)\\u0000/g, '$1') : json;
}
