import { hash, verify } from '@node-rs/argon2';
import { refuseRate } from '@taizhang/platform';

/** How many passwords are hashed at once; each takes 19 MB and a thread. */
const AT_ONCE = 2;
/** How many may wait; whoever comes after is asked to come back. */
const WAITING = 100;

let running = 0;
const queue: (() => void)[] = [];

/** Runs a hash when there is room for it, so that a flood of passwords exhausts neither memory nor threads. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_ONCE) running += 1;
  else {
    if (queue.length >= WAITING) throw refuseRate(2);
    // Whoever leaves hands over the place, so that nobody slips in between.
    await new Promise<void>((resolve) => queue.push(resolve));
  }
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }
}

/** Hashes a password with argon2id, in PHC format. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password));

/** Verified when there is no account, so that both answers take the same work. */
const unknownAccountHash = hash('taizhang: no account has this password');

/** Whether a password is that of an account; as much work when there is no account or it has none. */
export async function verifyPassword(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  const against = passwordHash ?? (await unknownAccountHash);
  const isRight = await inTurn(() => verify(against, password));
  return isRight && Boolean(passwordHash);
}
