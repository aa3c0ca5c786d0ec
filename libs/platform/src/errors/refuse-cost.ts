import { GraphQLError } from 'graphql';
import { bilingual } from '../rules/index.ts';
import { LIMITS } from '../schema/query-cost.ts';

/** What a query was measured at, and what the hub allows. */
interface Measured {
  complexity: number;
  depth: number;
  breadth: number;
  maxComplexity?: number;
  maxDepth?: number;
  maxBreadth?: number;
}

/** The error for a query that asks for too much at once; it says by how much and what to do. */
export function refuseCost(kind: string, measured: Measured): GraphQLError {
  const sizes: Record<string, [chinese: string, english: string, is?: number, most?: number]> = {
    Complexity: ['成本', 'costs', measured.complexity, measured.maxComplexity],
    Depth: ['层数', 'nests to a depth of', measured.depth, measured.maxDepth],
    Breadth: ['字段数', 'selects', measured.breadth, measured.maxBreadth],
  };
  const [chinese, english, is, most] = sizes[kind] ?? ['规模', 'measures'];
  return new GraphQLError(
    bilingual(
      `查询${chinese} ${is ?? ''} 超过上限 ${most ?? ''}，请减少每页行数或所选字段`,
      `The query ${english} ${is ?? ''}, more than the ${most ?? ''} allowed: ask for fewer rows or fields`,
    ),
    { extensions: { code: 'COST_LIMIT', cost: measured } },
  );
}

/** The error for an operation that is beyond a limit; null for one that is within them all. */
export function refuseOperation({ cost, depth, breadth }: Cost): GraphQLError | null {
  const measured = {
    complexity: cost,
    depth,
    breadth,
    maxComplexity: LIMITS.complexity,
    maxDepth: LIMITS.depth,
    maxBreadth: LIMITS.breadth,
  };
  if (depth > LIMITS.depth) return refuseCost('Depth', measured);
  if (breadth > LIMITS.breadth) return refuseCost('Breadth', measured);
  return cost > LIMITS.complexity ? refuseCost('Complexity', measured) : null;
}

interface Cost {
  cost: number;
  depth: number;
  breadth: number;
}
