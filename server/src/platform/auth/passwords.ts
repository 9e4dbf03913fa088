import { hash, verify } from '@node-rs/argon2';
import { PublicError } from '../errors';

// argon2id with the least memory and passes that OWASP advises (19 MiB, 2 passes)
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = 4;
const mostWaiting = 100;

const tooManySignIns = () =>
  new PublicError(
    'THROTTLED',
    {
      zh: '同时登录的人过多，请几秒后再试。',
      en: 'Too many people sign in at this moment. Try again in a few seconds.',
    },
    {
      retryAfterSeconds: 5,
    },
  );

/** Hashing takes a core and 19 MiB for a while, so only a few run at once; the others wait their turn. */
class Turnstile {
  private inside = 0;
  private readonly waiting: Array<() => void> = [];

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting.length >= mostWaiting) throw tooManySignIns();
    if (this.inside >= atOnce) await new Promise<void>((enter) => this.waiting.push(enter));
    this.inside += 1;
    try {
      return await work();
    } finally {
      this.inside -= 1;
      this.waiting.shift()?.();
    }
  }
}

const turnstile = new Turnstile();

export const hashPassword = (password: string): Promise<string> =>
  turnstile.pass(() => hash(password, parameters));

let dummy: Promise<string> | undefined;

/** Takes the same time whether or not there is a stored hash, so that a stranger cannot tell which e-mails exist. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  dummy ??= hashPassword('no login has this password');
  const against = stored ?? (await dummy);
  const matches = await turnstile.pass(() => verify(against, password));
  return matches && stored !== undefined;
}

/** Makes the stand-in hash ahead of the first sign-in, so that not even that one is slower. */
export async function preparePasswords(): Promise<void> {
  dummy ??= hashPassword('no login has this password');
  await dummy;
}
