import { sha256, verifyPassword } from '../../platform/auth';
import type { Clock } from '../../platform/clock';
import type { MachineDb } from '../../platform/database';
import { PublicError, Refusal } from '../../platform/errors';
import type { House } from './identity.service';
import { housesOfLogin } from './identity.service';

/** Wrong passwords that one e-mail may collect within the window, known or not. */
const failuresAllowed = 10;
const windowMs = 15 * 60_000;

const signInFailed = () =>
  new Refusal('SIGN_IN_FAILED', ['password'], {
    zh: '邮箱或密码不正确，请核对后重试。',
    en: 'The e-mail or the password is not right. Check both and try again.',
  });

/** Checks e-mail and password, with the same answer in the same time whether or not the e-mail exists. */
export class SignIn {
  constructor(
    private readonly machine: MachineDb,
    private readonly clock: Clock,
  ) {}

  /**
   * The houses that this person may enter.
   * @throws Refusal SIGN_IN_FAILED · PublicError THROTTLED after too many failures
   */
  async check(email: string, password: string): Promise<House[]> {
    const normal = email.trim().toLowerCase();
    await this.countAttempt(normal);
    const [login] = await this.machine.query<{ id: string; password_hash: string }>(
      'SELECT id, password_hash FROM login WHERE email = $1',
      [normal],
    );
    if (!(await verifyPassword(login?.password_hash, password)) || !login) throw signInFailed();
    await this.machine.query('DELETE FROM sign_in_attempt WHERE email_hash = $1', [sha256(normal)]);
    const houses = await housesOfLogin(this.machine, '$1', [login.id]);
    if (houses.length === 0) throw signInFailed();
    return houses;
  }

  /** As `check`, for one house; a house that this person does not belong to fails like a wrong password. */
  async checkFor(email: string, password: string, slug: string): Promise<House> {
    const house = (await this.check(email, password)).find((each) => each.slug === slug);
    if (!house) throw signInFailed();
    return house;
  }

  /** Counts before the password is looked at, so that attempts made at once cannot slip past the limit. */
  private async countAttempt(email: string): Promise<void> {
    const now = this.clock.now();
    const [attempt] = await this.machine.query<{ failures: number; window_started_at: Date }>(
      `INSERT INTO sign_in_attempt AS a (email_hash, failures, window_started_at) VALUES ($1, 1, $2)
       ON CONFLICT (email_hash) DO UPDATE SET
         failures = CASE WHEN a.window_started_at < $3 THEN 1 ELSE a.failures + 1 END,
         window_started_at = CASE WHEN a.window_started_at < $3 THEN $2 ELSE a.window_started_at END
       RETURNING failures, window_started_at`,
      [sha256(email), now, new Date(now.getTime() - windowMs)],
    );
    if (attempt && attempt.failures > failuresAllowed) {
      const retryAfterSeconds = Math.ceil(
        (attempt.window_started_at.getTime() + windowMs - now.getTime()) / 1000,
      );
      throw new PublicError(
        'THROTTLED',
        {
          zh: `登录尝试次数过多，请 ${Math.ceil(retryAfterSeconds / 60)} 分钟后再试。`,
          en: `Too many attempts to sign in. Try again in ${Math.ceil(retryAfterSeconds / 60)} minutes.`,
        },
        {
          retryAfterSeconds,
        },
      );
    }
  }
}
