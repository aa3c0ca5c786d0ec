/** Why a benchmark ends early: one line in each language. */
export class BenchError extends Error {
  constructor(chinese: string, english: string) {
    super(`${chinese} / ${english}`);
    this.name = 'BenchError';
  }
}
