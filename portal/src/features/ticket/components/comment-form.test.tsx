import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { of, throwError } from 'rxjs';
import { i18nOptions } from '../../../app/i18n';
import type { TicketCommentAddInput } from '../../../gql/graphql';
import { forgetDrafts } from '../../../shared/hooks/use-draft';
import { CommentForm } from './comment-form';

// Pictures say nothing here.
jest.mock('@ant-design/icons', () => ({ LockOutlined: () => null, TeamOutlined: () => null }));

beforeAll(() => i18next.use(initReactI18next).init({ ...i18nOptions, lng: 'zh-CN' }));
afterEach(forgetDrafts);

/** The form beside the ticket it belongs to, on a server that answers each sending with the next code. */
function form(...codes: string[]) {
  const sent: TicketCommentAddInput[] = [];
  let readings = 0;
  const link = new ApolloLink(({ operationName, variables }) => {
    if (operationName === 'TicketPage') {
      readings += 1;
      return of({ data: { serverTime: '2026-11-20T02:00:00Z' } });
    }
    sent.push(variables['input'] as TicketCommentAddInput);
    const code = codes.shift();
    if (code === 'LOST') return throwError(() => new TypeError('fetch failed'));
    const userErrors = code ? [{ code, field: ['idempotencyKey'], message: '提交编号已用过' }] : [];
    const ticketCommentAdd = { comment: null, ticket: null, userErrors };
    return of({ data: { ticketCommentAdd } });
  });
  const client = new ApolloClient({ cache: new InMemoryCache(), link });
  const page = client
    .watchQuery({
      query: gql`
        query TicketPage {
          serverTime
        }
      `,
    })
    .subscribe({});
  render(
    <ApolloProvider client={client}>
      <CommentForm ticketId="t-1" mayWriteInternally={false} />
    </ApolloProvider>,
  );
  return { sent, readings: () => readings, leave: () => page.unsubscribe() };
}

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '内容' });
const send = () => userEvent.click(screen.getByRole('button', { name: /发\s*送/ }));

test('after a lost answer and a change of mind the new text is kept and can be sent', async () => {
  const { sent, readings, leave } = form('LOST', 'IDEMPOTENCY_KEY_REUSED');
  await userEvent.type(field(), '备用链明早到');
  await send();
  await screen.findByText(/不会重复发送/);
  await userEvent.type(field(), '，八点');
  await send();
  await screen.findByText(/其实已经发出/);
  expect(field().value).toBe('备用链明早到，八点');
  expect(screen.queryByText(/提交编号/)).toBeNull();
  expect(readings()).toBe(2);
  await send();
  expect(field().value).toBe('');
  const keys = sent.map(({ idempotencyKey }) => idempotencyKey);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[1]);
  leave();
});

test('a text that is too long is neither cut nor sent', async () => {
  const { sent, leave } = form();
  await userEvent.click(field());
  await userEvent.paste('长'.repeat(10_001));
  expect(field().value).toHaveLength(10_001);
  expect(screen.getByText('10001 / 10000')).toBeTruthy();
  await send();
  expect(sent).toEqual([]);
  leave();
});
