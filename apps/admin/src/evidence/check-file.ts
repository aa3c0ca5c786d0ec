import { graphql, type ResultOf } from '@taizhang/client';
import { endingOf } from '@taizhang/platform/rules';

export const uploadLimitsQuery = graphql(`
  query AdminUploadLimits {
    uploadLimits {
      maxBytes
      fileEndings
    }
  }
`);
export type UploadLimits = NonNullable<ResultOf<typeof uploadLimitsQuery>['uploadLimits']>;

type FileRefusal = 'tooLarge' | 'typeRefused' | 'empty';

/**
 * Why a file cannot be evidence, as far as the browser can tell: checked here first so that nobody waits for an
 * upload that is refused. The hub looks at its bytes again, and alone where its limits are not known here.
 */
export function checkFile(
  file: { name: string; size: number },
  limits: UploadLimits | null,
): FileRefusal | null {
  if (file.size === 0) return 'empty';
  if (!limits) return null;
  if (file.size > limits.maxBytes) return 'tooLarge';
  return limits.fileEndings.includes(endingOf(file.name)) ? null : 'typeRefused';
}
