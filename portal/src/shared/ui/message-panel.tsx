import type { ReactNode } from 'react';
import styles from './message-panel.module.css';

export interface MessagePanelProps {
  icon: ReactNode;
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  footer?: ReactNode;
}

/** Stands where content would: nothing here, nothing found, nothing possible. */
export function MessagePanel({ icon, title, text, action, footer }: MessagePanelProps) {
  return (
    <section className={styles.panel}>
      <div className={styles.icon} aria-hidden>
        {icon}
      </div>
      <h2 className={styles.title}>{title}</h2>
      {text && <p className={styles.text}>{text}</p>}
      {action && <div className={styles.action}>{action}</div>}
      {footer && <p className={styles.footer}>{footer}</p>}
    </section>
  );
}
