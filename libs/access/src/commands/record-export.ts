import {
  newKey,
  note,
  runCommand,
  type CommandInput,
  type RequestContext,
} from '@taizhang/platform';
import { ACCESS_EVENTS, recordExportInput } from '../rules/index.ts';

/** Notes in the audit log that the caller takes data out of the hub. @returns the export's key. */
export function recordExport(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'recordExport',
      idempotencyKey: input.idempotencyKey,
      schema: recordExportInput,
      input,
      subjectId: id,
    },
    ({ caller, record }, { subject, formats, scope }) =>
      record(
        note(ACCESS_EVENTS.EXPORTED, {
          subjectId: id,
          organizationId: caller.organizationId || null,
          after: { subject, formats, scope },
        }),
      ),
  );
}
