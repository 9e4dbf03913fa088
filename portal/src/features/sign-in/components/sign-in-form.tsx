import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Credentials } from '../../../apollo/session';
import type { SignIn } from '../actions/use-sign-in';
import styles from './sign-in-form.module.css';

export interface SignInFormProps {
  initial: Credentials | undefined;
  state: SignIn;
  onSubmit: (credentials: Credentials) => void;
}

export function SignInForm({ initial, state, onSubmit }: SignInFormProps) {
  const { t } = useTranslation('signIn');
  const { answer, busy, wait } = state;
  const complaint =
    wait > 0
      ? t('throttled', { count: Math.ceil(wait / 60) })
      : answer?.kind === 'refused' || answer?.kind === 'unavailable'
        ? t(answer.kind)
        : undefined;
  return (
    <Form<Credentials>
      layout="vertical"
      requiredMark={false}
      noValidate
      disabled={busy}
      initialValues={initial}
      validateTrigger="onSubmit"
      onFinish={onSubmit}
    >
      {complaint && (
        <Alert type="error" showIcon title={complaint} role="alert" className={styles.complaint} />
      )}
      <Form.Item
        name="email"
        label={t('email')}
        rules={[
          { required: true, message: t('emailRequired') },
          { type: 'email', message: t('emailInvalid') },
        ]}
      >
        <Input type="email" autoComplete="username" autoFocus inputMode="email" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('password')}
        rules={[{ required: true, message: t('passwordRequired') }]}
      >
        <Input.Password autoComplete="current-password" className={styles.password} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={busy}>
        {t('submit')}
      </Button>
    </Form>
  );
}
