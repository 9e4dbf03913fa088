import { createBrowserRouter, Navigate, redirect, type LoaderFunctionArgs } from 'react-router';
import { session } from '../apollo/services';
import { reportRoutes } from '../features/report/report.routes';
import { signInRoutes } from '../features/sign-in/sign-in.routes';
import { signInUrl } from '../features/sign-in/sign-in.urls';
import { ticketRoutes } from '../features/ticket/ticket.routes';
import { ticketListUrl } from '../shared/urls';
import { NotFoundPage } from './pages/not-found-page';
import { RouteProblem } from './pages/route-problem';
import { Starting } from './pages/starting';
import { Shell } from './shell/shell';

/** Lets only those in who are signed in; the others come back here afterwards. */
async function requireSession({ request }: LoaderFunctionArgs): Promise<null> {
  const { pathname, search } = new URL(request.url);
  if (session.status !== 'signed-in' && !(await session.renew()))
    throw redirect(signInUrl(pathname + search));
  return null;
}

export const router = createBrowserRouter([
  ...signInRoutes.map((route) => ({ ...route, errorElement: <RouteProblem />, HydrateFallback: Starting })),
  {
    Component: Shell,
    loader: requireSession,
    errorElement: <RouteProblem />,
    HydrateFallback: Starting,
    shouldRevalidate: () => false,
    children: [
      {
        errorElement: <RouteProblem />,
        children: [
          { index: true, element: <Navigate to={ticketListUrl()} replace /> },
          ...reportRoutes,
          ...ticketRoutes,
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
]);
