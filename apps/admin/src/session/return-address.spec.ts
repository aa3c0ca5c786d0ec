import { expect, test } from 'vitest';
import { returnAddress } from './return-address.ts';

test.each([
  ['?return=%2Fdashboard%2F%3Fyear%3D2025', '/dashboard/?year=2025'],
  ['', null],
  ['?return=https%3A%2F%2Felsewhere.example', null],
  ['?return=%2F%2Felsewhere.example', null],
  ['?return=%2F%5Celsewhere.example', null],
  ['?return=javascript%3Aalert(1)', null],
])('signing in at %j leads back to %j', (search, address) => {
  expect(returnAddress(search)).toBe(address);
});
