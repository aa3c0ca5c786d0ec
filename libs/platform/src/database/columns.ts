/** A day of an input as the database stores it; undefined stays undefined, so that the column stays as it is. */
export function toDay(day: string | null | undefined): Date | null | undefined {
  return typeof day === 'string' ? new Date(`${day}T00:00:00Z`) : day;
}

/** A stored day as the rules compare it. */
export function fromDay(day: Date | null): string | null {
  return day ? day.toISOString().slice(0, 10) : null;
}

/** Leaves out what is undefined: Prisma refuses it, and a column that is not named stays as it is. */
export function given<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
