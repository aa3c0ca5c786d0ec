import {
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLLeafType,
  type GraphQLOutputType,
} from 'graphql';
import { Unsupported } from './unsupported.ts';

/** Makes of a value what the answer has of it. */
export type Complete = (value: unknown) => unknown;

/**
 * Completes values of a type as the specification says, as far as nothing is wrong with them: what graphql-js would
 * have to report is left to it.
 */
export function completer(type: GraphQLOutputType, object: Complete): Complete {
  if (isNonNullType(type)) {
    const inner = completer(getNullableType(type) as GraphQLOutputType, object);
    return (value) => {
      const completed = inner(value);
      if (completed === null) throw new Unsupported('null where none may be');
      return completed;
    };
  }
  const whole = nullable(type, object);
  return (value) => (value === null || value === undefined ? null : whole(value));
}

function nullable(type: GraphQLOutputType, object: Complete): Complete {
  if (isListType(type)) {
    const inner = completer(type.ofType as GraphQLOutputType, object);
    return (value) => {
      if (!Array.isArray(value)) throw new Unsupported('a list that is no array');
      return value.map(inner);
    };
  }
  if (isLeafType(type)) return leaf(type);
  if (isObjectType(type)) return object;
  throw new Unsupported(getNamedType(type).name);
}

function leaf(type: GraphQLLeafType): Complete {
  const serialize = (value: unknown): unknown => {
    if (value instanceof Promise) throw new Unsupported('a promise');
    const serialized: unknown = type.serialize(value);
    if (serialized === null || serialized === undefined) throw new Unsupported('no value');
    return serialized;
  };
  if (type.name === 'String' || type.name === 'ID')
    return (value) => (typeof value === 'string' ? value : serialize(value));
  if (type.name === 'Boolean')
    return (value) => (typeof value === 'boolean' ? value : serialize(value));
  return serialize;
}
