import styles from './starting.module.css';

/** While the first page is on its way; quiet, because it is usually short. */
export function Starting() {
  return (
    <div className={styles.starting} aria-busy="true">
      <img src="/favicon.svg" alt="" width={48} height={48} />
    </div>
  );
}
