export const square = x => x * x;
export function cube(x) { return x * square(x); }
export const table = [1, 7];
