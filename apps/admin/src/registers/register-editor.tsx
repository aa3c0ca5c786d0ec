import {
  compareDefinitions,
  findProblems,
  registerDefinition,
  type RegisterDefinition,
  type RegisterFile,
} from '@taizhang/registers/rules';
import { PageHeading, Panel, useLanguage } from '@taizhang/ui';
import { App, Button, Input, Select } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { actionMutation } from '../actions/action-mutation.ts';
import { FormField } from '../form/form-field.tsx';
import { useRecordChoices } from '../form/record-choices.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { ChangeList } from './change-list.tsx';
import {
  EMPTY_FIELD,
  EMPTY_RULE,
  EMPTY_STAGE,
  EMPTY_STEP,
  useEditorColumns,
} from './editor-columns.ts';
import { PartEditor, type PartColumn } from './part-editor.tsx';
import { revisionQuery } from './registers.queries.ts';
import { TrialPanel } from './trial-panel.tsx';
import '../form/form.css';
import './registers.css';

export interface RegisterEditorProps {
  start: RegisterFile;
  /** The register that is revised; null where one is made. */
  register: { id: string; version: number; before: RegisterDefinition } | null;
  onDone(id: string): void;
  onCancel(): void;
}

type Problem = { path: readonly string[]; message: string };

/** Writes a definition, and shows while it is written what is wrong, how it looks, and what it changes. */
export function RegisterEditor({ start, register, onDone, onCancel }: RegisterEditorProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const { message } = App.useApp();
  const { bureaus, units } = useRecordChoices();
  const [draft, setDraft] = useState(start);
  const [bureau, setBureau] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const action = register ? 'reviseRegister' : 'defineRegister';
  const { submit, submitting, failure } = useSubmission(actionMutation(action));
  const { definition } = draft;
  const problems = useMemo(() => problemsIn(definition), [definition]);
  const columns = useEditorColumns(definition, units);
  const organizationId = bureau ?? (bureaus.length === 1 ? bureaus[0]!.value : null);

  const save = async () => {
    const plain = { ...definition, steps: definition.steps.map(withoutEmpty) };
    const said = { title: draft.title, description: draft.description, definition: plain };
    const input = register
      ? { id: register.id, expectedVersion: register.version, ...said, note }
      : { organizationId, key: draft.key, templateKey: start.key || null, ...said };
    const done = await submit(input as never);
    if (!done) return;
    void message.success(t('common.saved'));
    onDone(done.id);
  };
  const change = (part: Partial<RegisterDefinition>) =>
    setDraft({ ...draft, definition: { ...definition, ...part } });
  const editor = <Name extends keyof RegisterDefinition>(
    name: Name,
    empty: RegisterDefinition[Name][number],
    title: string,
  ) => (
    <Panel title={title} extra={t('common.total', { count: definition[name].length })}>
      <PartEditor<RegisterDefinition[Name][number] & object>
        parts={definition[name]}
        columns={columns[name] as unknown as PartColumn<RegisterDefinition[Name][number]>[]}
        empty={empty}
        addLabel={t('registers.add')}
        removeLabel={t('common.remove')}
        upLabel={t('registers.moveUp')}
        problemsOf={(index) => problemsAt(problems, name, index, pick)}
        onChange={(parts) => change({ [name]: parts })}
      />
    </Panel>
  );
  const title = register ? t('registers.revise') : t('registers.define');
  return (
    <>
      <title>{`${title} · ${t('appName')}`}</title>
      <PageHeading
        title={title}
        subtitle={register ? t('registers.reviseHint') : t('registers.defineHint')}
        actions={
          <span className="tag-row">
            <Button onClick={onCancel}>{t('common.cancel')}</Button>
            <Button
              type="primary"
              loading={submitting}
              disabled={problems.length > 0}
              onClick={() => void save()}
            >
              {t('common.save')}
            </Button>
          </span>
        }
      />
      <FailureAlert failure={failure} />
      <div className="register-editor">
        <div>
          <Panel title={t('registers.facts')}>
            <div className="form-grid">
              <FormField label={t('registers.name')} required>
                {(ties) => (
                  <Input
                    {...ties}
                    value={draft.title}
                    onChange={({ target }) => setDraft({ ...draft, title: target.value })}
                  />
                )}
              </FormField>
              {register ? (
                <FormField label={t('registers.note')}>
                  {(ties) => (
                    <Input
                      {...ties}
                      value={note}
                      onChange={({ target }) => setNote(target.value)}
                    />
                  )}
                </FormField>
              ) : (
                <>
                  <FormField label={t('registers.key')} hint={t('registers.keyHint')} required>
                    {(ties) => (
                      <Input
                        {...ties}
                        value={draft.key}
                        onChange={({ target }) => setDraft({ ...draft, key: target.value })}
                      />
                    )}
                  </FormField>
                  <FormField label={t('registers.organization')} required>
                    {(ties) => (
                      <Select
                        {...ties}
                        style={{ width: '100%' }}
                        options={bureaus}
                        value={organizationId}
                        onChange={(value: string) => setBureau(value)}
                      />
                    )}
                  </FormField>
                </>
              )}
            </div>
            <FormField label={t('registers.about')}>
              {(ties) => (
                <Input.TextArea
                  {...ties}
                  autoSize={{ minRows: 2, maxRows: 6 }}
                  value={draft.description ?? ''}
                  onChange={({ target }) => setDraft({ ...draft, description: target.value })}
                />
              )}
            </FormField>
          </Panel>
          {editor('fields', EMPTY_FIELD, t('registers.fields'))}
          {editor('stages', EMPTY_STAGE, t('registers.stages'))}
          {editor('steps', EMPTY_STEP, t('registers.steps'))}
          {editor('rules', EMPTY_RULE, t('registers.rules'))}
        </div>
        <aside className="register-aside">
          <Panel title={t('registers.problems')} extra={problems.length || null}>
            {problems.length ? (
              <ul className="register-problems">
                {problems.map(({ path, message: said }) => (
                  <li key={path.join('.') + said}>
                    <code>{path.join('.')}</code> {pick(said)}
                  </li>
                ))}
              </ul>
            ) : (
              <p className="faint">{t('registers.noProblems')}</p>
            )}
          </Panel>
          {problems.length ? null : (
            <Panel title={t('registers.trial')}>
              <TrialPanel definition={definition} />
            </Panel>
          )}
          {register ? (
            <Panel title={t('registers.changes')}>
              <Changes
                id={register.id}
                before={register.before}
                after={definition}
                isWhole={!problems.length}
              />
            </Panel>
          ) : null}
        </aside>
      </div>
    </>
  );
}

interface ChangesProps {
  id: string;
  before: RegisterDefinition;
  after: RegisterDefinition;
  isWhole: boolean;
}

/** What the draft changes: at once by the same rules, with the hub's counts of what entries keep as soon as they come. */
function Changes({ id, before, after, isWhole }: ChangesProps) {
  const asked = useDeferredValue(after);
  const [{ data }] = useQuery({
    query: revisionQuery,
    variables: {
      id,
      definition: { ...asked, steps: asked.steps.map(withoutEmpty) } as never,
    },
    pause: !isWhole,
    requestPolicy: 'network-only',
  });
  const counted = data?.node?.__typename === 'Register' ? data.node.revision?.changes : null;
  const changes = compareDefinitions(before, after).map((change) => ({
    ...change,
    entries:
      counted?.find(
        (one) => one.part === change.part && one.key === change.key && one.kind === change.kind,
      )?.entries ?? null,
  }));
  return <ChangeList changes={changes} />;
}

/** What the hub would refuse, by its own rules. */
function problemsIn(definition: RegisterDefinition): readonly Problem[] {
  const read = registerDefinition.safeParse(definition);
  if (!read.success)
    return read.error.issues.map(({ path, message }) => ({ path: path.map(String), message }));
  return findProblems(read.data);
}

function problemsAt(
  problems: readonly Problem[],
  part: string,
  index: number,
  pick: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    problems
      .filter(({ path }) => path[0] === part && path[1] === String(index))
      .map(({ path, message }) => [path[2] ?? '', pick(message)]),
  );
}

/** An input's empty place is left out: an id that is none names nothing. */
const withoutEmpty = (step: RegisterDefinition['steps'][number]) => ({
  ...step,
  unitId: step.unitId || null,
});
