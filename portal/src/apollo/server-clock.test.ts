import { ServerClock } from './server-clock';

test('a device whose clock is ten minutes behind still counts by the server', () => {
  let device = Date.parse('2026-11-20T01:50:00.000Z');
  const clock = new ServerClock(() => device);
  const askedAt = device;
  device += 200;
  clock.learn('2026-11-20T02:00:00.100Z', askedAt);
  expect(new Date(clock.now()).toISOString()).toBe('2026-11-20T02:00:00.200Z');
  device += 60_000;
  expect(new Date(clock.now()).toISOString()).toBe('2026-11-20T02:01:00.200Z');
});
