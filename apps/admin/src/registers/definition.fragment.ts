import { graphql, type ResultOf } from '@taizhang/client';
import { registerDefinition, type RegisterDefinition } from '@taizhang/registers/rules';

/** A definition whole, as the editor and every form of its entries need it. */
export const definitionFragment = graphql(`
  fragment WholeDefinition on RegisterDefinition @_unmask {
    fields {
      key
      label
      hint
      kind
      isRequired
      isSensitive
      isUnique
      options {
        key
        label
      }
      register
      value
    }
    stages {
      key
      label
      isEnd
    }
    steps {
      key
      label
      from
      to
      roles
      unit {
        id
        name
      }
      unitName
      notBy
      asks
      needsReason
      isDangerous
    }
    rules {
      key
      steps
      holds
      message
    }
  }
`);

/** The same as the rules read it. */
export const definitionFrom = (found: ResultOf<typeof definitionFragment>): RegisterDefinition =>
  registerDefinition.parse({
    ...found,
    steps: found.steps.map(({ unit, ...step }) => ({
      ...step,
      unitId: unit?.id ?? null,
      unitName: step.unitName ?? unit?.name ?? null,
    })),
  });
