import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import './app/base.css';
import { startI18n } from './app/i18n';
import { Providers } from './app/providers';
import { router } from './app/router';

void startI18n().then(() =>
  createRoot(document.getElementById('root') as HTMLElement).render(
    <Providers>
      <RouterProvider router={router} />
    </Providers>,
  ),
);
