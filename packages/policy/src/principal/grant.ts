/**
 * How directly a statement reaches the caller: 0 not at all, 1 through the account, 2 through the role or user
 * behind the session, 3 by name or by `*`.
 */
export type Grant = 0 | 1 | 2 | 3;

/** The statement does not reach the caller. */
export const noGrant = 0;
/** The statement names the caller's account: delegation only. */
export const accountGrant = 1;
/** The statement names the role or the user behind the caller's session. */
export const parentGrant = 2;
/** The statement names the caller itself or everybody. */
export const directGrant = 3;
