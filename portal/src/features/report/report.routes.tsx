import type { RouteObject } from 'react-router';
import { newTicketUrl } from '../../shared/urls';

export const reportRoutes: RouteObject[] = [
  {
    path: newTicketUrl(),
    lazy: async () => ({ Component: (await import('./pages/report-page')).ReportPage }),
  },
];
