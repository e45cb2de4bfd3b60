/** The engines as plain JavaScript, which the types need not wait for. */
declare module '*/pkg-plain/pkg.js';
declare module '*/pkg-plain/pkg-patterns.js';
