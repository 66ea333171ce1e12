/** The parent asks a web process to finish what it serves and end. */
export const stopMessage = 'stop';
/** A web process was asked to end from outside: it accepts no more connections, and waits for `stopMessage`. */
export const leavingMessage = 'leaving';
