import type { WhereOf, Model } from '../schema/list/model.ts';
import type { RequestContext } from '../schema/context.ts';

/** What a domain says of records that other systems may know by keys of theirs. */
export interface KnownElsewhere<Of extends Model = Model> {
  /** The records that the caller may see. */
  visible: (context: RequestContext) => WhereOf<Of>;
  /** The records whose keys the caller may set, among those. */
  keysSetBy: (context: RequestContext) => WhereOf<Of>;
}

const known = new Map<string, KnownElsewhere>();

/** Lets other systems know records of a type by keys of theirs. */
export const knowElsewhere = <Of extends Model>(model: Of, records: KnownElsewhere<Of>): void =>
  void known.set(model, records as unknown as KnownElsewhere);

/** The types whose records other systems may know, with who may see and set the keys. */
export const knownElsewhere = (model: string): KnownElsewhere | undefined => known.get(model);
