import type { Plugin } from 'graphql-yoga';
import type { OperationReader } from './operation-reader.ts';

/**
 * Answers operations by one statement each; the resolvers answer what does not compile.
 *
 * @param isTold whether answers say in their extensions which way they took, and why.
 */
export const useReading = (reader: OperationReader, isTold: boolean): Plugin => ({
  onExecute: ({ executeFn, setExecuteFn }) => {
    setExecuteFn(async (args: Parameters<typeof executeFn>[0]): Promise<unknown> => {
      const answer = await reader.read(args);
      if (answer && 'data' in answer)
        return isTold ? { ...answer, extensions: { reading: { statements: 1 } } } : answer;
      const result: unknown = await executeFn(args);
      if (!answer || !isTold) return result;
      const { extensions } = result as { extensions?: object };
      return {
        ...(result as object),
        extensions: { ...extensions, reading: { resolvers: answer.because } },
      };
    });
  },
});
