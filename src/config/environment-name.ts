/** Names of environments and profiles: usable unquoted as a profile's name in every AWS tool, and in a shell. */
export const ENVIRONMENT_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
