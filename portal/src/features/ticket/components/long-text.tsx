import { Button } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './long-text.module.css';

/** A text as it was typed; a very long one is folded until the reader asks for all of it. */
export function LongText({ text }: { text: string }) {
  const { t } = useTranslation('ticket');
  const id = useId();
  const paragraph = useRef<HTMLParagraphElement>(null);
  const [open, setOpen] = useState(false);
  const [long, setLong] = useState(false);

  useEffect(() => {
    const element = paragraph.current;
    if (!element || open) return undefined;
    const measure = (): void => setLong(element.scrollHeight > element.clientHeight + 1);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [text, open]);

  return (
    <>
      <p id={id} ref={paragraph} className={`${styles.text} ${open ? '' : styles.folded}`}>
        {text}
      </p>
      {long && (
        <Button
          type="link"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'fold' : 'unfold')}
        </Button>
      )}
    </>
  );
}
