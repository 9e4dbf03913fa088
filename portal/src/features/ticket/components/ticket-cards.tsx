import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { graphql } from '../../../gql';
import { readFragment, type FragmentType } from '../../../gql/fragment-masking';
import { useLocalized } from '../../../shared/hooks/use-localized';
import { Moment } from '../../../shared/ui/moment';
import { ticketUrl } from '../../../shared/urls';
import { AssigneeName } from './assignee-name';
import { PromiseChips } from './promise-chips';
import { StateLabel } from './state-label';
import styles from './ticket-cards.module.css';

const TicketCards_ticket = graphql(`
  fragment TicketCards_ticket on Ticket {
    id
    number
    subject
    reportedAt
    state {
      category
      ...StateLabel_state
    }
    customer {
      id
      name
    }
    equipment {
      id
      model {
        id
        name {
          zh
          en
        }
      }
    }
    assignee {
      id
      name
    }
    ...PromiseChips_ticket
  }
`);

export interface TicketCardsProps {
  tickets: readonly FragmentType<typeof TicketCards_ticket>[];
  gone: ReadonlySet<string>;
}

/** The list on a phone. */
export function TicketCards({ tickets, gone }: TicketCardsProps) {
  const { t } = useTranslation('ticket');
  const localized = useLocalized();
  const { search } = useLocation();
  return (
    <ul className={styles.cards}>
      {readFragment(TicketCards_ticket, tickets).map((ticket) => (
        <li key={ticket.id} className={`${styles.card} ${gone.has(ticket.id) ? styles.gone : ''}`}>
          <div className={styles.line}>
            <span className="ac-number ac-soft">{ticket.number}</span>
            <StateLabel state={ticket.state} />
          </div>
          <Link to={ticketUrl(ticket.id)} state={{ list: search }} className={styles.subject}>
            <span className={styles.words} title={ticket.subject}>
              {ticket.subject}
            </span>
          </Link>
          <p className={styles.about}>
            {[ticket.customer.name, ticket.equipment && localized(ticket.equipment.model.name)]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <PromiseChips ticket={ticket} />
          <div className={styles.foot}>
            <AssigneeName assignee={ticket.assignee} closed={ticket.state.category === 'CLOSED'} />
            <span>
              {t('list.reported')} <Moment at={ticket.reportedAt} />
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
