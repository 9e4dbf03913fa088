import { Checkbox, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StateCategory } from '../../../gql/graphql';
import { categories, orders, withFilter, type ListState } from '../ticket.urls';
import styles from './list-filters.module.css';

export interface ListFiltersProps {
  list: ListState;
  onChange: (list: ListState) => void;
}

export function ListFilters({ list, onChange }: ListFiltersProps) {
  const { t } = useTranslation('ticket');
  return (
    <div className={styles.filters} role="search" aria-label={t('filter.label')}>
      <div className={styles.states}>
        <Segmented<StateCategory | 'ALL'>
          aria-label={t('filter.state')}
          value={list.category ?? 'ALL'}
          options={[
            { value: 'ALL', label: t('filter.ALL') },
            ...categories.map((value) => ({ value, label: t(`filter.${value}`) })),
          ]}
          onChange={(value) => onChange(withFilter(list, { category: value === 'ALL' ? undefined : value }))}
        />
      </div>
      <Checkbox
        className={styles.check}
        checked={list.unassigned}
        onChange={({ target }) => onChange(withFilter(list, { unassigned: target.checked }))}
      >
        {t('filter.unassigned')}
      </Checkbox>
      <Select
        aria-label={t('filter.order')}
        className={styles.order}
        value={list.order}
        options={orders.map((value) => ({ value, label: t(`order.${value}`) }))}
        onChange={(order) => onChange(withFilter(list, { order }))}
      />
    </div>
  );
}
