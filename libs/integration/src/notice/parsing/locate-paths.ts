import type { ItemPath } from './notice.type.ts';
import type { FlowRange } from './split-clauses.ts';

/** What the text around an entry is about; it decides whether 修订《…》 is a deed, a fault or a plan. */
export const REGION = {
  OUTSIDE: 0,
  ORGANIZATION: 1,
  PROBLEM: 2,
  REPORT: 3,
  PLAN: 4,
  /** A measure beside a report of what became of it. */
  INTENDED: 5,
  /** A chapter that is one introduction, without numbered entries of its own. */
  INTRODUCTION: 6,
} as const;
export type Region = (typeof REGION)[keyof typeof REGION];

/** Answers path and region for any flow index in constant time. */
export interface PlaceMap {
  readonly pathAt: (index: number) => ItemPath;
  readonly regionAt: (index: number) => Region;
}

export interface PlaceMapBuilder extends PlaceMap {
  readonly setPath: (range: FlowRange, path: ItemPath) => void;
  readonly setRegion: (range: FlowRange, region: Region) => void;
}

/** Later calls win over earlier ones, so set areas first, then items, then measures. */
export function createPlaceMap(size: number): PlaceMapBuilder {
  const paths: ItemPath[] = [[]];
  const pathIds = new Int32Array(size + 1);
  const regions = new Uint8Array(size + 1);
  return {
    pathAt: (index) => paths[pathIds[index] ?? 0] ?? [],
    regionAt: (index) => (regions[index] ?? REGION.OUTSIDE) as Region,
    setPath: ({ start, end }, path) => {
      paths.push(path);
      pathIds.fill(paths.length - 1, start, end);
    },
    setRegion: ({ start, end }, region) => {
      regions.fill(region, start, end);
    },
  };
}
