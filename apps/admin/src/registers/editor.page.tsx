import { ErrorState, LoadingState, NotFoundState } from '@taizhang/ui';
import { REGISTER_TEMPLATES, type RegisterFile } from '@taizhang/registers/rules';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { definitionFrom } from './definition.fragment.ts';
import { RegisterEditor } from './register-editor.tsx';
import { registerPageQuery } from './registers.queries.ts';
import { TemplateChoice } from './template-choice.tsx';

/** 建立登记簿: from a ready definition, from a file, or from nothing. */
export function DefineRegisterPage() {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<RegisterFile | null>(null);
  if (!chosen) return <TemplateChoice templates={REGISTER_TEMPLATES} onChoose={setChosen} />;
  return (
    <RegisterEditor
      start={chosen}
      register={null}
      onDone={(id) => void navigate(`/registers/${id}`)}
      onCancel={() => setChosen(null)}
    />
  );
}

/** 修订登记簿 */
export function ReviseRegisterPage() {
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const [{ data, error }, reload] = useQuery({ query: registerPageQuery, variables: { id } });
  if (error && !data?.node) {
    return <ErrorState error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  }
  if (!data) return <LoadingState rows={10} />;
  if (data.node?.__typename !== 'Register') return <NotFoundState />;
  const register = data.node;
  const before = definitionFrom(register.currentVersion.definition);
  const back = () => void navigate(`/registers/${id}`);
  return (
    <RegisterEditor
      start={{
        format: 'taizhang-register-1',
        key: register.key,
        title: register.title,
        description: register.description,
        definition: before,
      }}
      register={{ id, version: register.version, before }}
      onDone={back}
      onCancel={back}
    />
  );
}
