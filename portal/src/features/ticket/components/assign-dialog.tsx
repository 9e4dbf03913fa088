import { useQuery } from '@apollo/client/react';
import { Alert, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeProblem } from '../../../apollo/errors';
import { graphql } from '../../../gql';
import { ProblemPanel } from '../../../shared/ui/problem-panel';
import { useToast } from '../../../shared/ui/toast';
import { useAssign } from '../actions/use-assign';

const AssignableMembersDocument = graphql(`
  query AssignableMembers {
    assignableMembers {
      id
      name
      roles
    }
  }
`);

interface Assigned {
  id: string;
  version: number;
  assignee: { name: string } | null;
}

export interface AssignDialogProps {
  /** As the ticket was when the reader began to choose. */
  opened: Assigned;
  /** As it is now, which may be different. */
  current: Assigned;
  onClose: () => void;
}

export function AssignDialog({ opened, current, onClose }: AssignDialogProps) {
  const { t } = useTranslation('ticket');
  const toast = useToast();
  const { data, error, loading, refetch } = useQuery(AssignableMembersDocument, {
    fetchPolicy: 'cache-and-network',
  });
  const [assigneeId, setAssigneeId] = useState<string>();
  const { assign, busy, refusal } = useAssign();

  const members = data?.assignableMembers ?? [];
  const chosen = members.find(({ id }) => id === assigneeId);
  const conflict = refusal?.conflict;

  const submit = async (): Promise<void> => {
    if (!chosen) return;
    const expectedVersion = conflict?.currentVersion ?? opened.version;
    if (await assign({ ticketId: opened.id, assigneeId: chosen.id, expectedVersion })) {
      void toast.success(t('assign.done', { name: chosen.name }));
      onClose();
    }
  };

  return (
    <Modal
      open
      title={t('assign.title')}
      okText={conflict && chosen ? t('assign.stillAssign', { name: chosen.name }) : t('assign.submit')}
      okButtonProps={{ disabled: !chosen }}
      confirmLoading={busy}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {error && !data ? (
        <ProblemPanel problem={describeProblem(error)} retry={() => void refetch()} />
      ) : (
        <Form layout="vertical">
          <Form.Item label={t('assign.who')} htmlFor="assignee">
            <Select
              id="assignee"
              autoFocus
              loading={loading}
              placeholder={t('assign.placeholder')}
              notFoundContent={loading ? null : t('assign.noMembers')}
              value={assigneeId}
              onChange={setAssigneeId}
              showSearch={{ optionFilterProp: 'label' }}
              options={members.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          {conflict ? (
            <Alert
              type="warning"
              showIcon
              title={t('assign.conflict')}
              description={t('assign.conflictText', {
                changed: changedWords(conflict.changed, t),
                assignee: current.assignee?.name ?? t('unassigned'),
              })}
            />
          ) : (
            refusal && <Alert type="error" showIcon title={refusal.message || t('assign.failed')} />
          )}
        </Form>
      )}
    </Modal>
  );
}

const knownFields = ['assignee', 'state', 'subject', 'description', 'site', 'equipment'] as const;

function changedWords(
  fields: readonly string[],
  t: ReturnType<typeof useTranslation<'ticket'>>['t'],
): string {
  const words = fields.map((field) => {
    const known = knownFields.find((name) => name === field);
    return known ? t(`assign.changed.${known}`) : t('assign.conflictUnknown');
  });
  return [...new Set(words.length > 0 ? words : [t('assign.conflictUnknown')])].join('、');
}
