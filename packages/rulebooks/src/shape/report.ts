/** Notes a fault: where, and what to do about it. */
export type Report = (path: string, zh: string, en: string) => void;
