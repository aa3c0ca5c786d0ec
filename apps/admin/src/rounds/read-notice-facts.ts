/** Contacts as the hub stores them: `[{ kind, value }]`. The contract types them as JSON, so each is looked at. */
export function readContacts(contacts: unknown): { kind: string; value: string }[] {
  if (!Array.isArray(contacts)) return [];
  return contacts.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('kind' in one) || !('value' in one)) return [];
    return typeof one.kind === 'string' && typeof one.value === 'string'
      ? [{ kind: one.kind, value: one.value }]
      : [];
  });
}

/** Totals that the notice states, name by name; what it does not state is left out. */
export function readStated(stated: unknown): { key: string; value: string }[] {
  if (typeof stated !== 'object' || stated === null) return [];
  return Object.entries(stated).flatMap(([key, value]: [string, unknown]) => {
    const shown = statedValue(value);
    return shown === null ? [] : [{ key, value: shown }];
  });
}

// A stated total is a figure, a list of them, or a figure with its place in the text.
function statedValue(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'string') return String(value);
  if (Array.isArray(value)) {
    const parts = value.map(statedValue).filter((one) => one !== null);
    return parts.length > 0 ? parts.join('、') : null;
  }
  if (typeof value === 'object' && value !== null && 'value' in value)
    return statedValue(value.value);
  return null;
}
