import type { Prisma } from '../database/generated/client/client.ts';
import type { LEDGER_MODELS } from '../database/generated/ledger-models.ts';

type Models = typeof LEDGER_MODELS;
type MarkedAs<Mark extends string> = {
  [Model in keyof Models]: Models[Model]['mark'] extends Mark ? Model : never;
}[keyof Models];

/** The Prisma models whose every change is an event. */
export type LedgerModel = MarkedAs<'ledger'>;

type Scalars<Model extends keyof Prisma.TypeMap['model']> =
  Prisma.TypeMap['model'][Model]['payload']['scalars'];

/** A stored row, whole: what its event says of before is taken from it. */
export type Row<Model extends LedgerModel> = Scalars<Model>;

type ListsOf<Model extends LedgerModel> = Models[Model]['lists'];
type PartModel<List> = List extends { model: infer Part extends MarkedAs<'part'> } ? Part : never;
type PartColumns<Part extends MarkedAs<'part'>> = keyof Models[Part]['columns'] &
  keyof Scalars<Part>;
type IsUnion<Type, Whole = Type> = Type extends Whole
  ? [Whole] extends [Type]
    ? false
    : true
  : never;

/** A row without an id as its owner's list holds it: its one column's value, or its columns. */
type PartValue<Part extends MarkedAs<'part'>> =
  IsUnion<PartColumns<Part>> extends true
    ? Pick<Scalars<Part>, PartColumns<Part>>
    : Scalars<Part>[PartColumns<Part>];

/** The lists of rows without an id that a row owns, each given whole. */
export type Lists<Model extends LedgerModel> = {
  [List in keyof ListsOf<Model>]?: readonly PartValue<PartModel<ListsOf<Model>[List]>>[];
};

type Written<Value> = Value extends Prisma.Decimal
  ? Value | string | number
  : Value extends bigint
    ? Value | number
    : Value;

/** The column that says where a row stands in its life cycle. */
export type StatusColumn<Model extends LedgerModel> = Models[Model]['status'][number];

/** The status is written by the steps of the life cycle alone: nobody else can name its column. */
type WithoutStatus<Model extends LedgerModel> = { [Column in StatusColumn<Model>]?: never };

/** Columns of a row, by name, as whoever writes down a past says that they were. */
export type PastColumns<Model extends LedgerModel> = {
  [Column in keyof Omit<Row<Model>, 'id' | 'version'>]?: Written<Row<Model>[Column]> | undefined;
} & Lists<Model>;

/** Columns to change, by name; what is absent or undefined stays as it is. */
export type ColumnChanges<Model extends LedgerModel> = Omit<
  PastColumns<Model>,
  StatusColumn<Model>
> &
  WithoutStatus<Model>;

type CreateInput<Model extends LedgerModel> = Exclude<
  NonNullable<Prisma.TypeMap['model'][Model]['operations']['createMany']['args']['data']>,
  readonly unknown[]
>;

/** A row that was made in the past, in whatever status it was. */
export type PastRow<Model extends LedgerModel> = {
  [Column in keyof Omit<CreateInput<Model>, 'version'>]:
    CreateInput<Model>[Column] | (undefined extends CreateInput<Model>[Column] ? undefined : never);
} & Lists<Model>;

/** A row to make: the columns that have no default, and whichever else. Its version begins at 1. */
export type NewRow<Model extends LedgerModel> = Omit<PastRow<Model>, StatusColumn<Model>> &
  WithoutStatus<Model>;
