/** The version of the command; the test beside it holds it against package.json. */
export const version = "0.1.0";
