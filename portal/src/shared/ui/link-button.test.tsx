import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router';
import { LinkButton } from './link-button';

test('a link that looks like a button is one tab stop and goes where it says', async () => {
  render(
    <MemoryRouter>
      <Routes>
        <Route path="/" element={<LinkButton to="/there">Go</LinkButton>} />
        <Route path="/there" element={<p>Arrived</p>} />
      </Routes>
    </MemoryRouter>,
  );
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByRole('link', { name: 'Go' }).getAttribute('href')).toBe('/there');
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await screen.findByText('Arrived');
});
