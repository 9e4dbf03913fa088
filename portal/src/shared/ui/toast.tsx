import { message } from 'antd';
import type { MessageInstance } from 'antd/es/message/interface';
import { createContext, useContext, type ReactNode } from 'react';

const ToastContext = createContext<MessageInstance | undefined>(undefined);

/** antd's `App` would do the same and bring its dialogs along into the first load. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, place] = message.useMessage({ maxCount: 2 });
  return (
    <ToastContext value={toast}>
      {place}
      {children}
    </ToastContext>
  );
}

/**
 * Short notices that go away by themselves.
 * @throws Error outside the ToastProvider
 */
export function useToast(): MessageInstance {
  const toast = useContext(ToastContext);
  if (!toast) throw new Error('useToast needs a ToastProvider above it.');
  return toast;
}
