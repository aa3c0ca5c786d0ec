export {
  connectHub,
  HubConnectionError,
  type ConnectOptions,
  type HubConnection,
} from './connect-hub.ts';
