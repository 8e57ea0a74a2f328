/** The words of a counterpart's turn as far as they have begun to sound. */
export interface Caption {
  turn: number;
  clauses: { n: number; text: string }[];
}

/** Knows every clause that is on its way and shows it when its sound begins. */
export class Captions {
  #turn = -1;
  readonly #texts = new Map<number, string>();
  #shown: Caption | undefined;

  get shown(): Caption | undefined {
    return this.#shown;
  }

  /** A clause is coming; a new turn forgets the one before. */
  coming(turn: number, n: number, text: string): void {
    if (turn !== this.#turn) this.#texts.clear();
    this.#turn = turn;
    this.#texts.set(n, text);
  }

  sounds(turn: number, n: number): void {
    if (turn !== this.#turn) return;
    const clauses = [...this.#texts]
      .filter(([other]) => other <= n)
      .sort(([a], [b]) => a - b)
      .map(([other, text]) => ({ n: other, text }));
    this.#shown = { turn, clauses };
  }

  /** What the record keeps is shorter than what sounded: the caption says no more than the record. */
  cut(turn: number, text: string): void {
    if (this.#shown?.turn === turn) this.#shown = { turn, clauses: [{ n: 0, text }] };
  }

  forget(): void {
    this.#turn = -1;
    this.#texts.clear();
    this.#shown = undefined;
  }
}
