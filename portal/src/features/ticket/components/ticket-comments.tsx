import { LockOutlined, TeamOutlined } from '@ant-design/icons';
import { useApolloClient } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import { readFragment, type FragmentType } from '../../../gql/fragment-masking';
import { Label } from '../../../shared/ui/label';
import { Moment } from '../../../shared/ui/moment';
import { Panel } from '../../../shared/ui/panel';
import { CommentForm } from './comment-form';
import styles from './ticket-comments.module.css';

const TicketComments_ticket = graphql(`
  fragment TicketComments_ticket on Ticket {
    id
    comments(first: 100) {
      edges {
        cursor
        node {
          id
          body
          audience
          createdAt
          author {
            id
            name
            dealer {
              id
              name
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const MoreCommentsDocument = graphql(`
  query MoreComments($id: ID!, $after: String) {
    ticket(id: $id) {
      id
      comments(first: 100, after: $after) {
        edges {
          cursor
          node {
            id
            body
            audience
            createdAt
            author {
              id
              name
              dealer {
                id
                name
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export interface TicketCommentsProps {
  ticket: FragmentType<typeof TicketComments_ticket>;
  mayComment: boolean;
  /** Only the maker's own people may write what the dealer does not read. */
  mayWriteInternally: boolean;
}

export function TicketComments(props: TicketCommentsProps) {
  const { t } = useTranslation('ticket');
  const { id, comments } = readFragment(TicketComments_ticket, props.ticket);
  return (
    <Panel title={t('comments.title')}>
      {comments.edges.length === 0 && <p className="ac-soft">{t('comments.none')}</p>}
      <ol className={styles.comments}>
        {comments.edges.map(({ node }) => (
          <li
            key={node.id}
            className={`${styles.comment} ${node.audience === 'INTERNAL' ? styles.internal : ''}`}
          >
            <div className={styles.head}>
              <strong>{node.author?.name ?? t('comments.system')}</strong>
              {node.author?.dealer && <span className="ac-soft">{node.author.dealer.name}</span>}
              {props.mayWriteInternally && (
                <Label
                  tone={node.audience === 'INTERNAL' ? 'warn' : 'neutral'}
                  icon={
                    node.audience === 'INTERNAL' ? <LockOutlined aria-hidden /> : <TeamOutlined aria-hidden />
                  }
                >
                  {t(`comments.${node.audience}`)}
                </Label>
              )}
              <span className={styles.time}>
                <Moment at={node.createdAt} />
              </span>
            </div>
            <p className={styles.body}>{node.body}</p>
          </li>
        ))}
      </ol>
      {comments.pageInfo.hasNextPage && <MoreComments id={id} after={comments.pageInfo.endCursor} />}
      {props.mayComment && <CommentForm ticketId={id} mayWriteInternally={props.mayWriteInternally} />}
    </Panel>
  );
}

function MoreComments({ id, after }: { id: string; after: string | null }) {
  const { t } = useTranslation('ticket');
  const client = useApolloClient();
  const [loading, setLoading] = useState(false);
  const load = async (): Promise<void> => {
    setLoading(true);
    await client
      .query({ query: MoreCommentsDocument, variables: { id, after }, fetchPolicy: 'network-only' })
      .catch(() => undefined);
    setLoading(false);
  };
  return (
    <Button loading={loading} onClick={() => void load()}>
      {t('comments.more')}
    </Button>
  );
}
