import { UserSwitchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import { readFragment, type FragmentType } from '../../../gql/fragment-masking';

const AssignDialog = lazy(async () => ({ default: (await import('./assign-dialog')).AssignDialog }));

const AssignButton_ticket = graphql(`
  fragment AssignButton_ticket on Ticket {
    id
    version
    assignee {
      id
      name
    }
  }
`);

export function AssignButton(props: { ticket: FragmentType<typeof AssignButton_ticket> }) {
  const { t } = useTranslation('ticket');
  const ticket = readFragment(AssignButton_ticket, props.ticket);
  // The ticket as it was when the dialog opened: what the reader decides upon.
  const [opened, setOpened] = useState<typeof ticket>();
  return (
    <>
      <Button
        type={ticket.assignee ? 'default' : 'primary'}
        icon={<UserSwitchOutlined aria-hidden />}
        onClick={() => setOpened(ticket)}
      >
        {t(ticket.assignee ? 'assign.again' : 'assign.action')}
      </Button>
      {opened && (
        <Suspense>
          <AssignDialog opened={opened} current={ticket} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </>
  );
}
