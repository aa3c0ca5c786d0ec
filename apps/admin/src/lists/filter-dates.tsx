import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { readDay } from './address-values.ts';
import type { ListAddress } from './use-list-address.ts';

export interface FilterDatesProps {
  address: ListAddress;
  fromParam: string;
  toParam: string;
  fromLabel: string;
  toLabel: string;
}

/** A range of days, either end open. */
export function FilterDates({ address, fromParam, toParam, fromLabel, toLabel }: FilterDatesProps) {
  const day = (param: string) => {
    const value = readDay(address.params, param);
    return value ? dayjs(value) : null;
  };
  return (
    <DatePicker.RangePicker
      className="filter-control filter-dates"
      allowEmpty={[true, true]}
      format="YYYY-MM-DD"
      placeholder={[fromLabel, toLabel]}
      value={[day(fromParam), day(toParam)]}
      onChange={(days) =>
        address.change({
          [fromParam]: days?.[0]?.format('YYYY-MM-DD') ?? null,
          [toParam]: days?.[1]?.format('YYYY-MM-DD') ?? null,
        })
      }
    />
  );
}
