/** Whether a text, read as JSON, has lists and objects within each other more than `depth` times: counted before it is parsed, without a stack. */
export function isDeeper(json: string, depth: number): boolean {
  let open = 0;
  let isText = false;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json.charCodeAt(at);
    if (isText) {
      if (sign === 0x5c) at += 1;
      else if (sign === 0x22) isText = false;
    } else if (sign === 0x22) isText = true;
    else if (sign === 0x5b || sign === 0x7b) {
      open += 1;
      if (open > depth) return true;
    } else if (sign === 0x5d || sign === 0x7d) open -= 1;
  }
  return false;
}
