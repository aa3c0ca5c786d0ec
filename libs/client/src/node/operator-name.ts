import { userInfo } from 'node:os';

/** Whoever runs this program, as the machine knows them; nothing where it does not. */
export function operatorName(): { operator?: string } {
  try {
    return { operator: userInfo().username };
  } catch {
    return {};
  }
}

/** The header by which a hub's log names whoever runs a program. */
export function operatorHeader(): Record<string, string> {
  const { operator } = operatorName();
  return operator ? { 'x-taizhang-operator': encodeURIComponent(operator) } : {};
}
