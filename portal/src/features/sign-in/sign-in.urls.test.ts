import { nextPath, signInUrl } from './sign-in.urls';

const after = (url: string) => nextPath(new URL(url, 'http://house.example').searchParams);

test('signing in leads back to the page that asked for it, with its filters', () => {
  expect(after(signInUrl('/tickets?order=due&unassigned=1'))).toBe('/tickets?order=due&unassigned=1');
});

test.each(['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example', ''])(
  'signing in never leads out of the portal: %s',
  (next) => expect(after(`/sign-in?next=${encodeURIComponent(next)}`)).toBe('/'),
);
