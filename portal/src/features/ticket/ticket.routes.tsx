import type { RouteObject } from 'react-router';

export const ticketRoutes: RouteObject[] = [
  {
    path: '/tickets',
    lazy: async () => ({ Component: (await import('./pages/ticket-list-page')).TicketListPage }),
  },
  {
    path: '/tickets/:id',
    lazy: async () => ({ Component: (await import('./pages/ticket-page')).TicketPage }),
  },
];
