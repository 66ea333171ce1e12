import '@remix-run/node';

declare module '@remix-run/node' {
  /** Loader data arrives as it was sent (dates stay dates), and the types must say so. */
  interface Future {
    v3_singleFetch: true;
  }
}
