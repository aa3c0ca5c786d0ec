export { obey } from '@taizhang/platform';
