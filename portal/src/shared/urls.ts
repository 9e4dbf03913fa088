/** Addresses that one feature links to and another serves. */
export const ticketListUrl = (search = ''): string => `/tickets${search}`;
export const ticketUrl = (id: string): string => `/tickets/${encodeURIComponent(id)}`;
/** The form that files a ticket. */
export const newTicketUrl = (): string => '/tickets/new';
