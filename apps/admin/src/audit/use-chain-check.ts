import { useEffect, useRef, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import { checkChainQuery, type ChainCheck } from './audit-page.query.ts';

export interface ChainChecking {
  /** What is known up to now; null before the first answer. */
  check: ChainCheck | null;
  error: CombinedError | null;
  running: boolean;
  start(): void;
  stop(): void;
}

/** Checks the chain stretch by stretch; leaving the page ends it as stopping does. */
export function useChainCheck(): ChainChecking {
  const client = useClient();
  const [state, setState] = useState<Pick<ChainChecking, 'check' | 'error' | 'running'>>({
    check: null,
    error: null,
    running: false,
  });
  const current = useRef<object | null>(null);
  useEffect(() => () => void (current.current = null), []);

  async function run() {
    const mine = {};
    current.current = mine;
    setState({ check: null, error: null, running: true });
    for (let after = 0; current.current === mine;) {
      const { data, error } = await client
        .query(checkChainQuery, { after }, { requestPolicy: 'network-only' })
        .toPromise();
      if (current.current !== mine) return;
      const check = data?.auditChain ?? null;
      const running = check?.state === 'UNFINISHED';
      setState((before) => ({ check: check ?? before.check, error: error ?? null, running }));
      if (!check || !running) return;
      after = check.checkedThrough;
    }
  }

  return {
    ...state,
    start: () => void run(),
    stop: () => {
      current.current = null;
      setState((before) => ({ ...before, running: false }));
    },
  };
}
