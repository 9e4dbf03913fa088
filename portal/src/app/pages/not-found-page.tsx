import { CompassOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTitle } from '../../shared/hooks/use-title';
import { MessagePanel } from '../../shared/ui/message-panel';

export function NotFoundPage() {
  const { t } = useTranslation('app');
  useTitle(t('notFound.title'));
  return (
    <MessagePanel
      icon={<CompassOutlined aria-hidden />}
      title={t('notFound.title')}
      text={t('notFound.text')}
      action={
        <Link to="/">
          <Button type="primary">{t('notFound.home')}</Button>
        </Link>
      }
    />
  );
}
