/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
  '\n  mutation TicketCreate($input: TicketCreateInput!) {\n    ticketCreate(input: $input) {\n      ticket {\n        id\n        number\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n': typeof types.TicketCreateDocument;
  '\n  query IntakeForm($key: String!) {\n    requestType(key: $key) {\n      key\n      intake {\n        key\n        kind\n        label {\n          zh\n          en\n        }\n        required\n        choices {\n          key\n          label {\n            zh\n            en\n          }\n        }\n        dependsOn {\n          field\n          among\n        }\n      }\n    }\n  }\n': typeof types.IntakeFormDocument;
  '\n  query EquipmentBySerial($serial: String!) {\n    equipmentBySerial(serial: $serial) {\n      id\n      serial\n      model {\n        id\n        name {\n          zh\n          en\n        }\n      }\n      customer {\n        id\n        name\n      }\n      site {\n        id\n        name\n        province\n      }\n    }\n  }\n': typeof types.EquipmentBySerialDocument;
  '\n  fragment PromisePreview_requestType on RequestType {\n    key\n    label {\n      zh\n      en\n    }\n    promises {\n      kind\n      target {\n        amount\n        unit\n        basis\n      }\n      countsFromReport\n      rule {\n        id\n        source\n        clause {\n          id\n          text {\n            zh\n            en\n          }\n        }\n        note {\n          zh\n          en\n        }\n      }\n    }\n  }\n': typeof types.PromisePreview_requestTypeFragmentDoc;
  '\n  fragment RequestTypeChoice_requestType on RequestType {\n    key\n    label {\n      zh\n      en\n    }\n  }\n': typeof types.RequestTypeChoice_requestTypeFragmentDoc;
  '\n  query ReportPage {\n    serverTime\n    requestTypes {\n      key\n      ...RequestTypeChoice_requestType\n      ...PromisePreview_requestType\n    }\n  }\n': typeof types.ReportPageDocument;
  '\n  mutation TicketCommentAdd($input: TicketCommentAddInput!) {\n    ticketCommentAdd(input: $input) {\n      comment {\n        id\n      }\n      ticket {\n        id\n        ...TicketComments_ticket\n        ...PromiseList_ticket\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n': typeof types.TicketCommentAddDocument;
  '\n  mutation TicketAssign($input: TicketAssignInput!) {\n    ticketAssign(input: $input) {\n      ticket {\n        id\n        version\n        ...AssignButton_ticket\n        ...TicketFacts_ticket\n        ...PromiseList_ticket\n        state {\n          ...StateLabel_state\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n        conflict {\n          currentVersion\n          changed\n        }\n      }\n    }\n  }\n': typeof types.TicketAssignDocument;
  '\n  query TicketList(\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $filter: TicketFilter\n    $orderBy: TicketOrder!\n  ) {\n    serverTime\n    changeCursor\n    tickets(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        version\n        ...TicketTable_ticket\n        ...TicketCards_ticket\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n': typeof types.TicketListDocument;
  '\n  subscription TicketListChanges($after: String) {\n    ticketChanges(after: $after) {\n      cursor\n      kind\n      ticketId\n      version\n      ticket {\n        id\n        version\n        state {\n          key\n          category\n        }\n        assignee {\n          id\n        }\n        ...TicketTable_ticket\n        ...TicketCards_ticket\n      }\n    }\n  }\n': typeof types.TicketListChangesDocument;
  '\n  fragment AssignButton_ticket on Ticket {\n    id\n    version\n    assignee {\n      id\n      name\n    }\n  }\n': typeof types.AssignButton_ticketFragmentDoc;
  '\n  query AssignableMembers {\n    assignableMembers {\n      id\n      name\n      roles\n    }\n  }\n': typeof types.AssignableMembersDocument;
  '\n  fragment PromiseChips_ticket on Ticket {\n    id\n    clocks {\n      id\n      kind\n      state\n      startedAt\n      dueAt\n      stoppedAt\n    }\n  }\n': typeof types.PromiseChips_ticketFragmentDoc;
  '\n  fragment PromiseList_ticket on Ticket {\n    id\n    policy {\n      id\n      number\n      effectiveFrom\n      title {\n        zh\n        en\n      }\n    }\n    clocks {\n      id\n      kind\n      state\n      startedAt\n      dueAt\n      stoppedAt\n      rule {\n        id\n        clause {\n          id\n        }\n      }\n      target {\n        amount\n        unit\n        basis\n      }\n      ...Reasons_clock\n    }\n  }\n': typeof types.PromiseList_ticketFragmentDoc;
  '\n  fragment Reasons_clock on Clock {\n    id\n    kind\n    state\n    explanation {\n      rule {\n        id\n        source\n        clause {\n          id\n          text {\n            zh\n            en\n          }\n        }\n        note {\n          zh\n          en\n        }\n      }\n      target {\n        amount\n        unit\n        basis\n      }\n      startedBy\n      startedAt\n      stoppedBy\n      stoppedAt\n      dueAt\n      spans {\n        kind\n        from\n        to\n      }\n      losing {\n        reason\n        rule {\n          id\n          source\n          clause {\n            id\n            text {\n              zh\n              en\n            }\n          }\n          note {\n            zh\n            en\n          }\n        }\n      }\n      startRecordedAt\n      notCounted {\n        at\n        reason\n      }\n      provisional\n    }\n  }\n': typeof types.Reasons_clockFragmentDoc;
  '\n  fragment StateLabel_state on TicketState {\n    key\n    category\n    label {\n      zh\n      en\n    }\n  }\n': typeof types.StateLabel_stateFragmentDoc;
  '\n  fragment TicketCards_ticket on Ticket {\n    id\n    number\n    subject\n    reportedAt\n    state {\n      category\n      ...StateLabel_state\n    }\n    customer {\n      id\n      name\n    }\n    equipment {\n      id\n      model {\n        id\n        name {\n          zh\n          en\n        }\n      }\n    }\n    assignee {\n      id\n      name\n    }\n    ...PromiseChips_ticket\n  }\n': typeof types.TicketCards_ticketFragmentDoc;
  '\n  fragment TicketComments_ticket on Ticket {\n    id\n    comments(first: 100) {\n      edges {\n        cursor\n        node {\n          id\n          body\n          audience\n          createdAt\n          author {\n            id\n            name\n            dealer {\n              id\n              name\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n': typeof types.TicketComments_ticketFragmentDoc;
  '\n  query MoreComments($id: ID!, $after: String) {\n    ticket(id: $id) {\n      id\n      comments(first: 100, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            body\n            audience\n            createdAt\n            author {\n              id\n              name\n              dealer {\n                id\n                name\n              }\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n': typeof types.MoreCommentsDocument;
  '\n  fragment TicketFacts_ticket on Ticket {\n    id\n    channel\n    reporterName\n    reporterPhone\n    reportedAt\n    createdAt\n    state {\n      key\n      category\n    }\n    requestType {\n      key\n      label {\n        zh\n        en\n      }\n    }\n    equipment {\n      id\n      serial\n      model {\n        id\n        name {\n          zh\n          en\n        }\n      }\n    }\n    customer {\n      id\n      name\n    }\n    site {\n      id\n      name\n      province\n    }\n    dealer {\n      id\n      name\n    }\n    assignee {\n      id\n      name\n    }\n    createdBy {\n      id\n      name\n    }\n  }\n': typeof types.TicketFacts_ticketFragmentDoc;
  '\n  fragment TicketTable_ticket on Ticket {\n    id\n    number\n    subject\n    reportedAt\n    state {\n      category\n      ...StateLabel_state\n    }\n    customer {\n      id\n      name\n    }\n    equipment {\n      id\n      serial\n      model {\n        id\n        name {\n          zh\n          en\n        }\n      }\n    }\n    assignee {\n      id\n      name\n    }\n    ...PromiseChips_ticket\n  }\n': typeof types.TicketTable_ticketFragmentDoc;
  '\n  query TicketPage($id: ID!) {\n    serverTime\n    changeCursor\n    ticket(id: $id) {\n      id\n      version\n      number\n      subject\n      description\n      state {\n        ...StateLabel_state\n      }\n      ...AssignButton_ticket\n      ...TicketFacts_ticket\n      ...PromiseList_ticket\n      ...TicketComments_ticket\n    }\n  }\n': typeof types.TicketPageDocument;
  '\n  subscription TicketPageChanges($after: String) {\n    ticketChanges(after: $after) {\n      cursor\n      ticketId\n    }\n  }\n': typeof types.TicketPageChangesDocument;
  '\n  query Viewer {\n    serverTime\n    viewer {\n      id\n      name\n      kind\n      roles\n      permissions\n      tenant {\n        id\n        slug\n        name {\n          zh\n          en\n        }\n        timeZone\n        accentColor\n      }\n      dealer {\n        id\n        name\n      }\n      memberships {\n        slug\n        current\n        name {\n          zh\n          en\n        }\n      }\n    }\n  }\n': typeof types.ViewerDocument;
};
const documents: Documents = {
  '\n  mutation TicketCreate($input: TicketCreateInput!) {\n    ticketCreate(input: $input) {\n      ticket {\n        id\n        number\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n':
    types.TicketCreateDocument,
  '\n  query IntakeForm($key: String!) {\n    requestType(key: $key) {\n      key\n      intake {\n        key\n        kind\n        label {\n          zh\n          en\n        }\n        required\n        choices {\n          key\n          label {\n            zh\n            en\n          }\n        }\n        dependsOn {\n          field\n          among\n        }\n      }\n    }\n  }\n':
    types.IntakeFormDocument,
  '\n  query EquipmentBySerial($serial: String!) {\n    equipmentBySerial(serial: $serial) {\n      id\n      serial\n      model {\n        id\n        name {\n          zh\n          en\n        }\n      }\n      customer {\n        id\n        name\n      }\n      site {\n        id\n        name\n        province\n      }\n    }\n  }\n':
    types.EquipmentBySerialDocument,
  '\n  fragment PromisePreview_requestType on RequestType {\n    key\n    label {\n      zh\n      en\n    }\n    promises {\n      kind\n      target {\n        amount\n        unit\n        basis\n      }\n      countsFromReport\n      rule {\n        id\n        source\n        clause {\n          id\n          text {\n            zh\n            en\n          }\n        }\n        note {\n          zh\n          en\n        }\n      }\n    }\n  }\n':
    types.PromisePreview_requestTypeFragmentDoc,
  '\n  fragment RequestTypeChoice_requestType on RequestType {\n    key\n    label {\n      zh\n      en\n    }\n  }\n':
    types.RequestTypeChoice_requestTypeFragmentDoc,
  '\n  query ReportPage {\n    serverTime\n    requestTypes {\n      key\n      ...RequestTypeChoice_requestType\n      ...PromisePreview_requestType\n    }\n  }\n':
    types.ReportPageDocument,
  '\n  mutation TicketCommentAdd($input: TicketCommentAddInput!) {\n    ticketCommentAdd(input: $input) {\n      comment {\n        id\n      }\n      ticket {\n        id\n        ...TicketComments_ticket\n        ...PromiseList_ticket\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n':
    types.TicketCommentAddDocument,
  '\n  mutation TicketAssign($input: TicketAssignInput!) {\n    ticketAssign(input: $input) {\n      ticket {\n        id\n        version\n        ...AssignButton_ticket\n        ...TicketFacts_ticket\n        ...PromiseList_ticket\n        state {\n          ...StateLabel_state\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n        conflict {\n          currentVersion\n          changed\n        }\n      }\n    }\n  }\n':
    types.TicketAssignDocument,
  '\n  query TicketList(\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $filter: TicketFilter\n    $orderBy: TicketOrder!\n  ) {\n    serverTime\n    changeCursor\n    tickets(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        version\n        ...TicketTable_ticket\n        ...TicketCards_ticket\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n':
    types.TicketListDocument,
  '\n  subscription TicketListChanges($after: String) {\n    ticketChanges(after: $after) {\n      cursor\n      kind\n      ticketId\n      version\n      ticket {\n        id\n        version\n        state {\n          key\n          category\n        }\n        assignee {\n          id\n        }\n        ...TicketTable_ticket\n        ...TicketCards_ticket\n      }\n    }\n  }\n':
    types.TicketListChangesDocument,
  '\n  fragment AssignButton_ticket on Ticket {\n    id\n    version\n    assignee {\n      id\n      name\n    }\n  }\n':
    types.AssignButton_ticketFragmentDoc,
  '\n  query AssignableMembers {\n    assignableMembers {\n      id\n      name\n      roles\n    }\n  }\n':
    types.AssignableMembersDocument,
  '\n  fragment PromiseChips_ticket on Ticket {\n    id\n    clocks {\n      id\n      kind\n      state\n      startedAt\n      dueAt\n      stoppedAt\n    }\n  }\n':
    types.PromiseChips_ticketFragmentDoc,
  '\n  fragment PromiseList_ticket on Ticket {\n    id\n    policy {\n      id\n      number\n      effectiveFrom\n      title {\n        zh\n        en\n      }\n    }\n    clocks {\n      id\n      kind\n      state\n      startedAt\n      dueAt\n      stoppedAt\n      rule {\n        id\n        clause {\n          id\n        }\n      }\n      target {\n        amount\n        unit\n        basis\n      }\n      ...Reasons_clock\n    }\n  }\n':
    types.PromiseList_ticketFragmentDoc,
  '\n  fragment Reasons_clock on Clock {\n    id\n    kind\n    state\n    explanation {\n      rule {\n        id\n        source\n        clause {\n          id\n          text {\n            zh\n            en\n          }\n        }\n        note {\n          zh\n          en\n        }\n      }\n      target {\n        amount\n        unit\n        basis\n      }\n      startedBy\n      startedAt\n      stoppedBy\n      stoppedAt\n      dueAt\n      spans {\n        kind\n        from\n        to\n      }\n      losing {\n        reason\n        rule {\n          id\n          source\n          clause {\n            id\n            text {\n              zh\n              en\n            }\n          }\n          note {\n            zh\n            en\n          }\n        }\n      }\n      startRecordedAt\n      notCounted {\n        at\n        reason\n      }\n      provisional\n    }\n  }\n':
    types.Reasons_clockFragmentDoc,
  '\n  fragment StateLabel_state on TicketState {\n    key\n    category\n    label {\n      zh\n      en\n    }\n  }\n':
    types.StateLabel_stateFragmentDoc,
  '\n  fragment TicketCards_ticket on Ticket {\n    id\n    number\n    subject\n    reportedAt\n    state {\n      category\n      ...StateLabel_state\n    }\n    customer {\n      id\n      name\n    }\n    equipment {\n      id\n      model {\n        id\n        name {\n          zh\n          en\n        }\n      }\n    }\n    assignee {\n      id\n      name\n    }\n    ...PromiseChips_ticket\n  }\n':
    types.TicketCards_ticketFragmentDoc,
  '\n  fragment TicketComments_ticket on Ticket {\n    id\n    comments(first: 100) {\n      edges {\n        cursor\n        node {\n          id\n          body\n          audience\n          createdAt\n          author {\n            id\n            name\n            dealer {\n              id\n              name\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n':
    types.TicketComments_ticketFragmentDoc,
  '\n  query MoreComments($id: ID!, $after: String) {\n    ticket(id: $id) {\n      id\n      comments(first: 100, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            body\n            audience\n            createdAt\n            author {\n              id\n              name\n              dealer {\n                id\n                name\n              }\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n':
    types.MoreCommentsDocument,
  '\n  fragment TicketFacts_ticket on Ticket {\n    id\n    channel\n    reporterName\n    reporterPhone\n    reportedAt\n    createdAt\n    state {\n      key\n      category\n    }\n    requestType {\n      key\n      label {\n        zh\n        en\n      }\n    }\n    equipment {\n      id\n      serial\n      model {\n        id\n        name {\n          zh\n          en\n        }\n      }\n    }\n    customer {\n      id\n      name\n    }\n    site {\n      id\n      name\n      province\n    }\n    dealer {\n      id\n      name\n    }\n    assignee {\n      id\n      name\n    }\n    createdBy {\n      id\n      name\n    }\n  }\n':
    types.TicketFacts_ticketFragmentDoc,
  '\n  fragment TicketTable_ticket on Ticket {\n    id\n    number\n    subject\n    reportedAt\n    state {\n      category\n      ...StateLabel_state\n    }\n    customer {\n      id\n      name\n    }\n    equipment {\n      id\n      serial\n      model {\n        id\n        name {\n          zh\n          en\n        }\n      }\n    }\n    assignee {\n      id\n      name\n    }\n    ...PromiseChips_ticket\n  }\n':
    types.TicketTable_ticketFragmentDoc,
  '\n  query TicketPage($id: ID!) {\n    serverTime\n    changeCursor\n    ticket(id: $id) {\n      id\n      version\n      number\n      subject\n      description\n      state {\n        ...StateLabel_state\n      }\n      ...AssignButton_ticket\n      ...TicketFacts_ticket\n      ...PromiseList_ticket\n      ...TicketComments_ticket\n    }\n  }\n':
    types.TicketPageDocument,
  '\n  subscription TicketPageChanges($after: String) {\n    ticketChanges(after: $after) {\n      cursor\n      ticketId\n    }\n  }\n':
    types.TicketPageChangesDocument,
  '\n  query Viewer {\n    serverTime\n    viewer {\n      id\n      name\n      kind\n      roles\n      permissions\n      tenant {\n        id\n        slug\n        name {\n          zh\n          en\n        }\n        timeZone\n        accentColor\n      }\n      dealer {\n        id\n        name\n      }\n      memberships {\n        slug\n        current\n        name {\n          zh\n          en\n        }\n      }\n    }\n  }\n':
    types.ViewerDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation TicketCreate($input: TicketCreateInput!) {\n    ticketCreate(input: $input) {\n      ticket {\n        id\n        number\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n',
): (typeof documents)['\n  mutation TicketCreate($input: TicketCreateInput!) {\n    ticketCreate(input: $input) {\n      ticket {\n        id\n        number\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query IntakeForm($key: String!) {\n    requestType(key: $key) {\n      key\n      intake {\n        key\n        kind\n        label {\n          zh\n          en\n        }\n        required\n        choices {\n          key\n          label {\n            zh\n            en\n          }\n        }\n        dependsOn {\n          field\n          among\n        }\n      }\n    }\n  }\n',
): (typeof documents)['\n  query IntakeForm($key: String!) {\n    requestType(key: $key) {\n      key\n      intake {\n        key\n        kind\n        label {\n          zh\n          en\n        }\n        required\n        choices {\n          key\n          label {\n            zh\n            en\n          }\n        }\n        dependsOn {\n          field\n          among\n        }\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query EquipmentBySerial($serial: String!) {\n    equipmentBySerial(serial: $serial) {\n      id\n      serial\n      model {\n        id\n        name {\n          zh\n          en\n        }\n      }\n      customer {\n        id\n        name\n      }\n      site {\n        id\n        name\n        province\n      }\n    }\n  }\n',
): (typeof documents)['\n  query EquipmentBySerial($serial: String!) {\n    equipmentBySerial(serial: $serial) {\n      id\n      serial\n      model {\n        id\n        name {\n          zh\n          en\n        }\n      }\n      customer {\n        id\n        name\n      }\n      site {\n        id\n        name\n        province\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment PromisePreview_requestType on RequestType {\n    key\n    label {\n      zh\n      en\n    }\n    promises {\n      kind\n      target {\n        amount\n        unit\n        basis\n      }\n      countsFromReport\n      rule {\n        id\n        source\n        clause {\n          id\n          text {\n            zh\n            en\n          }\n        }\n        note {\n          zh\n          en\n        }\n      }\n    }\n  }\n',
): (typeof documents)['\n  fragment PromisePreview_requestType on RequestType {\n    key\n    label {\n      zh\n      en\n    }\n    promises {\n      kind\n      target {\n        amount\n        unit\n        basis\n      }\n      countsFromReport\n      rule {\n        id\n        source\n        clause {\n          id\n          text {\n            zh\n            en\n          }\n        }\n        note {\n          zh\n          en\n        }\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment RequestTypeChoice_requestType on RequestType {\n    key\n    label {\n      zh\n      en\n    }\n  }\n',
): (typeof documents)['\n  fragment RequestTypeChoice_requestType on RequestType {\n    key\n    label {\n      zh\n      en\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query ReportPage {\n    serverTime\n    requestTypes {\n      key\n      ...RequestTypeChoice_requestType\n      ...PromisePreview_requestType\n    }\n  }\n',
): (typeof documents)['\n  query ReportPage {\n    serverTime\n    requestTypes {\n      key\n      ...RequestTypeChoice_requestType\n      ...PromisePreview_requestType\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation TicketCommentAdd($input: TicketCommentAddInput!) {\n    ticketCommentAdd(input: $input) {\n      comment {\n        id\n      }\n      ticket {\n        id\n        ...TicketComments_ticket\n        ...PromiseList_ticket\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n',
): (typeof documents)['\n  mutation TicketCommentAdd($input: TicketCommentAddInput!) {\n    ticketCommentAdd(input: $input) {\n      comment {\n        id\n      }\n      ticket {\n        id\n        ...TicketComments_ticket\n        ...PromiseList_ticket\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation TicketAssign($input: TicketAssignInput!) {\n    ticketAssign(input: $input) {\n      ticket {\n        id\n        version\n        ...AssignButton_ticket\n        ...TicketFacts_ticket\n        ...PromiseList_ticket\n        state {\n          ...StateLabel_state\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n        conflict {\n          currentVersion\n          changed\n        }\n      }\n    }\n  }\n',
): (typeof documents)['\n  mutation TicketAssign($input: TicketAssignInput!) {\n    ticketAssign(input: $input) {\n      ticket {\n        id\n        version\n        ...AssignButton_ticket\n        ...TicketFacts_ticket\n        ...PromiseList_ticket\n        state {\n          ...StateLabel_state\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n        conflict {\n          currentVersion\n          changed\n        }\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query TicketList(\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $filter: TicketFilter\n    $orderBy: TicketOrder!\n  ) {\n    serverTime\n    changeCursor\n    tickets(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        version\n        ...TicketTable_ticket\n        ...TicketCards_ticket\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n',
): (typeof documents)['\n  query TicketList(\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $filter: TicketFilter\n    $orderBy: TicketOrder!\n  ) {\n    serverTime\n    changeCursor\n    tickets(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        version\n        ...TicketTable_ticket\n        ...TicketCards_ticket\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  subscription TicketListChanges($after: String) {\n    ticketChanges(after: $after) {\n      cursor\n      kind\n      ticketId\n      version\n      ticket {\n        id\n        version\n        state {\n          key\n          category\n        }\n        assignee {\n          id\n        }\n        ...TicketTable_ticket\n        ...TicketCards_ticket\n      }\n    }\n  }\n',
): (typeof documents)['\n  subscription TicketListChanges($after: String) {\n    ticketChanges(after: $after) {\n      cursor\n      kind\n      ticketId\n      version\n      ticket {\n        id\n        version\n        state {\n          key\n          category\n        }\n        assignee {\n          id\n        }\n        ...TicketTable_ticket\n        ...TicketCards_ticket\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment AssignButton_ticket on Ticket {\n    id\n    version\n    assignee {\n      id\n      name\n    }\n  }\n',
): (typeof documents)['\n  fragment AssignButton_ticket on Ticket {\n    id\n    version\n    assignee {\n      id\n      name\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query AssignableMembers {\n    assignableMembers {\n      id\n      name\n      roles\n    }\n  }\n',
): (typeof documents)['\n  query AssignableMembers {\n    assignableMembers {\n      id\n      name\n      roles\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment PromiseChips_ticket on Ticket {\n    id\n    clocks {\n      id\n      kind\n      state\n      startedAt\n      dueAt\n      stoppedAt\n    }\n  }\n',
): (typeof documents)['\n  fragment PromiseChips_ticket on Ticket {\n    id\n    clocks {\n      id\n      kind\n      state\n      startedAt\n      dueAt\n      stoppedAt\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment PromiseList_ticket on Ticket {\n    id\n    policy {\n      id\n      number\n      effectiveFrom\n      title {\n        zh\n        en\n      }\n    }\n    clocks {\n      id\n      kind\n      state\n      startedAt\n      dueAt\n      stoppedAt\n      rule {\n        id\n        clause {\n          id\n        }\n      }\n      target {\n        amount\n        unit\n        basis\n      }\n      ...Reasons_clock\n    }\n  }\n',
): (typeof documents)['\n  fragment PromiseList_ticket on Ticket {\n    id\n    policy {\n      id\n      number\n      effectiveFrom\n      title {\n        zh\n        en\n      }\n    }\n    clocks {\n      id\n      kind\n      state\n      startedAt\n      dueAt\n      stoppedAt\n      rule {\n        id\n        clause {\n          id\n        }\n      }\n      target {\n        amount\n        unit\n        basis\n      }\n      ...Reasons_clock\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment Reasons_clock on Clock {\n    id\n    kind\n    state\n    explanation {\n      rule {\n        id\n        source\n        clause {\n          id\n          text {\n            zh\n            en\n          }\n        }\n        note {\n          zh\n          en\n        }\n      }\n      target {\n        amount\n        unit\n        basis\n      }\n      startedBy\n      startedAt\n      stoppedBy\n      stoppedAt\n      dueAt\n      spans {\n        kind\n        from\n        to\n      }\n      losing {\n        reason\n        rule {\n          id\n          source\n          clause {\n            id\n            text {\n              zh\n              en\n            }\n          }\n          note {\n            zh\n            en\n          }\n        }\n      }\n      startRecordedAt\n      notCounted {\n        at\n        reason\n      }\n      provisional\n    }\n  }\n',
): (typeof documents)['\n  fragment Reasons_clock on Clock {\n    id\n    kind\n    state\n    explanation {\n      rule {\n        id\n        source\n        clause {\n          id\n          text {\n            zh\n            en\n          }\n        }\n        note {\n          zh\n          en\n        }\n      }\n      target {\n        amount\n        unit\n        basis\n      }\n      startedBy\n      startedAt\n      stoppedBy\n      stoppedAt\n      dueAt\n      spans {\n        kind\n        from\n        to\n      }\n      losing {\n        reason\n        rule {\n          id\n          source\n          clause {\n            id\n            text {\n              zh\n              en\n            }\n          }\n          note {\n            zh\n            en\n          }\n        }\n      }\n      startRecordedAt\n      notCounted {\n        at\n        reason\n      }\n      provisional\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment StateLabel_state on TicketState {\n    key\n    category\n    label {\n      zh\n      en\n    }\n  }\n',
): (typeof documents)['\n  fragment StateLabel_state on TicketState {\n    key\n    category\n    label {\n      zh\n      en\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment TicketCards_ticket on Ticket {\n    id\n    number\n    subject\n    reportedAt\n    state {\n      category\n      ...StateLabel_state\n    }\n    customer {\n      id\n      name\n    }\n    equipment {\n      id\n      model {\n        id\n        name {\n          zh\n          en\n        }\n      }\n    }\n    assignee {\n      id\n      name\n    }\n    ...PromiseChips_ticket\n  }\n',
): (typeof documents)['\n  fragment TicketCards_ticket on Ticket {\n    id\n    number\n    subject\n    reportedAt\n    state {\n      category\n      ...StateLabel_state\n    }\n    customer {\n      id\n      name\n    }\n    equipment {\n      id\n      model {\n        id\n        name {\n          zh\n          en\n        }\n      }\n    }\n    assignee {\n      id\n      name\n    }\n    ...PromiseChips_ticket\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment TicketComments_ticket on Ticket {\n    id\n    comments(first: 100) {\n      edges {\n        cursor\n        node {\n          id\n          body\n          audience\n          createdAt\n          author {\n            id\n            name\n            dealer {\n              id\n              name\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n',
): (typeof documents)['\n  fragment TicketComments_ticket on Ticket {\n    id\n    comments(first: 100) {\n      edges {\n        cursor\n        node {\n          id\n          body\n          audience\n          createdAt\n          author {\n            id\n            name\n            dealer {\n              id\n              name\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query MoreComments($id: ID!, $after: String) {\n    ticket(id: $id) {\n      id\n      comments(first: 100, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            body\n            audience\n            createdAt\n            author {\n              id\n              name\n              dealer {\n                id\n                name\n              }\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n',
): (typeof documents)['\n  query MoreComments($id: ID!, $after: String) {\n    ticket(id: $id) {\n      id\n      comments(first: 100, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            body\n            audience\n            createdAt\n            author {\n              id\n              name\n              dealer {\n                id\n                name\n              }\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment TicketFacts_ticket on Ticket {\n    id\n    channel\n    reporterName\n    reporterPhone\n    reportedAt\n    createdAt\n    state {\n      key\n      category\n    }\n    requestType {\n      key\n      label {\n        zh\n        en\n      }\n    }\n    equipment {\n      id\n      serial\n      model {\n        id\n        name {\n          zh\n          en\n        }\n      }\n    }\n    customer {\n      id\n      name\n    }\n    site {\n      id\n      name\n      province\n    }\n    dealer {\n      id\n      name\n    }\n    assignee {\n      id\n      name\n    }\n    createdBy {\n      id\n      name\n    }\n  }\n',
): (typeof documents)['\n  fragment TicketFacts_ticket on Ticket {\n    id\n    channel\n    reporterName\n    reporterPhone\n    reportedAt\n    createdAt\n    state {\n      key\n      category\n    }\n    requestType {\n      key\n      label {\n        zh\n        en\n      }\n    }\n    equipment {\n      id\n      serial\n      model {\n        id\n        name {\n          zh\n          en\n        }\n      }\n    }\n    customer {\n      id\n      name\n    }\n    site {\n      id\n      name\n      province\n    }\n    dealer {\n      id\n      name\n    }\n    assignee {\n      id\n      name\n    }\n    createdBy {\n      id\n      name\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment TicketTable_ticket on Ticket {\n    id\n    number\n    subject\n    reportedAt\n    state {\n      category\n      ...StateLabel_state\n    }\n    customer {\n      id\n      name\n    }\n    equipment {\n      id\n      serial\n      model {\n        id\n        name {\n          zh\n          en\n        }\n      }\n    }\n    assignee {\n      id\n      name\n    }\n    ...PromiseChips_ticket\n  }\n',
): (typeof documents)['\n  fragment TicketTable_ticket on Ticket {\n    id\n    number\n    subject\n    reportedAt\n    state {\n      category\n      ...StateLabel_state\n    }\n    customer {\n      id\n      name\n    }\n    equipment {\n      id\n      serial\n      model {\n        id\n        name {\n          zh\n          en\n        }\n      }\n    }\n    assignee {\n      id\n      name\n    }\n    ...PromiseChips_ticket\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query TicketPage($id: ID!) {\n    serverTime\n    changeCursor\n    ticket(id: $id) {\n      id\n      version\n      number\n      subject\n      description\n      state {\n        ...StateLabel_state\n      }\n      ...AssignButton_ticket\n      ...TicketFacts_ticket\n      ...PromiseList_ticket\n      ...TicketComments_ticket\n    }\n  }\n',
): (typeof documents)['\n  query TicketPage($id: ID!) {\n    serverTime\n    changeCursor\n    ticket(id: $id) {\n      id\n      version\n      number\n      subject\n      description\n      state {\n        ...StateLabel_state\n      }\n      ...AssignButton_ticket\n      ...TicketFacts_ticket\n      ...PromiseList_ticket\n      ...TicketComments_ticket\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  subscription TicketPageChanges($after: String) {\n    ticketChanges(after: $after) {\n      cursor\n      ticketId\n    }\n  }\n',
): (typeof documents)['\n  subscription TicketPageChanges($after: String) {\n    ticketChanges(after: $after) {\n      cursor\n      ticketId\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Viewer {\n    serverTime\n    viewer {\n      id\n      name\n      kind\n      roles\n      permissions\n      tenant {\n        id\n        slug\n        name {\n          zh\n          en\n        }\n        timeZone\n        accentColor\n      }\n      dealer {\n        id\n        name\n      }\n      memberships {\n        slug\n        current\n        name {\n          zh\n          en\n        }\n      }\n    }\n  }\n',
): (typeof documents)['\n  query Viewer {\n    serverTime\n    viewer {\n      id\n      name\n      kind\n      roles\n      permissions\n      tenant {\n        id\n        slug\n        name {\n          zh\n          en\n        }\n        timeZone\n        accentColor\n      }\n      dealer {\n        id\n        name\n      }\n      memberships {\n        slug\n        current\n        name {\n          zh\n          en\n        }\n      }\n    }\n  }\n'];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> =
  TDocumentNode extends DocumentNode<infer TType, any> ? TType : never;
