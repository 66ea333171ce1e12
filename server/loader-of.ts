/** Node options beside a file: a built one maps error locations to its sources, a source is compiled as it is read. */
export const loaderOf = (built: string | null): string[] => (built === null ? ['--import', 'tsx'] : ['--enable-source-maps']);
