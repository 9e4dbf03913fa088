import { useQuery } from '@apollo/client/react';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { describeProblem } from '../../../apollo/errors';
import { graphql } from '../../../gql';
import { useTitle } from '../../../shared/hooks/use-title';
import { PageHeader } from '../../../shared/ui/page-header';
import { Panel } from '../../../shared/ui/panel';
import { ProblemPanel } from '../../../shared/ui/problem-panel';
import { may, useViewer } from '../../../shared/viewer';
import { ReportForm } from '../components/report-form';

const ReportPageDocument = graphql(`
  query ReportPage {
    serverTime
    requestTypes {
      key
      ...RequestTypeChoice_requestType
      ...PromisePreview_requestType
    }
  }
`);

export function ReportPage() {
  const { t } = useTranslation('report');
  const allowed = may(useViewer(), 'ticket:create');
  const { data, error, refetch } = useQuery(ReportPageDocument, {
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    skip: !allowed,
  });
  useTitle(t('title'));

  if (!allowed) return <ProblemPanel problem={{ kind: 'forbidden' }} />;
  return (
    <>
      <PageHeader title={t('title')} below={t('intro')} />
      {data ? (
        <ReportForm requestTypes={data.requestTypes} />
      ) : error ? (
        <ProblemPanel problem={describeProblem(error)} retry={() => void refetch().catch(() => undefined)} />
      ) : (
        <Panel>
          <Skeleton active paragraph={{ rows: 8 }} />
        </Panel>
      )}
    </>
  );
}
