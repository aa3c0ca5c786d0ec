/** Whether the hub offers an action on a record to the viewer; rights are never worked out here. */
export const mayDo = (
  { allowedActions }: { allowedActions: readonly { action: string; allowed: boolean }[] },
  action: string,
): boolean => allowedActions.some((one) => one.action === action && one.allowed);
