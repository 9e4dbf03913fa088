import { CompassOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../../shared/hooks/use-title';
import { LinkButton } from '../../shared/ui/link-button';
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
        <LinkButton to="/" type="primary">
          {t('notFound.home')}
        </LinkButton>
      }
    />
  );
}
