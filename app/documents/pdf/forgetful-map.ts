/**
 * Keeps what was made for a text while the process lives, and forgets all of it once it weighs more than `most`: what a process may hold that draws for days
 * is bounded.
 */
export class ForgetfulMap<Value> {
  readonly #most: number;
  readonly #known = new Map<string, Value>();
  #weight = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Value | undefined {
    return this.#known.get(key);
  }

  set(key: string, value: Value, weight: number): void {
    if (this.#weight + weight > this.#most) {
      this.#known.clear();
      this.#weight = 0;
    }
    this.#known.set(key, value);
    this.#weight += weight;
  }
}
