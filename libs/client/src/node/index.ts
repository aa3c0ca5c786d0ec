export {
  connectHub,
  HubConnectionError,
  type ConnectOptions,
  type HubConnection,
} from './connect-hub.ts';
export { operatorHeader, operatorName } from './operator-name.ts';
