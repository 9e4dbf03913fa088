import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import { readFragment, type FragmentType } from '../../../gql/fragment-masking';
import { useLocalized } from '../../../shared/hooks/use-localized';
import { useProvince } from '../../../shared/hooks/use-province';
import { Moment } from '../../../shared/ui/moment';
import { Panel } from '../../../shared/ui/panel';
import { AssigneeName } from './assignee-name';
import styles from './ticket-facts.module.css';

const TicketFacts_ticket = graphql(`
  fragment TicketFacts_ticket on Ticket {
    id
    channel
    reporterName
    reporterPhone
    reportedAt
    createdAt
    state {
      key
      category
    }
    requestType {
      key
      label {
        zh
        en
      }
    }
    equipment {
      id
      serial
      model {
        id
        name {
          zh
          en
        }
      }
    }
    customer {
      id
      name
    }
    site {
      id
      name
      province
    }
    dealer {
      id
      name
    }
    assignee {
      id
      name
    }
    createdBy {
      id
      name
    }
  }
`);

export function TicketFacts(props: { ticket: FragmentType<typeof TicketFacts_ticket> }) {
  const { t } = useTranslation(['ticket', 'shared']);
  const localized = useLocalized();
  const province = useProvince();
  const ticket = readFragment(TicketFacts_ticket, props.ticket);
  const { equipment, site } = ticket;
  const recordedLater = Date.parse(ticket.createdAt) - Date.parse(ticket.reportedAt) > 60_000;
  const facts: [label: string, value: ReactNode][] = [
    [
      t('facts.assignee'),
      <AssigneeName key="assignee" assignee={ticket.assignee} closed={ticket.state.category === 'CLOSED'} />,
    ],
    [t('facts.requestType'), localized(ticket.requestType.label)],
    [t('facts.equipment'), equipment && localized(equipment.model.name)],
    [t('facts.serial'), equipment && <span className="ac-number">{equipment.serial}</span>],
    [t('facts.customer'), ticket.customer.name],
    [t('facts.site'), site && [site.name, province(site.province)].join(' · ')],
    [t('facts.dealer'), ticket.dealer?.name],
    [t('facts.reporter'), ticket.reporterName],
    [t('facts.phone'), ticket.reporterPhone && <span className="ac-number">{ticket.reporterPhone}</span>],
    [t('facts.channel'), t(`shared:channel.${ticket.channel}`)],
    [t('facts.reportedAt'), <Moment key="reported" at={ticket.reportedAt} />],
    [t('facts.createdAt'), recordedLater && <Moment key="created" at={ticket.createdAt} />],
    [t('facts.createdBy'), ticket.createdBy?.name],
  ];
  return (
    <Panel title={t('facts.title')}>
      <dl className={styles.facts}>
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label} className={styles.fact}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </Panel>
  );
}
