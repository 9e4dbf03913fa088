import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';

/** Another tab entered another house; showing this one any longer would mix the two. */
export function ReplacedNotice() {
  const { t } = useTranslation('app');
  return (
    <Modal
      open
      closable={false}
      title={t('replaced.title')}
      footer={
        <Button type="primary" onClick={() => window.location.assign('/')}>
          {t('replaced.continue')}
        </Button>
      }
    >
      {t('replaced.text')}
    </Modal>
  );
}
