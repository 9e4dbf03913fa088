import { hashPassword, verifyPassword } from './passwords';

describe('passwords', () => {
  it('are kept as argon2id with at least 19 MiB and two passes, salted', async () => {
    const [one, two] = await Promise.all([hashPassword('same'), hashPassword('same')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('fit only what they were made from', async () => {
    const stored = await hashPassword('四季青 of spring');
    expect(await verifyPassword(stored, '四季青 of spring')).toBe(true);
    expect(await verifyPassword(stored, '四季青 of Spring')).toBe(false);
    expect(await verifyPassword(stored, '')).toBe(false);
  });

  it('fit nobody where there is no login, not even the stand-in', async () => {
    expect(await verifyPassword(undefined, 'no login has this password')).toBe(false);
  });

  it('still get their turn when many are checked at once', async () => {
    const stored = await hashPassword('right');
    const guesses = Array.from({ length: 12 }, (_, index) => (index % 3 === 0 ? 'right' : 'wrong'));
    const answers = await Promise.all(guesses.map((guess) => verifyPassword(stored, guess)));
    expect(answers).toEqual(guesses.map((guess) => guess === 'right'));
  });
});
