import { Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { graphql } from '../../../gql';
import { readFragment, type FragmentType } from '../../../gql/fragment-masking';
import type { TicketTable_ticketFragment } from '../../../gql/graphql';
import { useLocalized } from '../../../shared/hooks/use-localized';
import { Moment } from '../../../shared/ui/moment';
import { ticketUrl } from '../../../shared/urls';
import { AssigneeName } from './assignee-name';
import { PromiseChips } from './promise-chips';
import { StateLabel } from './state-label';
import styles from './ticket-table.module.css';

const TicketTable_ticket = graphql(`
  fragment TicketTable_ticket on Ticket {
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
      serial
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

type Row = TicketTable_ticketFragment;

export interface TicketTableProps {
  tickets: readonly FragmentType<typeof TicketTable_ticket>[];
  loading: boolean;
  /** Tickets that the reader may no longer see; their rows stay in place, greyed. */
  gone: ReadonlySet<string>;
}

export function TicketTable({ tickets, loading, gone }: TicketTableProps) {
  const { t } = useTranslation('ticket');
  const rows = readFragment(TicketTable_ticket, tickets);
  const navigate = useNavigate();
  const { search } = useLocation();

  const columns = useMemo<TableColumnsType<Row>>(() => {
    // A row object is replaced only when its ticket changed.
    const shouldCellUpdate = (row: Row, before: Row): boolean => row !== before;
    return [
      {
        key: 'number',
        title: t('column.number'),
        width: 136,
        shouldCellUpdate,
        render: (_, { id, number }) => (
          <Link to={ticketUrl(id)} state={{ list: search }} className="ac-number">
            {number}
          </Link>
        ),
      },
      {
        key: 'subject',
        title: t('column.subject'),
        shouldCellUpdate,
        render: (_, row) => <Subject row={row} />,
      },
      {
        key: 'state',
        title: t('column.state'),
        width: 112,
        shouldCellUpdate,
        render: (_, { state }) => <StateLabel state={state} />,
      },
      {
        key: 'promises',
        title: t('column.promises'),
        shouldCellUpdate,
        render: (_, row) => <PromiseChips ticket={row} />,
      },
      {
        key: 'assignee',
        title: t('column.assignee'),
        width: 112,
        responsive: ['lg'],
        shouldCellUpdate,
        render: (_, { assignee, state }) => (
          <AssigneeName assignee={assignee} closed={state.category === 'CLOSED'} />
        ),
      },
      {
        key: 'reportedAt',
        title: t('column.reportedAt'),
        width: 148,
        responsive: ['xl'],
        shouldCellUpdate,
        render: (_, { reportedAt }) => <Moment at={reportedAt} />,
      },
    ];
  }, [t, search]);

  return (
    <div className={styles.frame}>
      <Table<Row>
        rowKey="id"
        columns={columns}
        dataSource={rows as Row[]}
        loading={{ spinning: loading, delay: 200 }}
        pagination={false}
        scroll={{ x: 660 }}
        rowClassName={({ id }) => (gone.has(id) ? `${styles.gone}` : `${styles.row}`)}
        onRow={({ id }) => ({
          onClick: (event) => {
            const onLink = (event.target as HTMLElement).closest('a') !== null;
            const selecting = (window.getSelection()?.toString() ?? '') !== '';
            if (!onLink && !selecting && !gone.has(id))
              void navigate(ticketUrl(id), { state: { list: search } });
          },
        })}
      />
    </div>
  );
}

function Subject({ row }: { row: Row }) {
  const localized = useLocalized();
  return (
    <>
      <div className={styles.subject} title={row.subject}>
        {row.subject}
      </div>
      <div className={styles.about}>
        {[row.customer.name, row.equipment && localized(row.equipment.model.name)]
          .filter(Boolean)
          .join(' · ')}{' '}
        {row.equipment && <span className={styles.serial}>{row.equipment.serial}</span>}
      </div>
    </>
  );
}
